// Section "Báo cáo đến hạn": reports that are asked for and not issued, and who has not sent theirs.

import { due, make } from './khung-1.0.0.js';
import { askOf, bar, day, number, part, read, saved, work } from './ke-hoach-khung-1.0.0.js';

export async function show({ asks, content }) {
  await part(content, 'Báo cáo đang chờ', read('reports' + askOf(asks)), ({ reports }) => {
    const table = saved(asks, 'reports', 'Báo cáo đã yêu cầu, chưa ban hành', [
      { title: 'Báo cáo', head: true, of: row => row.name },
      { title: 'Nơi yêu cầu', of: row => row.requester.name + (row.document ? ', ' + row.document : '') },
      { title: 'Kỳ số liệu', of: row => day(row.from) + ' – ' + day(row.to) },
      { title: 'Hạn của đơn vị', short: true, of: row => day(row.unitsDue) },
      { title: 'Hạn toàn báo cáo', of: row => day(row.wholeDue) + left(row) },
      { title: 'Trạng thái', of: row => row.status.name },
      { title: 'Biểu đồ', of: row => bar([
        { count: row.sent, look: 'done_on_time', title: 'Đã gửi' },
        { count: row.missing.length, look: 'on_track', title: 'Chưa gửi' }
      ], row.asked) },
      { title: 'Đã gửi', number: true, of: row => number(row.sent) + '/' + number(row.asked) + ' đơn vị' },
      { title: 'Chưa gửi', of: row => missing(row.missing) }
    ], reports);
    table.classList.add('tk-charted');
    return table;
  });
}

function left(row) {
  if (row.workingDaysLeft < 0) return ' (⚠ quá ' + -row.workingDaysLeft + ' ngày làm việc)';
  return row.workingDaysLeft === 0 ? ' (◷ hôm nay)' : ' (còn ' + row.workingDaysLeft + ' ngày làm việc)';
}

function missing(units) {
  if (units.length === 0) return '✓ Không đơn vị nào';
  return make('details', { open: units.length <= 5 }, make('summary', null, units.length + ' đơn vị'),
    make('ul', { class: 'tk-list' }, units.map(one => make('li', null, work('/viec/' + one.assignment, one.unit.name), ' – ',
      one.binding ? due(one.deadline.code, one.deadline.name) : 'đề nghị phối hợp'))));
}
