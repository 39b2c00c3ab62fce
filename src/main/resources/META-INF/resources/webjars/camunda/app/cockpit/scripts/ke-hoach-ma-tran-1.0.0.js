// Section "Ma trận": units and duties; what was done by unit, channel, topic and duty, over topics or over time. hang, cot and so
// are the words of the address for the second: its rows, its columns, its figure.

import { labelled, make, table } from './khung-1.0.0.js';
import { addressIn, askOf, day, listOf, nothing, number, part, read, returnTo, saving } from './ke-hoach-khung-1.0.0.js';

const ROWS = [
  { code: 'UNIT', key: 'unit', limit: 'Unit', label: 'Đơn vị' },
  { code: 'CHANNEL', key: 'channel', limit: 'Channel', label: 'Kênh' },
  { code: 'TOPIC', key: 'topic', limit: 'Topic', label: 'Nội dung' },
  { code: 'DUTY', key: 'duty', limit: 'Duty', label: 'Nhiệm vụ' }
];
const COLUMNS = [
  { value: 'noi-dung', label: 'Nội dung' },
  { value: 'thang', label: 'Tháng', by: 'MONTH' },
  { value: 'quy', label: 'Quý', by: 'QUARTER' },
  { value: 'nam', label: 'Năm', by: 'YEAR' }
];
const ENTRIES = { code: '', name: 'Số minh chứng' };

export async function show({ asks, content, options }) {
  const columns = COLUMNS.find(one => one.value === asks.cot) || COLUMNS[0];
  const over = columns.by ? [] : ['TOPIC'];
  const wanted = (asks.hang || 'UNIT,CHANNEL').split(',');
  const rows = ROWS.filter(one => wanted.includes(one.code) && !over.includes(one.code));
  if (rows.length === 0) rows.push(ROWS[0]);
  const cut = { rows: [...rows.map(one => one.code), ...over].join(','), by: columns.by || 'NONE' };
  const first = make('div');
  content.append(first, make('h2', null, 'Kết quả: đơn vị, kênh, nội dung'), chooser(asks, rows, columns, options));
  await Promise.all([
    part(first, 'Đơn vị và nhiệm vụ', read('duties' + askOf(asks)), found => duties(found, asks)),
    part(content, null, read('figures' + askOf(asks, cut)), figures => done({ asks, figures, rows, columns, cut, options }))
  ]);
}

function duties({ duties: codes, rows }, asks) {
  const shown = codes.filter((duty, at) => rows.some(row => row.cells[at].owes || row.cells[at].counts.total > 0));
  const caption = 'Việc của từng đơn vị theo nhiệm vụ: số việc xong trên số việc được giao';
  const made = table(caption, [
    { title: 'Đơn vị', head: true, of: row => row.unit.name },
    ...shown.map(duty => ({ title: duty.code, of: row => cell(row, row.cells.find(one => one.duty.code === duty.code), asks) }))
  ], rows);
  made.classList.add('tk-matrix');
  made.querySelectorAll('thead th').forEach((heading, at) => {
    if (at > 0) heading.title = shown[at - 1].name;
  });
  return [
    made,
    make('details', null, make('summary', null, 'Mã nhiệm vụ là gì'), make('dl', { class: 'tk-facts' },
      shown.flatMap(duty => [make('dt', null, duty.code), make('dd', null, duty.name)]))),
    make('p', { class: 'tk-note' }, '3/5: xong 3 trong 5 việc · ⚠ quá hạn · ◷ sắp đến hạn · '
      + '0/0: có nhiệm vụ, trong kỳ chưa có việc nào · –: kế hoạch không giao.'),
    saving(asks, 'duties', caption)
  ];
}

function cell(row, { duty, owes, counts }, asks) {
  if (counts.total === 0 && counts.asked === 0) return owes ? make('span', { class: 'tk-zero' }, '0/0') : nothing('–');
  const done = counts.onTime + counts.late;
  const link = (text, limits, look, label) => make('a', {
    class: look, href: listOf(asks, 'viec', { Unit: row.unit.code, Duty: duty.code, ...limits }), title: label
  }, text);
  return make('span', { class: 'tk-cell' },
    counts.total > 0 ? link(number(done) + '/' + number(counts.total), {}, null, 'Xong ' + done + ' trong ' + counts.total + ' việc') : null,
    counts.overdue > 0 ? link('⚠ ' + number(counts.overdue), { State: 'OVERDUE' }, 'tk-due-overdue', counts.overdue + ' việc quá hạn') : null,
    counts.dueSoon > 0 ? link('◷ ' + number(counts.dueSoon), { State: 'DUE_SOON' }, 'tk-due-due_soon', counts.dueSoon + ' việc sắp đến hạn') : null,
    counts.asked > 0 ? link('đề nghị ' + number(counts.asked), { Asked: true }, null, counts.asked + ' đề nghị phối hợp') : null);
}

function chooser(asks, rows, columns, options) {
  const go = (given, name) => returnTo(name, addressIn(asks, { xem: '', page: '', ...given }));
  const boxes = ROWS.filter(one => columns.by || one.code !== 'TOPIC').map(one => make('label', { class: 'tk-box' },
    make('input', { type: 'checkbox', name: one.code, checked: rows.includes(one), onchange: () => go({
      hang: ROWS.filter(other => (other === one) !== rows.includes(other)).map(other => other.code).join(',')
    }, one.code) }), ' ' + one.label));
  const select = (name, label, choices, value) => {
    const field = labelled({ name, label, type: 'select', choices }, value);
    field.addEventListener('change', event => go({ [name]: event.target.value }, name));
    return field;
  };
  return make('div', { class: 'tk-fields' },
    make('fieldset', { class: 'tk-field' }, make('legend', null, 'Hàng'), boxes),
    select('cot', 'Cột', COLUMNS, columns.value),
    select('so', 'Số liệu', [ENTRIES, ...options.measures].map(one => ({ value: one.code, label: one.name })), asks.so || ''));
}

function done({ asks, figures, rows, columns, cut, options }) {
  const measure = options.measures.find(one => one.code === asks.so) || ENTRIES;
  const amountOf = amount => measure.code ? amount.measures[measure.code] || 0 : amount.entries;
  const found = columns.by ? times(figures, amountOf) : topics(figures, rows, amountOf);
  const lines = found.lines.filter(one => one.amounts.some(amount => amount > 0));
  const caption = measure.name + ' theo ' + rows.map(one => one.label.toLowerCase()).join(', ') + ' và '
    + columns.label.toLowerCase() + ', ' + day(figures.view.from) + ' – ' + day(figures.view.to);
  if (lines.length === 0) return make('p', { class: 'tk-none' }, caption + ': không có số liệu nào.');
  const own = line => Object.fromEntries(rows.map(one => [one.limit, line[one.key].code]));
  const made = table(caption, [
    ...rows.map((one, at) => ({ title: one.label, head: at === 0, of: row => row.line[one.key].name })),
    ...found.headings.map((heading, at) => ({ title: heading, number: true, of: row => row.amounts[at] === 0 ? nothing() : make('a', {
      href: listOf(asks, 'minh-chung', { ...own(row.line), ...found.limits[at] })
    }, number(row.amounts[at])) }))
  ], lines);
  made.classList.add('tk-matrix');
  return [made,
    make('details', null, make('summary', null, 'Mã nội dung là gì'), make('dl', { class: 'tk-facts' },
      options.topics.flatMap(topic => [make('dt', null, topic.code), make('dd', null, topic.name)]))),
    make('p', { class: 'tk-note' }, columns.by
      ? 'Việc kéo dài qua hai kỳ được đếm ở cả hai kỳ và một lần ở “Cả kỳ”; vì vậy “Cả kỳ” có thể nhỏ hơn tổng các cột.'
      : 'Bấm một số để xem các minh chứng đứng sau số đó.'),
    saving(asks, 'figures', caption, cut)];
}

// Times as columns; the last one is the whole period.
function times(figures, amountOf) {
  return {
    headings: figures.columns.map(column => column.label),
    limits: figures.columns.map(column => column.whole ? {} : { From: day(column.from), To: day(column.to) }),
    lines: figures.lines.map(line => ({ line, amounts: line.amounts.map(amountOf) }))
  };
}

// Topics as columns: the lines of one row come together, with their sum; an entry has one topic, so nothing is counted twice.
function topics(figures, rows, amountOf) {
  const codes = [...new Set(figures.lines.map(line => line.topic.code))].sort();
  const found = new Map();
  figures.lines.forEach(line => {
    const key = rows.map(one => line[one.key].code).join('|');
    const of = found.get(key) || { line, amounts: [...codes.map(() => 0), 0] };
    const amount = amountOf(line.amounts[0]);
    of.amounts[codes.indexOf(line.topic.code)] = amount;
    of.amounts[codes.length] += amount;
    found.set(key, of);
  });
  return {
    headings: [...codes.map(code => code === '-' ? 'Không nêu' : code), 'Cộng'],
    limits: [...codes.map(code => ({ Topic: code })), {}],
    lines: [...found.values()]
  };
}
