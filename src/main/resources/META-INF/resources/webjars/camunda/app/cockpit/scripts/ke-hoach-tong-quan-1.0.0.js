// Section "Tổng quan": the figures at a glance, what waits for leaders, who has done nothing, units and programmes.

import { addressOf, labelled, make } from './khung-1.0.0.js';
import {
  STATES, addressIn, askOf, bar, byName, day, listOf, moment, nothing, number, part, read, returnTo, saved, share, stateBar, stateLegend, work
} from './ke-hoach-khung-1.0.0.js';

const ORDERS = [
  { value: '', label: 'Theo sơ đồ tổ chức' },
  { value: 'qua-han', label: 'Quá hạn nhiều nhất trước' },
  { value: 'ten', label: 'Theo tên đơn vị' }
];

export async function show({ asks, content }) {
  const ask = askOf(asks);
  const overview = read('overview' + ask);
  await Promise.all([
    part(content, null, overview, found => tiles(found, asks)),
    part(content, 'Quá hạn chờ lãnh đạo xử lý', read('escalations' + ask), found => escalations(found, asks)),
    part(content, 'Chưa làm gì trong kỳ', read('idle' + ask), found => idle(found, asks)),
    part(content, 'Theo đơn vị', overview, found => units(found, asks)),
    part(content, 'Tiến độ chương trình', overview, found => programmes(found, asks))
  ]);
}

export function tiles({ totals, programmes: known }, asks) {
  const opened = known.reduce((sum, one) => sum + one.opened, 0);
  const fulfilled = known.reduce((sum, one) => sum + one.fulfilled, 0);
  const tile = (look, count, label, href) => make('li', { class: 'tk-tile tk-tile-' + look },
    make(href ? 'a' : 'div', { href }, make('strong', null, number(count)), make('span', null, label)));
  return [
    make('ul', { class: 'tk-tiles' },
      STATES.filter(state => state.key !== 'noDeadline' || totals.noDeadline > 0).map(state => tile(
        state.code.toLowerCase(), totals[state.key], state.sign + ' ' + state.label, listOf(asks, 'viec', { State: state.code }))),
      tile('all', totals.total, 'Tất cả việc đến hạn trong kỳ', listOf(asks, 'viec', {})),
      totals.asked > 0 ? tile('asked', totals.asked, 'Đề nghị phối hợp', listOf(asks, 'viec', { Asked: true })) : null),
    known.length > 0 ? make('p', null, 'Chương trình trong kỳ: hoàn thành ' + number(fulfilled) + '/' + number(opened) + ' việc ('
      + share(fulfilled, opened) + ').') : null
  ];
}

function escalations({ escalations: open }, asks) {
  if (open.length === 0) return make('p', null, '✓ Không có việc nào.');
  return saved(asks, 'escalations', 'Việc quá hạn chờ lãnh đạo xử lý', [
    { title: 'Việc', head: true, of: row => work(row.page, row.subject) },
    { title: 'Đơn vị', of: row => row.unit.name },
    { title: 'Lãnh đạo xử lý', of: row => row.decides.name },
    { title: 'Hạn', short: true, of: row => day(row.due) },
    { title: 'Quá hạn', number: true, of: row => '⚠ ' + row.daysLate + ' ngày làm việc' },
    { title: 'Báo lãnh đạo lúc', short: true, of: row => moment(row.reachedAt) },
    { title: 'Đã chờ', number: true, of: row => row.waitingDays + ' ngày làm việc' }
  ], open);
}

function idle({ owing, idle: units }, asks) {
  if (units.length === 0) return make('p', null, '✓ ' + number(owing) + '/' + number(owing) + ' đơn vị có nhiệm vụ đã làm.');
  return [
    make('p', null, number(units.length) + '/' + number(owing)
      + ' đơn vị có nhiệm vụ chưa có minh chứng và chưa trình kết quả nào trong kỳ.'),
    saved(asks, 'idle', 'Đơn vị chưa làm gì trong kỳ', [
      { title: 'Đơn vị', head: true, of: row => make('a', { href: listOf(asks, 'viec', { Unit: row.unit.code }) }, row.unit.name) },
      { title: 'Nhiệm vụ', of: row => row.duties.join(', ') },
      { title: 'Việc trong kỳ', number: true, of: row => number(row.counts.total) },
      { title: 'Quá hạn', number: true, of: row => row.counts.overdue ? '⚠ ' + number(row.counts.overdue) : '0' },
      { title: 'Minh chứng gần nhất', short: true, of: row => day(row.lastEvidence) || 'chưa có' }
    ], units)
  ];
}

function units({ units: found }, asks) {
  const rows = [...found];
  if (asks.xep === 'ten') rows.sort((one, other) => byName(one.unit, other.unit));
  if (asks.xep === 'qua-han') rows.sort((one, other) => other.counts.overdue - one.counts.overdue);
  const most = Math.max(...rows.map(row => row.counts.total), 0);
  const order = labelled({ name: 'xep', label: 'Thứ tự', type: 'select', choices: ORDERS }, asks.xep || '');
  order.addEventListener('change', event => returnTo('xep', addressIn(asks, { xep: event.target.value })));
  const linked = (row, state) => row.counts[state.key] === 0 ? nothing()
    : make('a', { href: listOf(asks, 'viec', { Unit: row.unit.code, State: state.code }) }, number(row.counts[state.key]));
  const table = saved(asks, 'units', 'Việc của từng đơn vị so với hạn', [
    { title: 'Đơn vị', head: true, of: row => make('a', { href: listOf(asks, 'viec', { Unit: row.unit.code }) }, row.unit.name) },
    { title: 'Biểu đồ', of: row => stateBar(row.counts, most) },
    ...STATES.filter(state => state.key !== 'noDeadline').map(state =>
      ({ title: state.sign + ' ' + state.label, number: true, of: row => linked(row, state) })),
    { title: 'Tổng', number: true, of: row => number(row.counts.total) }
  ], rows);
  table.classList.add('tk-charted');
  return rows.length > 1 ? [make('div', { class: 'tk-legend-row' }, stateLegend(), order), table] : [stateLegend(), table];
}

function programmes({ programmes: known }, asks) {
  return [...known.filter(row => row.opening).map(opening), programmeTable(known, asks)];
}

// Many communes: the assignments of an approved programme are opened part by part.
function opening({ name, opening: { opened, lines } }) {
  return make('p', null, make('label', null,
    name + ': đã mở ' + number(opened) + ' trên ' + number(lines) + ' việc ',
    make('progress', { max: lines, value: opened })));
}

function programmeTable(known, asks) {
  return saved(asks, 'programmes', 'Chương trình công tác trong kỳ', [
    { title: 'Chương trình', head: true, of: row => make('a', {
      href: addressOf('/ke-hoach', { muc: 'ma-tran', plan: asks.plan, unit: asks.unit, asOf: asks.asOf, from: day(row.from), to: day(row.to) })
    }, row.name) },
    { title: 'Thời gian', short: true, of: row => day(row.from) + ' – ' + day(row.to) },
    { title: 'Trạng thái', of: row => row.status.name },
    { title: 'Biểu đồ', of: row => bar([
      { count: row.fulfilled, look: 'done_on_time', title: 'Hoàn thành' },
      { count: row.opened - row.fulfilled, look: 'on_track', title: 'Chưa hoàn thành' }
    ], row.opened) },
    { title: 'Hoàn thành', number: true, of: row => number(row.fulfilled) + '/' + number(row.opened) + ' việc ('
      + share(row.fulfilled, row.opened) + ')' }
  ], known);
}
