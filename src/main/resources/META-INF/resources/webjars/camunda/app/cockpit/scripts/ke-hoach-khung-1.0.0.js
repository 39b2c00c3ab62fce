// What the sections of the page "Kế hoạch" have in common: addresses, words, parts that read their data by themselves, tables
// that can be saved, bars.

import { BASE, addressOf, call, make, queryOf, savingOf, table } from './khung-1.0.0.js';

const PATH = '/ke-hoach';
export const FILTERS = ['plan', 'from', 'to', 'unit', 'topic', 'channel', 'asOf'];

// The filters of an address, as the data are asked for them, with what is asked beside them.
export function askOf(asks, more = {}) {
  return queryOf({ ...Object.fromEntries(FILTERS.map(name => [name, asks[name]])), ...more });
}

// An address of this page: what is given replaces what is in the present one. `fresh` leaves out all but the filters.
export function addressIn(asks, given, fresh = false) {
  const kept = fresh ? Object.fromEntries(FILTERS.map(name => [name, asks[name]])) : asks;
  return addressOf(PATH, { ...kept, ...given });
}

// The address of a list behind a figure. Its own limits begin with x, so that the way back has the filters as they were.
export function listOf(asks, xem, given) {
  const limits = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return addressIn(asks, { xem, page: '', ...Object.fromEntries(limits.map(([name, value]) => ['x' + name, value])) });
}

let returning = '';

// Another view, for which the person used the field of this name: there they go on.
export function returnTo(name, address) {
  returning = name;
  location.hash = address;
}

// Where the keyboard goes on in a new view: the field that was used, otherwise the heading.
export function goOn(body, heading) {
  const field = returning && body.querySelector('[name="' + CSS.escape(returning) + '"]');
  returning = '';
  (field || heading).focus();
}

export function day(iso) {
  return iso ? iso.slice(8, 10) + '/' + iso.slice(5, 7) + '/' + iso.slice(0, 4) : '';
}

const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
});

// "20/05/2025 14:05"
export function moment(instant) {
  if (!instant) return '';
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date(instant)).map(part => [part.type, part.value]));
  return parts.day + '/' + parts.month + '/' + parts.year + ' ' + parts.hour + ':' + parts.minute;
}

const NUMBER = new Intl.NumberFormat('vi-VN');
const ORDER = new Intl.Collator('vi');

// The day in Vietnam as of which everything is told.
export const dayOf = view => view.asOf || new Date(Date.parse(view.moment) + 7 * 3600000).toISOString().slice(0, 10);

export const number = value => NUMBER.format(value);
// A figure that is none; a phone leaves it out.
export const nothing = (words = '0') => make('span', { class: 'tk-zero tk-not' }, words);
export const share = (part, whole) => whole === 0 ? '–' : Math.round(100 * part / whole) + '%';
export const byName = (one, other) => ORDER.compare(one.name, other.name);

// What is looked at, in one sentence.
export function sentence(view, options) {
  const nameOf = (list, code) => (list.find(one => one.code === code) || {}).name;
  return [
    day(view.from) + ' – ' + day(view.to),
    view.unit ? nameOf(options.units, view.unit)
      : options.units.length > 1 ? (view.wholePlan ? 'mọi đơn vị' : 'các đơn vị của bạn') : options.units[0].name,
    view.topic && (nameOf(options.topics, view.topic) || 'không nêu nội dung'),
    view.channel && (nameOf(options.channels, view.channel) || 'không nêu kênh'),
    view.asOf ? 'số liệu tính đến hết ' + day(view.asOf) : 'số liệu lúc ' + moment(view.moment)
  ].filter(Boolean).join(' · ') + '.';
}

export const read = path => call('/monitoring/' + path);

// A part of the page that waits for its data by itself. Says that it does; a refusal stands in its place and hurts no other part.
export async function part(content, title, coming, fill) {
  const inside = make('div', { class: 'tk-waiting' }, 'Đang đọc dữ liệu…');
  const section = make('section', { 'aria-busy': 'true' }, title ? make('h2', null, title) : null, inside);
  content.append(section);
  try {
    inside.replaceChildren(...[fill(await coming)].flat(Infinity).filter(Boolean));
    inside.className = '';
  } catch (problem) {
    inside.className = 'tk-wrong';
    inside.setAttribute('role', 'alert');
    inside.textContent = problem.message;
  } finally {
    section.removeAttribute('aria-busy');
  }
}

// A table with the ways to save it. file is the name of the table among the files; more is what the file is asked beside the filters.
export function saved(asks, file, caption, columns, rows, more = {}) {
  if (rows.length === 0) return make('p', { class: 'tk-none' }, caption + ': không có dòng nào.');
  return make('div', { class: 'tk-saved' }, table(caption, columns, rows), saving(asks, file, caption, more));
}

export const saving = (asks, file, caption, more = {}) => savingOf('/monitoring/files/' + file, askOf(asks, more), caption);

// How assignments stand towards their deadlines. key is that of the counts, code that of the lists.
export const STATES = [
  { key: 'onTime', code: 'DONE_ON_TIME', sign: '✓', label: 'Đúng hạn' },
  { key: 'late', code: 'DONE_LATE', sign: '✓', label: 'Xong sau hạn' },
  { key: 'overdue', code: 'OVERDUE', sign: '⚠', label: 'Quá hạn' },
  { key: 'dueSoon', code: 'DUE_SOON', sign: '◷', label: 'Sắp đến hạn' },
  { key: 'onTrack', code: 'ON_TRACK', sign: '●', label: 'Trong hạn' },
  { key: 'noDeadline', code: 'NONE', sign: '○', label: 'Không hạn' }
];

// parts: { count, look, title }; the numbers stand beside it in words, so nobody has to read the bar.
export function bar(parts, most) {
  const whole = parts.reduce((sum, one) => sum + one.count, 0);
  const made = make('span', { class: 'tk-bar', 'aria-hidden': 'true' }, parts.filter(one => one.count > 0).map(one => {
    const piece = make('span', { class: 'tk-piece tk-piece-' + one.look, title: one.title + ': ' + number(one.count) });
    piece.style.flexGrow = one.count;
    return piece;
  }));
  made.style.width = most === 0 ? '0' : 100 * whole / most + '%';
  return make('span', { class: 'tk-track' }, made);
}

export function legend(entries) {
  return make('ul', { class: 'tk-legend' }, entries.map(one =>
    make('li', null, make('span', { class: 'tk-swatch tk-piece-' + one.look, 'aria-hidden': 'true' }), ' ' + one.label)));
}

export const stateBar = (counts, most) => bar(
  STATES.map(state => ({ count: counts[state.key], look: state.code.toLowerCase(), title: state.label })), most);

export const stateLegend = () => legend(STATES.map(state => ({ look: state.code.toLowerCase(), label: state.sign + ' ' + state.label })));

// "Số lượt phát: 12; Số phút phát: 180"
export function amounts(measures, options) {
  return options.measures.filter(one => measures[one.code])
    .map(one => one.name + ': ' + number(measures[one.code])).join('; ');
}

// The work itself, in Tasklist; what waits there for nobody says so itself.
export const work = (path, text) => path ? make('a', { href: BASE + path }, text) : text;

export function turning(found, asks, lines) {
  const link = (text, page) => make('a', { class: 'tk-button', href: addressIn(asks, { page: page || '' }) }, text);
  const last = Math.max(0, Math.ceil(found.total / found.size) - 1);
  if (last === 0) return null;
  return make('nav', { class: 'tk-pages', 'aria-label': 'Các trang của bảng' },
    found.page > 0 ? link('‹ Trang trước', found.page - 1) : null,
    make('span', null, 'Trang ' + (found.page + 1) + '/' + (last + 1) + ', ' + number(found.total) + ' ' + lines),
    found.page < last ? link('Trang sau ›', found.page + 1) : null);
}
