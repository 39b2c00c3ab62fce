// The page "Tìm việc": tasks, open and done.

import { addressOf, call, due, make, pages, queryOf, savedTable, searchForm, told } from './khung-1.0.0.js';

export async function show({ path, asks, person, body, say, go }) {
  body.append(searchForm('Tìm việc', [
    { name: 'text', label: 'Từ trong tên việc, người, quy trình', type: 'text', wide: true },
    { name: 'state', label: 'Trạng thái', type: 'select', choices: person.states },
    { name: 'due', label: 'Thời hạn', type: 'select', choices: person.dues },
    { name: 'unit', label: 'Đơn vị', type: 'select', any: 'Mọi đơn vị', choices: person.units },
    { name: 'person', label: 'Người', type: 'select', any: 'Mọi người', choices: person.people },
    { name: 'process', label: 'Quy trình', type: 'select', any: 'Mọi quy trình', choices: person.processes },
    { name: 'from', label: 'Hạn từ ngày', type: 'day' },
    { name: 'until', label: 'Hạn đến hết ngày', type: 'day' }
  ], asks, go));
  const found = await call('/operation/tasks' + queryOf(asks));
  say(told(found, 'việc'));
  if (found.rows.length === 0) return;
  body.append(savedTable('tasks', asks, 'Việc tìm thấy', [
    { title: 'Việc', head: true, of: row => make('a', { href: addressOf('/lich-su', { id: row.instance }) }, row.name) },
    { title: 'Quy trình', of: row => row.process },
    { title: 'Người', of: row => row.holder },
    { title: 'Hạn', of: row => row.due },
    { title: 'So với hạn', of: row => row.dueLabel && due(row.dueState, row.dueLabel) },
    { title: 'Trạng thái', of: row => row.state },
    { title: 'Đến lúc', of: row => row.created },
    { title: 'Xong lúc', of: row => row.ended },
    { title: 'Thời gian', of: row => row.took }
  ], found.rows), pages(found, path, asks));
}
