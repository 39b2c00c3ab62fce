// The page "Bàn giao": all open work of one person goes to another of the unit. First as it would be, then in one act.

import { call, labelled, make, queryOf, savedTable } from './khung-1.0.0.js';

export async function show({ asks, body, say, guard, go }) {
  const page = await call('/operation/hand-over');
  const people = page.units.flatMap(unit => unit.people.map(one => ({ ...one, unit: unit.unit })));
  const groups = (name, label, chosen, of) => {
    const field = labelled({ name, label, type: 'select', any: 'Chọn…', required: true, choices: [] }, chosen);
    field.querySelector('select').append(...page.units.filter(of).map(unit => {
      const group = make('optgroup', { label: unit.unit });
      group.append(...unit.people.map(one => make('option', { value: one.value, selected: one.value === chosen }, one.label)));
      return group;
    }));
    return field;
  };
  const giver = people.find(one => one.value === asks.from);
  const from = groups('from', 'Người bàn giao', asks.from, () => true);
  let to = groups('to', 'Người nhận (cùng đơn vị)', asks.to, unit => !giver || unit.unit === giver.unit);
  from.querySelector('select').addEventListener('change', event => {
    const chosen = people.find(one => one.value === event.target.value);
    const fresh = groups('to', 'Người nhận (cùng đơn vị)', '', unit => !chosen || unit.unit === chosen.unit);
    to.replaceWith(fresh);
    to = fresh;
  });
  const form = make('form', { class: 'tk-fields', onsubmit: event => {
    event.preventDefault();
    go(Object.fromEntries(new FormData(form)));
  } }, from, to, make('div', { class: 'tk-buttons' }, make('button', { type: 'submit', class: 'tk-button tk-main' }, 'Xem thử')));
  const preview = make('div');
  body.append(
    make('p', null, 'Việc đang mở của một người chuyển cho người khác cùng đơn vị. Việc của chức danh ở lại với chức danh. Xem thử chưa thay đổi gì.'),
    form, preview);
  say('');
  showLast(body, page.last);
  if (asks.from && asks.to) await guard(() => showPreview({ asks, preview, say, guard, go }))();
}

function showLast(body, last) {
  body.append(make('h2', null, 'Đã bàn giao'));
  body.append(last.length === 0 ? make('p', null, 'Chưa có lần bàn giao nào.') : savedTable('hand-overs', {}, 'Những lần bàn giao gần đây', [
    { title: 'Lúc', short: true, of: done => done.at },
    { title: 'Từ ai cho ai', head: true, of: done => done.from + ' → ' + done.to },
    { title: 'Người quyết định', of: done => done.by },
    { title: 'Lý do', of: done => done.why },
    { title: 'Việc', of: done => make('details', null, make('summary', null, done.items.length + ' việc'),
      make('ul', null, done.items.map(item => make('li', null, item.what + ' – ' + item.how)))) }
  ], last));
}

async function showPreview({ asks, preview, say, guard, go }) {
  const would = await call('/operation/hand-over/preview' + queryOf({ from: asks.from, to: asks.to }));
  const staying = would.items.filter(item => !item.moves).length;
  say('Xem thử: ' + would.moving + ' việc sẽ chuyển, ' + staying + ' việc ở lại. Chưa thay đổi gì.');
  if (would.items.length === 0) {
    preview.append(make('p', null, would.from + ' không có việc nào đang mở.'));
    return;
  }
  preview.append(savedTable('preview', asks, 'Sẽ chuyển từ ' + would.from + ' cho ' + would.to, [
    { title: 'Chuyển', of: item => item.moves ? '✓ Có' : '✕ Không' },
    { title: 'Việc', head: true, of: item => item.what },
    { title: 'Hạn', of: item => item.due },
    { title: 'Cách chuyển', of: item => item.how }
  ], would.items));
  if (would.moving === 0) return;
  const button = make('button', { type: 'submit', class: 'tk-button tk-main' }, 'Bàn giao ' + would.moving + ' việc');
  const confirm = make('form', { class: 'tk-fields', onsubmit: guard(async event => {
    event.preventDefault();
    button.disabled = true;
    try {
      const done = await call('/operation/hand-over', 'POST', { ...asks, why: new FormData(confirm).get('why'), seen: would.seen });
      preview.replaceChildren(make('p', { class: 'tk-done', tabindex: -1 },
        '✓ Đã bàn giao ' + done.items.length + ' việc từ ' + done.from + ' cho ' + done.to + '.'));
      say('');
      preview.firstChild.focus();
    } finally {
      button.disabled = false;
    }
  }) },
  labelled({ name: 'why', label: 'Lý do bàn giao', type: 'long', required: true, wide: true }),
  make('div', { class: 'tk-buttons' }, button, make('button', { type: 'button', class: 'tk-button', onclick: () => go({}) }, 'Thôi')));
  preview.append(confirm);
}
