// The filters of the page "Kế hoạch": periods at one click, the others in a form, and the address of exactly this view.

import { labelled, make } from './khung-1.0.0.js';
import { addressIn, byName, day, dayOf } from './ke-hoach-khung-1.0.0.js';

const ROMAN = ['I', 'II', 'III', 'IV'];
const pad = value => String(value).padStart(2, '0');
const isoOf = date => date.getUTCFullYear() + '-' + pad(date.getUTCMonth() + 1) + '-' + pad(date.getUTCDate());

// Months that begin with the one given, `length` of them; months before January lie in the year before.
function months(year, first, length) {
  return { from: isoOf(new Date(Date.UTC(year, first, 1))), to: isoOf(new Date(Date.UTC(year, first + length, 0))) };
}

function periods(asks, options) {
  const view = options.view;
  const now = new Date(dayOf(view));
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  const plan = options.plans.find(one => one.id === view.plan);
  const length = lengthOf(view);
  const begin = { year: Number(view.from.slice(0, 4)), month: Number(view.from.slice(5, 7)) - 1 };
  const moved = length && {
    before: months(begin.year, begin.month - length, length), after: months(begin.year, begin.month + length, length)
  };
  return [
    moved && { label: '‹ Kỳ trước', ...moved.before },
    { label: 'Tháng ' + (month + 1) + '/' + year, ...months(year, month, 1) },
    { label: 'Quý ' + ROMAN[Math.floor(month / 3)] + '/' + year, ...months(year, month - month % 3, 3) },
    { label: 'Năm ' + year, ...months(year, 0, 12) },
    { label: 'Cả kế hoạch', from: plan.from, to: plan.to },
    moved && { label: 'Kỳ sau ›', ...moved.after }
  ].filter(Boolean).map(one => make('a', {
    class: 'tk-button', href: addressIn(asks, { from: day(one.from), to: day(one.to), page: '' }),
    'aria-current': one.from === view.from && one.to === view.to ? 'true' : null
  }, one.label));
}

// How many whole months the period has; 0 where it is none of a month, a quarter and a year.
function lengthOf(view) {
  const year = Number(view.from.slice(0, 4));
  const month = Number(view.from.slice(5, 7)) - 1;
  return [1, 3, 12].find(length => {
    const whole = months(year, month, length);
    return whole.from === view.from && whole.to === view.to;
  }) || 0;
}

// The address with everything spelled out, so that it means the same tomorrow.
function sending(asks, view) {
  const full = location.href.split('#')[0] + addressIn(asks, { plan: view.plan, from: day(view.from), to: day(view.to) });
  const field = labelled({ name: 'address', label: 'Đường dẫn của đúng khung nhìn này', type: 'text', wide: true }, full);
  const input = field.querySelector('input');
  input.readOnly = true;
  input.addEventListener('focus', () => input.select());
  const told = make('span', { role: 'status' });
  const copy = make('button', { type: 'button', class: 'tk-button', onclick: () => {
    input.select();
    const failed = () => { told.textContent = 'Hãy sao chép đường dẫn đã chọn ở trên.'; };
    if (!navigator.clipboard) failed();
    else navigator.clipboard.writeText(full).then(() => { told.textContent = '✓ Đã sao chép.'; }, failed);
  } }, 'Sao chép');
  return make('details', null, make('summary', null, 'Gửi khung nhìn này'),
    make('div', { class: 'tk-fields' }, field, make('div', { class: 'tk-buttons' }, copy, told)));
}

// Whether the form stands open stays from one view to the next.
let opened = false;

export function filters({ asks, options, section, refused, go }) {
  const view = options.view;
  const choices = list => list.map(one => ({ value: one.code, label: one.name }));
  const given = { plan: view.plan, from: day(view.from), to: day(view.to), ...asks };
  const plans = options.plans.map(one => ({ value: one.id, label: one.number + ' – ' + one.title }));
  const units = choices([...options.units].sort(byName));
  const fields = [
    { name: 'plan', label: 'Kế hoạch', type: 'select', choices: plans },
    { name: 'from', label: 'Từ ngày', type: 'day' },
    { name: 'to', label: 'Đến hết ngày', type: 'day' },
    options.units.length > 1 && { name: 'unit', label: 'Đơn vị', type: 'select', any: 'Mọi đơn vị', choices: units },
    { name: 'topic', label: 'Nội dung', type: 'select', any: 'Mọi nội dung', choices: choices(options.topics) },
    { name: 'channel', label: 'Kênh', type: 'select', any: 'Mọi kênh', choices: choices(options.channels) },
    { name: 'asOf', label: 'Số liệu tính đến hết ngày', type: 'day' }
  ].filter(Boolean);
  const form = make('form', { class: 'tk-search', role: 'search', 'aria-label': 'Lọc số liệu kế hoạch', onsubmit: event => {
    event.preventDefault();
    go({ ...kept(asks), ...Object.fromEntries(new FormData(form)), muc: section, page: '' });
  } }, fields.map(field => labelled(field, given[field.name])),
  make('div', { class: 'tk-buttons' },
    make('button', { type: 'submit', class: 'tk-button tk-main' }, 'Xem'),
    make('button', { type: 'button', class: 'tk-button', onclick: () => go({ muc: section }) }, 'Bỏ lọc')));
  const chosen = ['unit', 'topic', 'channel', 'asOf'].filter(name => asks[name]).length;
  return make('div', { class: 'tk-filters' },
    make('nav', { class: 'tk-buttons tk-periods', 'aria-label': 'Kỳ' }, periods(asks, options)),
    make('details', { open: opened || !!refused, ontoggle: event => { opened = event.target.open; } },
      make('summary', null, 'Lọc theo đơn vị, nội dung, kênh, ngày' + (chosen ? ' (đang lọc ' + chosen + ')' : '')), form),
    sending(asks, view));
}

// What a section asks beside the filters stays when the filters change; what a list behind a figure is limited to does not.
function kept(asks) {
  return Object.fromEntries(Object.entries(asks).filter(([name]) => name !== 'xem' && !/^x[A-Z]/.test(name)));
}
