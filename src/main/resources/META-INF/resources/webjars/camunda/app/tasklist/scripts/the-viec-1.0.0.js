// The task list: what each card says besides the task's name, and above them how many are overdue, due soon, on track.

import { DATA, element, everyMinute, read, timing } from './goc-1.0.0.js';

const FRESH = 60 * 1000;
const TASKS_CHANGED = 'tk-tasks-changed';

// Tasklist draws all cards anew every few seconds: one question for all of them, and none while the answer is fresh.
const known = new Map();
let waiting = [];

function ask() {
  const asked = waiting;
  waiting = [];
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
  const deadline = element('div');
  deadline.append(timing(card.timing.state, card.timing.label));
  if (card.day) deadline.append(element('span', 'hạn ' + card.day, 'tk-card-day'));
  lines.append(deadline);
  [card.unit, card.clause, card.note].filter(line => line).forEach(line => lines.append(element('div', line)));
  node.replaceChildren(lines);
}

function drawCard(node, { taskId }) {
  const card = { task: taskId, node };
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

// By deadline, the earliest first, unless the address says otherwise; Tasklist itself begins with the newest task.
const BY_DEADLINE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

export const listInOrder = ['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.$on('$locationChangeSuccess', () => {
    if ($location.path() === '/' && !$location.search().sorting) $location.search('sorting', BY_DEADLINE).replace();
    document.dispatchEvent(new Event(TASKS_CHANGED));
  });
}];

export const taskList = [{
  id: 'the-viec',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render: drawCard
}, {
  id: 'so-viec',
  pluginPoint: 'tasklist.list',
  priority: 900,
  render: node => drawCounts(node),
  unmount: () => stopCounting()
}];
