// The page "Văn bản": the register of documents, one of them in full, and dossiers to be saved.

import { BASE, call, element } from './trang-1.0.0.js';

const byId = id => document.getElementById(id);
const API = BASE + '/api';

function guarded(act) {
  return async (...given) => {
    byId('problem').hidden = true;
    try {
      await act(...given);
    } catch (problem) {
      byId('problem').replaceChildren(problem.message);
      if (problem.status === 401) {
        byId('problem').append(' ', link('Đăng nhập rồi mở lại trang này', BASE + '/camunda/app/tasklist/default/'));
      }
      byId('problem').hidden = false;
    }
  };
}

function link(text, href, saved) {
  const made = element('a', text);
  made.href = href;
  if (saved) made.download = '';
  return made;
}

function wanted(page) {
  const query = new URLSearchParams({ page });
  new FormData(byId('search')).forEach((value, name) => value.trim() && query.set(name, value.trim()));
  return query;
}

function row(found) {
  const made = element('tr');
  const title = element('td');
  title.append(link(found.title, '#' + found.id));
  made.append(
    element('td', found.number || 'chưa có'), element('td', found.date), element('td', found.type), title,
    element('td', found.issuer), element('td', found.drafter), element('td', found.status));
  return made;
}

function turn(text, page) {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', () => show(page));
  return made;
}

function showDossiers(query) {
  const plans = [...byId('plan').options].filter(option => option.value && (!query.get('plan') || option.value === query.get('plan')));
  const clause = query.get('clause');
  byId('dossiers').replaceChildren(...plans.flatMap(plan => {
    const base = API + '/dossiers/plans/' + encodeURIComponent(plan.value);
    const whole = link('Tải hồ sơ ' + plan.text + ' (.zip)', base + '.zip', true);
    return clause
      ? [whole, link('Tải hồ sơ của ' + clause + ' (.zip)', base + '/duties/' + encodeURIComponent(clause) + '.zip', true)]
      : [whole];
  }));
}

const show = guarded(async (page = 0) => {
  const query = wanted(page);
  const found = await call('/documents?' + query);
  const last = Math.max(0, Math.ceil(found.total / found.size) - 1);
  byId('count').textContent = found.total === 0 ? 'Không có văn bản nào.'
    : found.total + ' văn bản' + (last ? ', trang ' + (found.page + 1) + '/' + (last + 1) : '') + '.';
  byId('documents').hidden = found.total === 0;
  byId('documents').tBodies[0].replaceChildren(...found.documents.map(row));
  byId('pages').replaceChildren(
    ...(found.page > 0 ? [turn('Trang trước', found.page - 1)] : []),
    ...(found.page < last ? [turn('Trang sau', found.page + 1)] : []));
  showDossiers(query);
});

function item(parts) {
  const made = element('li');
  made.append(...parts.filter(Boolean));
  return made;
}

function showMark(mark) {
  return item([
    element('strong', mark.step + ': ' + mark.outcome),
    ' (bản ' + mark.version + (mark.holds ? '' : ', bản cũ') + ', ' + mark.by + ', ' + mark.at + ')',
    mark.remark && element('p', mark.remark)]);
}

function showVersion(id, version) {
  return item([
    link('Bản ' + version.number, API + '/documents/' + id + '/file.docx?version=' + version.number, true),
    ': ' + version.what + ' (' + version.by + ', ' + version.at + ')' + (version.current ? ' – bản hiện nay' : ''),
    element('div', 'SHA-256: ' + version.sha256, 'tk-small tk-hash')]);
}

function showOne(one) {
  byId('one-title').textContent = one.title;
  byId('facts').replaceChildren(...one.facts.flatMap(fact => [element('dt', fact.label), element('dd', fact.value)]));
  const files = API + '/documents/' + one.id;
  byId('links').replaceChildren(
    link('Tải tệp Word', files + '/file.docx', true),
    ...(one.files.previewNote ? [] : [link('Xem trước PDF', files + '/file.pdf')]),
    ...one.files.scans.map(scan => link('Bản chụp: ' + scan.name, API + '/attachments/' + scan.id)));
  byId('preview-note').textContent = one.files.previewNote;
  byId('edit').hidden = !one.open;
  byId('marks').replaceChildren(...(one.files.marks.length ? one.files.marks.map(showMark) : [element('li', 'Chưa có ý kiến.')]));
  byId('versions').replaceChildren(...one.files.versions.map(version => showVersion(one.id, version)));
  byId('one').hidden = false;
}

const chosen = () => location.hash.slice(1);

const open = guarded(async () => {
  byId('one').hidden = true;
  byId('edited').textContent = '';
  if (!chosen()) return;
  showOne(await call('/documents/' + encodeURIComponent(chosen())));
  byId('one-title').focus();
});

byId('edit').addEventListener('submit', event => {
  event.preventDefault();
  guarded(async () => {
    byId('edited').textContent = '';
    const file = byId('file').files[0];
    if (!file) throw new Error('Chưa chọn tệp Word đã sửa.');
    const data = new FormData();
    data.append('file', file);
    const stored = await call('/attachments', 'POST', data);
    showOne(await call('/documents/' + chosen() + '/versions', 'POST', { attachment: stored.id, what: byId('what').value }));
    byId('edit').reset();
    byId('edited').textContent = 'Đã nhận bản sửa.';
    await show();
  })();
});

byId('search').addEventListener('submit', event => {
  event.preventDefault();
  show();
});
window.addEventListener('hashchange', open);

function fill(select, choices) {
  select.append(...choices.map(choice => new Option(choice.label, choice.value)));
}

guarded(async () => {
  const options = await call('/documents/options');
  fill(byId('type'), options.types);
  fill(byId('unit'), options.units);
  fill(byId('plan'), options.plans);
  new URLSearchParams(location.search).forEach((value, name) => {
    const field = byId('search').elements.namedItem(name);
    if (field) field.value = value;
  });
  await show();
  await open();
})();
