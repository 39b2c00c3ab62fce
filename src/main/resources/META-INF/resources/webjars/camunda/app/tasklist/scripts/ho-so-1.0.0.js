// The tab "Hồ sơ" of a task: the case file of the work that it belongs to, chapter by chapter.

import { DATA, element, everyMinute, fileUrl, read, send, size } from './goc-1.0.0.js';

// A chapter longer than this begins folded.
const SHORT = 8;

function drawEntry(entry) {
  const row = element('li', null, entry.state ? 'tk-entry tk-entry-' + entry.state : 'tk-entry');
  const head = element('div', null, 'tk-entry-head');
  head.append(element('strong', entry.title));
  const told = [entry.at, entry.by].filter(text => text).join(' · ');
  if (told) head.append(' ', element('span', told, 'tk-when'));
  row.append(head);
  if (entry.text) row.append(element('p', entry.text, 'tk-text'));
  if (entry.facts.length) {
    const facts = element('dl');
    entry.facts.forEach(fact => {
      const line = element('div');
      line.append(element('dt', fact.label), element('dd', fact.value, 'tk-text'));
      facts.append(line);
    });
    row.append(facts);
  }
  entry.files.forEach(file => {
    const line = element('div');
    const link = element('a', file.name);
    link.href = fileUrl(file.id);
    link.target = '_blank';
    link.rel = 'noopener';
    line.append(link, ' (' + size(file.size) + ')');
    row.append(line);
  });
  if (entry.link) {
    const link = element('a', entry.link);
    link.href = entry.link;
    link.target = '_blank';
    link.rel = 'noopener';
    row.append(link);
  }
  return row;
}

function drawChapter(chapter, open) {
  const drawn = element('details', null, 'tk-chapter');
  const count = chapter.entries.length;
  drawn.open = open === undefined ? count <= SHORT : open;
  const heading = element('summary');
  heading.append(element('h3', count > 1 ? chapter.title + ' (' + count + ')' : chapter.title));
  drawn.append(heading);
  if (chapter.empty) drawn.append(element('p', chapter.empty));
  if (count) {
    const list = element('ul');
    list.append(...chapter.entries.map(drawEntry));
    drawn.append(list);
  }
  return drawn;
}

// Stands below what is drawn anew, so that nothing half written is lost.
function drawComment(taskId, written) {
  const form = element('form', null, 'tk-comment');
  const label = element('label', 'Thêm ý kiến (ai xem được hồ sơ đều đọc được)');
  const text = element('textarea', null, 'form-control');
  const said = element('p');
  const button = element('button', 'Gửi ý kiến', 'btn btn-default');
  label.htmlFor = text.id = 'tk-comment-text';
  text.rows = 3;
  text.maxLength = 4000;
  said.setAttribute('role', 'status');
  button.type = 'submit';
  form.append(label, text, said, button);
  form.addEventListener('submit', event => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = '';
    send(DATA + '/tasks/' + encodeURIComponent(taskId) + '/comments', { text: text.value }).then(() => {
      text.value = '';
      said.textContent = 'Đã gửi ý kiến.';
      written();
    }, problem => { said.textContent = '⚠ ' + problem.message; }).then(() => { button.disabled = false; });
  });
  return form;
}

function draw(node, { taskId }) {
  const file = element('div', null, 'tk-case-file');
  const waiting = element('p', 'Đang đọc hồ sơ…');
  waiting.setAttribute('role', 'status');
  file.append(waiting);
  node.append(file);
  let shown = '';
  const show = () => read(DATA + '/tasks/' + encodeURIComponent(taskId) + '/case-file').then(chapters => {
    const now = JSON.stringify(chapters);
    if (now === shown) return;
    shown = now;
    const open = new Map([...file.querySelectorAll('details')].map(drawn => [drawn.dataset.title, drawn.open]));
    file.replaceChildren(...chapters.map(chapter => {
      const drawn = drawChapter(chapter, open.get(chapter.title));
      drawn.dataset.title = chapter.title;
      return drawn;
    }));
  }, problem => {
    const said = element('p', '⚠ ' + problem.message, 'tk-problem');
    said.setAttribute('role', 'alert');
    file.replaceChildren(said);
    shown = '';
  });
  node.append(drawComment(taskId, show));
  show();
  stop();
  stop = everyMinute(show);
}

let stop = () => {};

export const caseFile = [{
  id: 'ho-so',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Hồ sơ' },
  render: draw,
  unmount: () => stop()
}];
