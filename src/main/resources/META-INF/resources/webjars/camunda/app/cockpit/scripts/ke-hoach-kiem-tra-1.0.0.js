// Section "Kiểm tra": inspections of the period and those not ended, and the recommendations that are not settled.

import { due } from './khung-1.0.0.js';
import { askOf, day, number, part, read, saved, work } from './ke-hoach-khung-1.0.0.js';

export async function show({ asks, content }) {
  const inspections = read('inspections' + askOf(asks));
  await Promise.all([
    part(content, 'Kiến nghị chưa khắc phục', inspections, found => recommendations(found, asks)),
    part(content, 'Các cuộc kiểm tra', inspections, found => visits(found, asks))
  ]);
}

function recommendations({ recommendations: open }, asks) {
  return saved(asks, 'recommendations', 'Kiến nghị chưa khắc phục', [
    { title: 'Kiến nghị', head: true, of: row => row.assignment ? work('/viec/' + row.assignment, row.wording) : row.wording },
    { title: 'Đơn vị', of: row => row.unit.name },
    { title: 'Nhiệm vụ', short: true, of: row => row.duty },
    { title: 'Hạn khắc phục', short: true, of: row => day(row.due) },
    { title: 'So với hạn', of: row => row.deadline ? due(row.deadline.code, row.deadline.name) : 'Chờ đơn vị thông qua biên bản' }
  ], open);
}

function visits({ visits: found }, asks) {
  return saved(asks, 'inspections', 'Các cuộc kiểm tra trong kỳ và chưa kết thúc', [
    { title: 'Đơn vị', head: true, of: row => row.unit.name },
    { title: 'Chương trình', of: row => row.programme },
    { title: 'Ngày kiểm tra', short: true, of: row => day(row.day) },
    { title: 'Trạng thái', of: row => row.progress.name },
    { title: 'Nhiệm vụ đạt', number: true, of: row => number(row.met) },
    { title: 'Chưa đạt', number: true, of: row => row.notMet ? '⚠ ' + number(row.notMet) : '0' },
    { title: 'Kiến nghị', number: true, of: row => number(row.recommendations) },
    { title: 'Chưa khắc phục', number: true, of: row => row.open ? '⚠ ' + number(row.open) : '0' }
  ], found);
}
