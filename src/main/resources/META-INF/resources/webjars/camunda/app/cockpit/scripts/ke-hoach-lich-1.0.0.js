// Section "Lịch nội dung, phát thanh": channels, how often and how long units broadcast against the former period, and the calendar.

import { make } from './khung-1.0.0.js';
import { addressIn, amounts, askOf, bar, day, dayOf, legend, listOf, number, part, read, saved, turning, work } from './ke-hoach-khung-1.0.0.js';

export async function show({ asks, content, options }) {
  const broadcasts = read('broadcasts' + askOf(asks));
  await Promise.all([
    part(content, 'Tần suất, thời lượng phát thanh so với kỳ trước (TTVH-2)', broadcasts, found => frequencies(found, asks)),
    part(content, 'Theo kênh', broadcasts, found => channels(found, asks, options)),
    part(content, 'Lịch từng ngày', read('calendar' + askOf(asks, { page: asks.page || 0 })), found => calendar(found, asks, options))
  ]);
}

function change(now, before) {
  if (before === 0) return now === 0 ? 'như trước' : '▲ mới có';
  if (now === before) return '= như trước';
  return (now > before ? '▲ tăng ' : '▼ giảm ') + Math.round(100 * Math.abs(now - before) / before) + '%';
}

const DAY = 24 * 3600 * 1000;
const daysOf = (first, last) => Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;

// "18 (2,5/tuần)"
const weekly = (times, days) => number(times) + (times > 0 ? ' (' + number(Math.round(70 * times / days) / 10) + '/tuần)' : '');

function frequencies({ view, baseline, frequencies: rows }, asks) {
  const known = dayOf(view) < view.from || dayOf(view) > view.to ? view.to : dayOf(view);
  const days = daysOf(view.from, known);
  const formerDays = daysOf(baseline.from, baseline.to);
  const most = Math.max(...rows.flatMap(row => [row.minutes, row.formerMinutes]), 0);
  const sum = of => rows.reduce((all, row) => all + of(row), 0);
  const minutes = sum(row => row.minutes);
  const former = sum(row => row.formerMinutes);
  const table = saved(asks, 'frequencies', 'Số lượt và số phút phát của từng đơn vị', [
    { title: 'Đơn vị', head: true, of: row => make('a', {
      href: listOf(asks, 'minh-chung', { Unit: row.unit.code, Channel: row.channel.code })
    }, row.unit.name) },
    { title: 'Nhiệm vụ', of: row => row.duties.join(', ') },
    { title: 'Biểu đồ số phút', of: row => make('span', { class: 'tk-twins' },
      bar([{ count: row.minutes, look: 'done_on_time', title: 'Kỳ này' }], most * row.minutes / (row.minutes || 1)),
      bar([{ count: row.formerMinutes, look: 'former', title: 'Kỳ trước' }], most * row.formerMinutes / (row.formerMinutes || 1))) },
    { title: 'Phút phát', number: true, of: row => number(row.minutes) },
    { title: 'Kỳ trước', number: true, of: row => number(row.formerMinutes) },
    { title: 'Thời lượng', of: row => change(row.minutes, row.formerMinutes) },
    { title: 'Lượt phát', number: true, of: row => weekly(row.broadcasts, days) },
    { title: 'Lượt kỳ trước', number: true, of: row => weekly(row.formerBroadcasts, formerDays) },
    { title: 'Tần suất', of: row => change(row.broadcasts, row.formerBroadcasts) }
  ], rows);
  table.classList.add('tk-charted');
  return [
    make('p', null, 'So với ' + day(baseline.from) + ' – ' + day(baseline.to) + '. ' + baseline.source + ' Cả kỳ: ' + number(minutes)
      + ' phút, ' + change(minutes, former) + '; ' + number(sum(row => row.broadcasts)) + ' lượt, '
      + change(sum(row => row.broadcasts), sum(row => row.formerBroadcasts)) + '.'),
    view.to > dayOf(view) ? make('p', { class: 'tk-note' }, 'Kỳ này chưa hết: mới có số liệu đến ' + day(dayOf(view)) + ', nên so với cùng số ngày của kỳ trước.') : null,
    legend([{ look: 'done_on_time', label: 'Kỳ này (thanh trên)' }, { look: 'former', label: 'Kỳ trước (thanh dưới)' }]),
    table
  ];
}

function channels({ channels: rows }, asks, options) {
  return saved(asks, 'channels', 'Nội dung trên từng kênh', [
    { title: 'Kênh', head: true, of: row => make('a', { href: listOf(asks, 'minh-chung', { Channel: row.channel.code }) }, row.channel.name) },
    { title: 'Còn kế hoạch', number: true, of: row => number(row.planned) },
    { title: 'Đã thực hiện', number: true, of: row => number(row.done) },
    { title: 'Không thực hiện', number: true, of: row => number(row.notDone) },
    { title: 'Minh chứng', number: true, of: row => number(row.amount.entries) },
    { title: 'Minh chứng kỳ trước', number: true, of: row => number(row.former.entries) },
    { title: 'So với kỳ trước', of: row => change(row.amount.entries, row.former.entries) },
    { title: 'Số liệu', of: row => amounts(row.amount.measures, options) }
  ], rows);
}

function calendar(found, asks, options) {
  const signs = { DONE: '✓', EVIDENCE: '✓', PLANNED: '◷' };
  const now = dayOf(found.view);
  return [
    found.view.from < now && now <= found.view.to
      ? make('p', null, make('a', { href: addressIn(asks, { from: day(now), to: day(found.view.to), page: '' }) },
        'Chỉ xem từ ' + day(now) + ' trở đi'))
      : null,
    saved(asks, 'calendar', 'Lịch nội dung và phát thanh', [
      { title: 'Ngày', head: true, short: true, of: row => row.from
        ? day(row.from) + (row.to && row.to !== row.from ? ' – ' + day(row.to) : '') : 'chưa định ngày' },
      { title: 'Kênh', of: row => row.channel.name },
      { title: 'Đơn vị', of: row => row.unit.name },
      { title: 'Bài, tài liệu', of: row => row.content },
      { title: 'Nội dung', of: row => row.topic },
      { title: 'Trạng thái', of: row => (signs[row.status.code] || '✕') + ' ' + row.status.name },
      { title: 'Nơi thực hiện', of: row => row.place },
      { title: 'Số liệu', of: row => amounts(row.measures, options) },
      { title: 'Việc', short: true, of: row => row.assignment && work('/viec/' + row.assignment, 'Mở việc') }
    ], found.days),
    turning(found, asks, 'dòng')
  ];
}
