// The page "Nhật ký": who changed what, when.

import { addressOf, call, make, pages, queryOf, savedTable, searchForm, told } from './khung-1.0.0.js';

export async function show({ path, asks, person, body, say, go }) {
  const { found, things } = await call('/operation/log' + queryOf(asks));
  const people = [...person.people, { value: 'admin', label: 'Quản trị hệ thống' }];
  body.append(searchForm('Tìm trong nhật ký', [
    { name: 'user', label: 'Người', type: 'select', any: 'Mọi người', choices: people },
    { name: 'thing', label: 'Đối tượng', type: 'select', any: 'Mọi đối tượng', choices: things },
    { name: 'from', label: 'Từ ngày', type: 'day' },
    { name: 'until', label: 'Đến hết ngày', type: 'day' }
  ], asks, go));
  say(told(found, 'thao tác'));
  if (found.rows.length === 0) return;
  body.append(savedTable('log', asks, 'Ai thay đổi gì', [
    { title: 'Lúc', short: true, of: row => row.at },
    { title: 'Ai', of: row => row.who },
    { title: 'Thao tác', head: true, of: row => row.operation },
    { title: 'Đối tượng', of: row => row.thing },
    { title: 'Của', of: row => row.instance && row.object
      ? make('a', { href: addressOf('/lich-su', { id: row.instance }) }, row.object) : row.object },
    { title: 'Nội dung thay đổi, lý do', of: row => row.change && make('span', { class: 'tk-text' }, row.change) }
  ], found.rows), pages(found, path, asks));
}
