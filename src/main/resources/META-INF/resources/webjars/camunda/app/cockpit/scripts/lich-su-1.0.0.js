// The page "Lịch sử": process instances, and one of them from its beginning to its end.

import { addressOf, call, facts, make, pages, queryOf, savedTable, searchForm, told } from './khung-1.0.0.js';
import { draw } from './so-do-1.0.0.js';

const STATES = [
  { value: 'FINISHED', label: 'Đã kết thúc' },
  { value: 'RUNNING', label: 'Đang chạy' },
  { value: 'ALL', label: 'Tất cả' }
];

export async function show(page) {
  await (page.asks.id ? showOne(page) : showAll(page));
}

async function showAll({ path, asks, person, body, say, go }) {
  body.append(searchForm('Tìm trong lịch sử', [
    { name: 'subject', label: 'Từ trong nội dung công việc', type: 'text', wide: true },
    { name: 'process', label: 'Quy trình', type: 'select', any: 'Mọi quy trình', choices: person.processes },
    { name: 'unit', label: 'Đơn vị', type: 'select', any: 'Mọi đơn vị', choices: person.units },
    { name: 'state', label: 'Trạng thái', type: 'select', choices: STATES },
    { name: 'from', label: 'Kết thúc từ ngày', type: 'day' },
    { name: 'until', label: 'Đến hết ngày', type: 'day' }
  ], asks, go));
  const found = await call('/operation/instances' + queryOf(asks));
  say(told(found, 'lượt'));
  if (found.rows.length === 0) return;
  body.append(savedTable('instances', asks, 'Các lượt chạy quy trình', [
    { title: 'Nội dung', head: true, of: row => make('a', { href: addressOf(path, { id: row.id }) }, row.subject || row.process) },
    { title: 'Quy trình', of: row => row.process },
    { title: 'Đơn vị', of: row => row.unit },
    { title: 'Bắt đầu', of: row => row.started },
    { title: 'Người bắt đầu', of: row => row.by },
    { title: 'Kết thúc', of: row => row.ended },
    { title: 'Thời gian', of: row => row.took },
    { title: 'Trạng thái', of: row => row.state }
  ], found.rows), pages(found, path, asks));
}

async function showOne({ path, asks, body, heading, say }) {
  const one = await call('/operation/instances/' + encodeURIComponent(asks.id));
  heading.textContent = one.subject || one.process;
  document.title = heading.textContent + ' | Triển Khai';
  say(one.process + ': ' + one.state.toLowerCase() + '.');
  const links = list => list.map(link => make('li', null, make('a', { href: addressOf(path, { id: link.id }) }, link.label)));
  const diagram = make('div', { class: 'tk-diagram' });
  body.append(
    make('p', null, make('a', { href: addressOf(path) }, '‹ Tất cả lịch sử')),
    one.quote ? make('blockquote', { class: 'tk-quote' }, one.quote) : '',
    facts(one.facts),
    one.parent ? make('p', null, 'Thuộc: ', make('a', { href: addressOf(path, { id: one.parent.id }) }, one.parent.label)) : '',
    make('h2', null, 'Đường đã đi'),
    diagram,
    make('h2', null, 'Diễn biến'),
    savedTable('trail', asks, 'Ai làm gì, lúc nào', [
      { title: 'Lúc', short: true, of: line => line.at },
      { title: 'Ai', of: line => line.who },
      { title: 'Việc', head: true, of: line => line.what },
      { title: 'Nội dung', of: line => line.why && make('span', { class: 'tk-text' }, line.why) },
      { title: 'Thời gian', of: line => line.took }
    ], one.trail),
    make('h2', null, 'Các bước và thời gian'),
    one.steps.length === 0 ? make('p', null, 'Chưa có bước nào.') : savedTable('steps', asks, 'Các bước', [
      { title: 'Bước', head: true, of: step => step.name },
      { title: 'Ai', of: step => step.who },
      { title: 'Đến lúc', of: step => step.began },
      { title: 'Xong lúc', of: step => step.ended },
      { title: 'Thời gian', of: step => step.took },
      { title: 'Trạng thái', of: step => step.state }
    ], one.steps));
  if (one.called.length > 0) body.append(make('h2', null, 'Quy trình con'), make('ul', null, links(one.called)));
  await draw(diagram, asks.id, one);
}
