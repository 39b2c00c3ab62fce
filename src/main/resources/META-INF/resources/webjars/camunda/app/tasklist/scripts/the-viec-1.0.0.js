// The task list: what each card says besides the task's name, and above them how many are overdue, due soon, on track.

import { DATA, element, everyMinute, read, timing } from './goc-1.0.0.js';
import { say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';

const FRESH = 60 * 1000;
const TASKS_CHANGED = 'tk-tasks-changed';

// Tasklist draws all cards anew every few seconds: one question for all of them, and none while the answer is fresh.
const known = new Map();
let waiting = [];

function ask() {
  const asked = waiting;
  waiting = [];
  setTimeout(() => asked.forEach(keepFocus), 100); // once the former cards are gone
  const stale = asked.filter(card => !isFresh(known.get(card.task))).map(card => card.task);
  if (!stale.length) return;
  document.dispatchEvent(new Event(TASKS_CHANGED));
  read(DATA + '/tasks/cards?ids=' + stale.join(',')).then(cards => {
    const now = Date.now();
    cards.forEach(card => known.set(card.task, { ...card, readAt: now }));
    asked.forEach(fill);
  }, () => { /* the card stays as Tasklist drew it */ });
}

const isFresh = card => card && Date.now() - card.readAt < FRESH;

function fill({ task, node }) {
  const card = known.get(task);
  if (!card) return;
  const lines = element('div', null, 'tk-card');
  const deadline = element('div', null, 'tk-card-deadline');
  deadline.append(timing(card.timing.state, card.timing.label));
  if (card.day) deadline.append(element('span', 'hạn ' + card.day, 'tk-card-day'));
  lines.append(deadline);
  [card.unit, card.clause, card.note].filter(line => line).forEach(line => lines.append(element('div', line)));
  node.replaceChildren(lines);
}

// Drawing the cards anew takes the focus away from whoever goes through them by keyboard: it returns to the same card.
let focused = null;

window.addEventListener('focus', event => {
  const card = event.target.closest && event.target.closest('.tasks-list li.task');
  const ours = card && card.querySelector('[data-task]');
  focused = ours && ours.dataset.task;
}, true);

function keepFocus({ task, node }) {
  const card = node.closest('li.task');
  if (task === focused && card && document.activeElement === document.body) card.querySelector('h4 a').focus();
}

function drawCard(node, { taskId }) {
  const card = { task: taskId, node };
  node.dataset.task = taskId;
  fill(card);
  if (!waiting.length) setTimeout(ask);
  waiting.push(card);
}

// The counts, of the whole list and not of one page.
const STATES = [
  ['overdue', 'OVERDUE', 'quá hạn'],
  ['dueSoon', 'DUE_SOON', 'sắp đến hạn'],
  ['onTrack', 'ON_TRACK', 'trong hạn'],
  ['none', 'NONE', 'không hạn']
];

const listShown = () => new URLSearchParams(location.hash.split('?')[1] || '').get('filter');

function drawCounts(node) {
  const shown = element('ul', null, 'tk-counts');
  shown.setAttribute('aria-label', 'Số việc trong danh sách');
  node.append(shown);
  let said = '';
  let soon = 0;
  const count = async () => {
    const list = listShown();
    if (!list) return;
    const counts = await read(DATA + '/tasks/counts?list=' + encodeURIComponent(list)).catch(() => null);
    const now = JSON.stringify(counts);
    if (!counts || now === said || list !== listShown()) return;
    said = now;
    shown.replaceChildren(...STATES.map(([name, state, words]) => {
      const row = element('li');
      row.append(timing(counts[name] ? state : 'NONE', words + ' ' + counts[name]));
      return row;
    }));
    if (counts.more) shown.append(element('li', '(trong 1.000 việc đầu của danh sách)'));
  };
  const countSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(count, 300);
  };
  countSoon();
  document.addEventListener(TASKS_CHANGED, countSoon);
  const stop = everyMinute(count);
  stopCounting = () => {
    clearTimeout(soon);
    document.removeEventListener(TASKS_CHANGED, countSoon);
    stop();
  };
}

let stopCounting = () => {};

// Tasklist's own search takes the letters as they are typed: this one finds "Đường" by "duong".
function drawSearch(node) {
  const form = element('form', null, 'tk-find');
  const label = element('label', 'Tìm trong danh sách này, gõ không dấu cũng được');
  const text = element('input', null, 'form-control');
  const said = element('p', null, 'tk-explained');
  const hits = element('ul');
  form.setAttribute('role', 'search');
  text.type = 'search';
  text.id = label.htmlFor = 'tk-find-text';
  text.maxLength = 200;
  text.autocomplete = 'off';
  said.setAttribute('role', 'status');
  form.append(label, text, said, hits);
  node.append(form);
  let turn = 0;
  let soon = 0;
  const tell = words => { said.textContent = words; };
  const find = () => {
    const mine = ++turn;
    const wanted = text.value.trim();
    const list = listShown();
    hits.replaceChildren();
    tell('');
    if (!wanted || !list) return;
    tell('Đang tìm…');
    read(DATA + '/tasks/found?list=' + encodeURIComponent(list) + '&text=' + encodeURIComponent(wanted)).then(found => {
      if (mine !== turn) return;
      tell(!found.tasks.length ? 'Không có việc nào như vậy trong danh sách này.'
        : found.more ? found.tasks.length + ' việc đầu tiên, còn nữa: hãy gõ thêm.' : found.tasks.length + ' việc');
      hits.replaceChildren(...found.tasks.map(drawHit));
    }, problem => mine === turn && tell('⚠ ' + problem.message));
  };
  text.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(find, 300);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    find();
  });
}

function drawHit(hit) {
  const row = element('li');
  const link = element('a', hit.name);
  const address = new URLSearchParams(location.hash.split('?')[1] || '');
  address.set('task', hit.task);
  link.href = '#/?' + address;
  row.append(link, timing(hit.timing.state, hit.timing.label));
  const told = [hit.unit, hit.clause].filter(part => part).join(' · ');
  if (told) row.append(element('div', told));
  return row;
}

// By deadline, the earliest first, unless the address says otherwise; Tasklist itself begins with the newest task.
const BY_DEADLINE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

// What the styles need to know: whether a task is open (a phone then shows nothing else), and who may look into Cockpit.
export const followAddress = ['$rootScope', '$location', ($rootScope, $location) => {
  const shows = (name, shown) => document.body.classList.toggle(name, Boolean(shown));
  $rootScope.$on('$locationChangeSuccess', () => {
    const inList = $location.path() === '/';
    if (inList && !$location.search().sorting) $location.search('sorting', BY_DEADLINE).replace();
    shows('tk-task-open', inList && $location.search().task);
    document.dispatchEvent(new Event(TASKS_CHANGED));
  });
  const overseer = (event, person) => shows('tk-oversees', ((person || {}).authorizedApps || []).includes('cockpit'));
  $rootScope.$on('authentication.changed', overseer);
  overseer(null, $rootScope.authentication);
}];

// Signs of Tasklist's own without a word: a screen reader gets the tooltip's, or ours.
const NAMES = {
  '.region-toggle[data-region=filters]': { vi: 'Thu gọn hoặc mở các danh sách', en: 'Fold or unfold the filters' },
  '.region-toggle[data-region=list]': { vi: 'Thu gọn hoặc mở danh sách việc', en: 'Fold or unfold the task list' },
  '.region-toggle[data-region=task]': { vi: 'Thu gọn hoặc mở việc', en: 'Fold or unfold the task' },
  '.maximize': { vi: 'Phóng to, thu nhỏ việc', en: 'Maximize the task' },
  '.app-switch > .dropdown-toggle': { vi: 'Các ứng dụng', en: 'Applications' },
  '[cam-sorting-choices] .new-sort .dropdown-toggle': { vi: 'Thêm cách xếp thứ tự', en: 'Add sorting' },
  '.instance-link': { vi: 'Mở quy trình này trong Giám sát', en: 'Open this process in Cockpit' },
  '[cam-widget-search] .dropdown-toggle': { vi: 'Bộ tìm đã lưu', en: 'Saved searches' }
};

function nameSigns() {
  document.querySelectorAll('a[href][uib-tooltip]:not([aria-label]), button[uib-tooltip]:not([aria-label])').forEach(sign => {
    const tooltip = sign.getAttribute('uib-tooltip');
    if (!sign.textContent.trim() && tooltip && !tooltip.includes('{{')) sign.setAttribute('aria-label', tooltip);
  });
  Object.entries(NAMES).forEach(([selector, words]) =>
    document.querySelectorAll(selector + ':not([aria-label])').forEach(sign => sign.setAttribute('aria-label', say(words))));
  // A text field that says whether its list is open has to say that it has one.
  document.querySelectorAll('input[aria-expanded]:not([role])').forEach(field => field.setAttribute('role', 'combobox'));
}

// Tasklist reads its list anew every ten seconds: what came or went by itself is counted too, once it is drawn.
let tasksDrawn = '';
let noticing = 0;

function noticeTasks() {
  noticing = noticing || setTimeout(() => {
    noticing = 0;
    const now = [...document.querySelectorAll('.tasks-list [data-task]')].map(card => card.dataset.task).join();
    if (now === tasksDrawn) return;
    tasksDrawn = now;
    document.dispatchEvent(new Event(TASKS_CHANGED));
  }, 1000);
}

// At most once for each picture that is drawn.
let naming = 0;

new MutationObserver(() => {
  naming = naming || requestAnimationFrame(() => {
    naming = 0;
    nameSigns();
    noticeTasks();
  });
}).observe(document.body, { childList: true, subtree: true });

// On a phone the open task covers the list: this leads back.
function drawWayBack(node) {
  const back = element('a', '‹ Danh sách việc', 'tk-way-back');
  back.href = '#/';
  back.addEventListener('click', event => {
    event.preventDefault();
    const address = new URLSearchParams(location.hash.split('?')[1] || '');
    ['task', 'detailsTab'].forEach(name => address.delete(name));
    location.hash = '#/?' + address;
  });
  node.append(back);
}

export const taskList = [{
  id: 'the-viec',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render: drawCard
}, {
  id: 'so-viec',
  pluginPoint: 'tasklist.list',
  priority: 900,
  render: node => {
    drawCounts(node);
    drawSearch(node);
  },
  unmount: () => stopCounting()
}, {
  id: 've-danh-sach',
  pluginPoint: 'tasklist.task.action',
  priority: 900,
  render: node => drawWayBack(node)
}];
