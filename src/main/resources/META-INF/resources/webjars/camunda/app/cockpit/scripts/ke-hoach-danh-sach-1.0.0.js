// The lists behind figures: assignments, and entries of evidence with their files. xem says which one.

import { BASE, due, make } from './khung-1.0.0.js';
import {
  STATES, addressIn, amounts, askOf, day, listOf, moment, number, part, read, saved, turning, work
} from './ke-hoach-khung-1.0.0.js';

const LISTS = {
  viec: { title: 'Việc được giao', path: 'assignments', lines: 'việc', fill: assignments },
  'minh-chung': { title: 'Minh chứng', path: 'evidence', lines: 'minh chứng', fill: evidence }
};
const LIMITS = { Unit: 'unit', Topic: 'topic', Channel: 'channel', From: 'from', To: 'to', Duty: 'duty', State: 'state', Asked: 'asked' };

export async function show({ asks, content, options, section }) {
  const list = LISTS[asks.xem] || LISTS.viec;
  const limits = Object.fromEntries(Object.entries(LIMITS)
    .filter(([name]) => asks['x' + name]).map(([name, asked]) => [asked, asks['x' + name]]));
  content.append(make('p', null, make('a', { href: back(asks) }, '‹ Trở lại ' + section.name)));
  const title = [list.title, ...told(limits, options)].join(' · ');
  await part(content, title, read(list.path + askOf(asks, { ...limits, page: asks.page || 0 })), found => [
    make('p', null, number(found.total) + ' ' + list.lines + ', kỳ ' + day(found.view.from) + ' – ' + day(found.view.to) + '.'),
    list.fill(found, { asks, limits, options }),
    turning(found, asks, list.lines),
    further(asks, limits, found.view)
  ]);
}

const back = asks => addressIn(asks, Object.fromEntries(
  ['xem', 'page', ...Object.keys(LIMITS).map(name => 'x' + name)].map(name => [name, ''])));

function told(limits, options) {
  const nameOf = (list, code) => (list.find(one => one.code === code) || { name: code === '-' ? 'không nêu' : code }).name;
  const state = STATES.find(one => one.code === limits.state);
  return [
    limits.unit && nameOf(options.units, limits.unit),
    limits.duty && (limits.duty === '-' ? 'không theo nhiệm vụ nào' : limits.duty + ' ' + nameOf(options.duties, limits.duty)),
    limits.channel && nameOf(options.channels, limits.channel),
    limits.topic && nameOf(options.topics, limits.topic),
    state && state.label.toLowerCase(),
    limits.asked && 'đề nghị phối hợp'
  ].filter(Boolean);
}

// From work to what was done, and to the documents, of the same unit and duty.
function further(asks, limits, view) {
  const documents = new URLSearchParams({ plan: view.plan });
  if (limits.unit || view.unit) documents.set('unit', limits.unit || view.unit);
  if (limits.duty && limits.duty !== '-') documents.set('clause', limits.duty);
  const other = asks.xem === 'minh-chung'
    ? ['Việc được giao tương ứng', 'viec', { Topic: '', Channel: '', State: '' }]
    : ['Minh chứng tương ứng', 'minh-chung', { State: '', Asked: '' }];
  return make('p', { class: 'tk-buttons' },
    make('a', { href: listOf(asks, other[1], other[2]) }, other[0]),
    make('a', { href: BASE + '/trien-khai/van-ban.html?' + documents }, 'Văn bản liên quan'));
}

function assignments({ assignments: rows }, { asks, limits }) {
  return saved(asks, 'assignments', 'Việc được giao', [
    { title: 'Việc', head: true, of: row => work(row.page, row.subject) },
    { title: 'Đơn vị', of: row => row.unit.name },
    { title: 'Nhiệm vụ', short: true, of: row => row.duty && make('span', { title: row.duty.name }, row.duty.code) },
    { title: 'Nơi giao', of: row => row.assigner.name },
    { title: 'Hạn', short: true, of: row => day(row.due) || 'không hạn' },
    { title: 'So với hạn', of: row => row.binding ? due(row.deadline.code, row.deadline.name) : 'Đề nghị phối hợp' },
    { title: 'Trạng thái', of: row => row.progress.name },
    { title: 'Trình kết quả lúc', short: true, of: row => moment(row.submittedAt) }
  ], rows, limits);
}

function evidence({ evidence: rows }, { asks, limits, options }) {
  return saved(asks, 'evidence', 'Minh chứng', [
    { title: 'Ngày', head: true, short: true, of: row => days(row.happenedFrom, row.happenedTo) },
    { title: 'Đơn vị', of: row => row.unit.name },
    { title: 'Nhiệm vụ', short: true, of: row => row.duty.code === '-' ? '' : make('span', { title: row.duty.name }, row.duty.code) },
    { title: 'Kênh', of: row => row.channel.name },
    { title: 'Nội dung', of: row => make('span', { title: row.topic.name }, row.topic.code === '-' ? '' : row.topic.code) },
    { title: 'Đã làm', of: row => [row.content, row.place, row.note].filter(Boolean).join(' · ') },
    { title: 'Số liệu', of: row => amounts(row.measures, options) },
    { title: 'Tệp, đường dẫn', of: files },
    { title: 'Ghi lúc', of: row => make('span', null, moment(row.recordedAt) + ', ' + row.recordedBy,
      row.late ? make('strong', null, ' (ghi muộn)') : null) },
    { title: 'Việc', short: true, of: row => row.assignment && work('/viec/' + row.assignment, 'Mở việc') }
  ], rows, limits);
}

const days = (from, to) => day(from) + (to && to !== from ? ' – ' + day(to) : '');

function files(row) {
  const links = row.attachments.map((id, at) =>
    make('a', { href: BASE + '/api/attachments/' + id, target: '_blank', rel: 'noopener' }, 'Tệp ' + (at + 1)));
  const outside = /^https?:\/\//i.test(row.link || '');
  if (outside) links.push(make('a', { href: row.link, target: '_blank', rel: 'noopener noreferrer' }, 'Đường dẫn'));
  else if (row.link) links.push(row.link);
  return links.length ? make('span', null, links.flatMap((link, at) => at ? [', ', link] : [link])) : '';
}
