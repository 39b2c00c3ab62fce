// The frame of our pages within Cockpit: a heading, a place for results, one for what went wrong; forms whose answers stand in
// the address, so that a view can be sent; tables that a screen reader and a phone can read. Elements are made from text alone.

import { BASE, call } from '../../../../trien-khai/trang-1.0.0.js';

export { BASE, call };

let asked;

// What the person who is signed in may see and choose; asked for once.
export function options() {
  asked = asked || call('/operation/options').catch(problem => {
    asked = undefined;
    throw problem;
  });
  return asked;
}

// make('a', { href: '#/x', class: 'tk-link', onclick: act }, 'text', child, …); null and false children are left out.
export function make(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (value === null || value === undefined || value === false) return;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value === 'boolean') made[key] = value;
    else made.setAttribute(key, value === true ? '' : value);
  });
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

// What stands behind the question mark of the address, without what is empty.
export function asks() {
  return Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] || ''));
}

export function addressOf(path, given = {}) {
  const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const query = new URLSearchParams(filled).toString().replace(/\+/g, '%20'); // as Cockpit writes it
  return '#' + path + (query ? '?' + query : '');
}

export function queryOf(given) {
  return addressOf('', given).slice(1);
}

// Opens a page in a node of Cockpit. Its module's `show` gets { path, asks, body, say, guard, go }.
export async function open(node, page) {
  document.title = page.name + ' | Triển Khai';
  const heading = make('h1', { tabindex: -1 }, page.name);
  const status = make('p', { class: 'tk-status', role: 'status' }, 'Đang đọc dữ liệu…');
  const problem = make('p', { class: 'tk-wrong', role: 'alert', hidden: true });
  const body = make('div');
  node.append(make('main', { class: 'tk-cockpit' }, heading, status, problem, body));

  const say = text => { status.textContent = text; };
  // Does something that may be refused; the refusal's sentence is shown, whatever was on the page stays.
  const guard = act => async (...given) => {
    problem.hidden = true;
    try {
      return await act(...given);
    } catch (refused) {
      say('');
      problem.textContent = refused.message;
      problem.hidden = false;
      if (refused.status === 401) problem.append(' ', make('a', { href: BASE + '/camunda/app/cockpit/default/' }, 'Đăng nhập'));
    }
  };
  // The same address again does not open the page again by itself.
  const go = given => {
    const to = addressOf(page.path, given);
    if (location.hash === to) show();
    else location.hash = to;
  };
  const show = guard(async () => {
    body.replaceChildren();
    await (await page.load()).show({
      path: page.path, asks: asks(), person: await options(), body, heading, say, guard, go
    });
  });
  await show();
}

let counted = 0;

// fields: { name, label, type: 'text' | 'day' | 'select', choices, any, hint }; the values of the address are filled in.
export function searchForm(label, fields, given, search) {
  const form = make('form', { class: 'tk-search', role: 'search', 'aria-label': label, onsubmit: event => {
    event.preventDefault();
    search(Object.fromEntries(new FormData(form)));
  } });
  fields.forEach(field => form.append(labelled(field, given[field.name])));
  form.append(make('div', { class: 'tk-buttons' },
    make('button', { type: 'submit', class: 'tk-button tk-main' }, 'Tìm'),
    make('button', { type: 'button', class: 'tk-button', onclick: () => search({}) }, 'Bỏ lọc')));
  return form;
}

export function labelled(field, value) {
  const id = 'tk-field-' + (++counted);
  // The browser's own words are in the browser's language.
  const missing = field.required ? {
    oninvalid: event => event.target.setCustomValidity(field.type === 'select' ? 'Hãy chọn một mục.' : 'Hãy nhập mục này.'),
    oninput: event => event.target.setCustomValidity('')
  } : {};
  const input = field.type === 'select'
    ? make('select', { id, name: field.name, required: field.required || false, ...missing },
      field.any === undefined ? null : make('option', { value: '' }, field.any),
      field.choices.map(choice => make('option', { value: choice.value, selected: choice.value === value }, choice.label)))
    : make(field.type === 'long' ? 'textarea' : 'input', {
      id, name: field.name, value: field.type === 'long' ? null : value || '', rows: field.type === 'long' ? 3 : null,
      required: field.required || false,
      type: field.type === 'long' ? null : 'text', inputmode: field.type === 'day' ? 'numeric' : null,
      placeholder: field.type === 'day' ? 'dd/mm/yyyy' : null, autocomplete: 'off', ...missing
    });
  return make('div', { class: 'tk-field' + (field.wide ? ' tk-wide' : '') },
    make('label', { for: id }, field.label), input);
}

// columns: { title, of: row => text or node, head: true for the cell that names the row, number: true, short: true if it never wraps }
export function table(caption, columns, rows) {
  return make('div', { class: 'tk-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    make('table', { class: 'tk-table' },
      make('caption', null, caption),
      make('thead', null, make('tr', null, columns.map(column =>
        make('th', { scope: 'col', class: column.number ? 'tk-number' : null }, column.title)))),
      make('tbody', null, rows.map(row => make('tr', null, columns.map(column => {
        const content = column.of(row);
        return make(column.head ? 'th' : 'td', {
          scope: column.head ? 'row' : null, 'data-label': column.title, class: column.number ? 'tk-number' : column.short ? 'tk-short' : null
        }, content === null || content === undefined || content === '' ? '–' : content);
      }))))));
}

// Ways to save a table. path is the file's among our data, without its ending; query the page's conditions.
export function savingOf(path, query, caption) {
  const told = make('span', { role: 'status' });
  const link = kind => make('a', {
    class: 'tk-button', href: BASE + '/api' + path + '.' + kind + query,
    onclick: event => save(event, told), 'aria-label': 'Tải .' + kind + ': ' + caption
  }, 'Tải .' + kind);
  return make('div', { class: 'tk-buttons tk-saving' }, link('xlsx'), link('csv'), told);
}

// Through the page and not by the link itself: a refusal is a sentence here and not a file, and a long file shows that it comes.
async function save(event, told) {
  event.preventDefault();
  told.textContent = 'Đang lập tệp…';
  try {
    const response = await fetch(event.currentTarget.href, { credentials: 'same-origin' });
    if (!response.ok) {
      const refusal = await response.json().catch(() => ({}));
      const reasons = (refusal.fields || []).map(reason => reason.message).join(' ');
      throw new Error(reasons || refusal.message || 'Chưa lập được tệp. Hãy thử lại.');
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') || '');
    const address = URL.createObjectURL(await response.blob());
    make('a', { href: address, download: name ? name[1] : 'bang' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    told.textContent = '✓ Đã tải.';
  } catch (problem) {
    told.textContent = problem.message;
  }
}

// A table of one of our pages with the ways to save it: all that was found and not one page of it.
export function savedTable(file, asks, caption, columns, rows) {
  const { page, ...conditions } = asks;
  return make('div', { class: 'tk-saved' }, table(caption, columns, rows),
    savingOf('/operation/files/' + file, queryOf(conditions), caption));
}

// A deadline's state in words, with a sign and a colour beside them.
export function due(state, label) {
  const signs = { OVERDUE: '⚠', DUE_SOON: '◷', ON_TRACK: '●', DONE_LATE: '⚠', DONE_ON_TIME: '✓' };
  return make('span', { class: 'tk-due tk-due-' + state.toLowerCase() },
    signs[state] ? make('span', { 'aria-hidden': 'true' }, signs[state] + ' ') : null, label);
}

export function facts(list) {
  return make('dl', { class: 'tk-facts' }, list.flatMap(fact => [make('dt', null, fact.label), make('dd', null, fact.value)]));
}

// Links to the pages before and after; says what was not looked through.
export function pages(found, path, given) {
  const link = (text, page) => make('a', { class: 'tk-button', href: addressOf(path, { ...given, page: page || '' }) }, text);
  return make('nav', { class: 'tk-pages', 'aria-label': 'Các trang kết quả' },
    found.page > 0 ? link('‹ Trang trước', found.page - 1) : null,
    make('span', null, 'Trang ' + (found.page + 1)),
    found.more ? link('Trang sau ›', found.page + 1) : null);
}

export function told(found, what) {
  const first = found.page * 25 + 1;
  const text = found.rows.length === 0 ? 'Không có ' + what + ' nào khớp.'
    : 'Đang xem ' + what + ' từ ' + first + ' đến ' + (first + found.rows.length - 1) + (found.more ? ', còn nữa.' : '.');
  return text + (found.cut ? ' Chỉ tìm trong những bản ghi gần nhất: hãy thu hẹp điều kiện để tìm xa hơn.' : '');
}
