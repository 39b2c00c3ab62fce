// The plumbing of all our embedded forms: shows what is known, collects one answer, uploads files, shows refusals.
// A form calls tk.form(camForm) and binds to `choices`, `answer` and `errors`; nothing else.

import { DATA, TEMPLATES, cookie, element, everyMinute, fileUrl, read, size } from './goc-1.0.0.js';
import { starting } from './bat-dau-1.0.0.js';
import { caseFile } from './ho-so-1.0.0.js';
import { followAddress, taskList } from './the-viec-1.0.0.js';

function upload(file, progress) {
  return new Promise((resolve, reject) => {
    const data = new FormData();
    data.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', DATA + '/attachments');
    request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
    request.upload.onprogress = event => event.lengthComputable && progress(Math.round(100 * event.loaded / event.total));
    request.onload = () => {
      let body = {};
      try { body = JSON.parse(request.responseText); } catch (notJson) { /* the status speaks */ }
      request.status === 200 ? resolve(body) : reject(new Error(body.message || 'Tệp chưa tải lên được (' + request.status + ').'));
    };
    request.onerror = () => reject(new Error('Mất kết nối khi tải tệp: hãy thử lại.'));
    request.send(data);
  });
}

function watchFiles(form, scope) {
  form.addEventListener('change', event => {
    const input = event.target;
    const holderName = input.getAttribute && input.getAttribute('tk-files');
    if (input.type !== 'file' || !holderName) return;
    const holder = angular.element(input).scope().$eval(holderName);
    holder.attachments = holder.attachments || [];
    holder.files = holder.files || [];
    [...input.files].forEach(file => {
      const row = { name: file.name, size: file.size, percent: 0 };
      scope.$apply(() => holder.files.push(row));
      upload(file, percent => scope.$apply(() => { row.percent = percent; })).then(
        stored => scope.$apply(() => { row.id = stored.id; row.percent = 100; holder.attachments.push(stored.id); }),
        problem => scope.$apply(() => { row.problem = problem.message; }));
    });
    input.value = '';
  });
}

// <input tk-deadline> says below itself what the deadline comes to, while it is typed. The attribute's value, if any, is an
// expression for the day of the event; without one days are counted from today.
function watchDeadlines(form) {
  const explain = input => {
    const told = explanationOf(input);
    const text = input.value.trim();
    const event = input.getAttribute('tk-deadline');
    const from = (event && angular.element(input).scope().$eval(event)) || '';
    const turn = input.tkTurn = (input.tkTurn || 0) + 1;
    const say = (words, wrong) => {
      if (input.tkTurn !== turn) return;
      told.textContent = words;
      told.classList.toggle('text-danger', Boolean(wrong));
    };
    if (!text) return say('');
    read(DATA + '/deadlines?text=' + encodeURIComponent(text) + '&from=' + encodeURIComponent(from)).then(
      deadline => say(deadline.explanation + '.'),
      problem => say(problem.message, true));
  };
  form.addEventListener('input', event => {
    const input = event.target;
    if (!input.hasAttribute('tk-deadline')) return;
    clearTimeout(input.tkWaiting);
    input.tkWaiting = setTimeout(() => explain(input), 300);
  });
  return () => form.querySelectorAll('input[tk-deadline]').forEach(explain);
}

function explanationOf(input) {
  const next = input.nextElementSibling;
  if (next && next.classList.contains('tk-deadline')) return next;
  const told = document.createElement('p');
  told.className = 'help-block tk-deadline';
  told.id = (input.id || input.name) + '-explanation';
  told.setAttribute('role', 'status');
  told.setAttribute('aria-live', 'polite');
  input.after(told);
  const described = input.getAttribute('aria-describedby');
  input.setAttribute('aria-describedby', described ? described + ' ' + told.id : told.id);
  return told;
}

const swap = (paragraphs, paragraph, step) => {
  const from = paragraphs.indexOf(paragraph);
  let to = from + step;
  while (paragraphs[to] && paragraphs[to].section !== paragraph.section) to += step;
  if (paragraphs[to]) [paragraphs[from], paragraphs[to]] = [paragraphs[to], paragraphs[from]];
};

const tk = window.tk = {
  known: TEMPLATES + '/known.html',
  evidence: TEMPLATES + '/evidence.html',
  content: TEMPLATES + '/content.html',
  comments: TEMPLATES + '/comments.html',
  files: TEMPLATES + '/files.html',
  tables: TEMPLATES + '/tables.html',
  lateEntries: TEMPLATES + '/late-entries.html',
  inspectionProgramme: TEMPLATES + '/inspection-programme.html',
  fileUrl,
  size,
  document: TEMPLATES + '/document.html',
  documentUrl: (id, file) => DATA + '/documents/' + id + '/' + file,
  documentPage: id => TEMPLATES + '/van-ban.html#' + id,
  figuresXlsx: request => DATA + '/reports/' + request + '/figures.xlsx',
  figuresUrl: request => TEMPLATES + '/so-lieu.html?bao-cao=' + request,
  templateUrl: name => DATA + '/document-templates/' + name,
  copy: value => angular.copy(value),
  has: (list, value) => (list || []).includes(value),

  toggle(holder, name, value) {
    const list = holder[name] = holder[name] || [];
    const at = list.indexOf(value);
    at < 0 ? list.push(value) : list.splice(at, 1);
  },

  addAll(holder, name, values) {
    holder[name] = [...new Set([...(holder[name] || []), ...values])];
  },

  /** A paragraph changes places with its neighbour under the same heading. */
  moveUp: (paragraphs, paragraph) => swap(paragraphs, paragraph, -1),
  moveDown: (paragraphs, paragraph) => swap(paragraphs, paragraph, 1),

  /** Issued documents by number or abstract, as choices in `finding.found`; without words the newest come back. */
  findDocuments(scope, finding) {
    const words = (finding.words || '').trim();
    const show = (found, told) => scope.$applyAsync(() => Object.assign(finding, { found, told }));
    if (!words) return show(null, '');
    read(DATA + '/documents?amendable=true&words=' + encodeURIComponent(words)).then(
      page => show(
        page.documents.map(one => ({ value: one.id, label: one.number + ' ngày ' + one.date + ' – ' + one.type + ': ' + one.title })),
        page.total === 0 ? 'Không thấy văn bản nào đã phát hành, còn hiệu lực, có “' + words + '” trong số hoặc trích yếu.'
          : 'Thấy ' + page.total + ' văn bản' + (page.total > page.size ? ', danh sách có ' + page.size + ' văn bản mới nhất: hãy ghi rõ hơn.' : '.')),
      problem => show(null, problem.message));
  },

  setAll: (rows, name, value) => rows.forEach(row => { row[name] = value; }),

  dropFile(holder, row) {
    holder.files.splice(holder.files.indexOf(row), 1);
    holder.attachments = (holder.attachments || []).filter(id => id !== row.id);
  },

  form(camForm) {
    const field = name => name && camForm.formElement[0].querySelector('[name="' + name + '"]');
    const scope = camForm.formElement.scope();
    scope.tk = tk;
    scope.answer = {};
    scope.choices = {};
    scope.errors = {};
    scope.loading = true;

    const explainDeadlines = watchDeadlines(camForm.formElement[0]);
    const url = camForm.taskId ? '/forms/tasks/' + camForm.taskId : '/forms/start/' + camForm.processDefinitionId;
    let restored = null;
    const show = view => {
      scope.view = view;
      scope.choices = view.choices;
      Object.assign(scope.answer, view.answer, restored || {});
      scope.loading = false;
      setTimeout(explainDeadlines); // once the inputs hold what is known
    };
    read(DATA + url).then(
      view => scope.$applyAsync(() => show(view)),
      problem => scope.$applyAsync(() => { scope.problem = problem.message; scope.loading = false; }));

    // An answer that was saved, or rescued when the session ended, comes back.
    camForm.on('variables-restored', () => {
      const saved = camForm.variableManager.variables.answer;
      if (saved && saved.value) {
        restored = saved.value;
        delete camForm.variableManager.variables.answer;
        scope.$applyAsync(() => Object.assign(scope.answer, restored));
      }
    });
    const collect = () => {
      camForm.variableManager.variables.answer = {
        name: 'answer', type: 'Json', value: angular.copy(scope.answer), valueInfo: { transient: true }, isNew: true
      };
    };
    camForm.on('store', collect);
    camForm.on('submit', () => {
      scope.errors = {};
      scope.problem = null;
      camForm.formElement[0].querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
      if (uploading(scope.answer)) {
        scope.problem = 'Còn tệp đang tải lên: hãy chờ xong rồi bấm Hoàn thành.';
        camForm.submitPrevented = true;
        return;
      }
      collect();
    });
    camForm.on('submit-failed', (_, [problem]) => {
      if (camForm.submitPrevented) return;
      const body = (problem.response && problem.response.body) || problem;
      const fields = body.fields || [];
      scope.$applyAsync(() => {
        fields.forEach(reason => {
          scope.errors[reason.field] = reason.message;
          if (field(reason.field)) field(reason.field).setAttribute('aria-invalid', 'true');
        });
        const elsewhere = fields.filter(reason => !field(reason.field)).map(reason => reason.message);
        scope.problem = fields.length ? elsewhere.join(' ') : body.message || problem.message;
        const first = fields.map(reason => field(reason.field)).find(found => found);
        if (first) first.focus();
      });
    });
    watchFiles(camForm.formElement[0], scope);
  }
};

function uploading(value) {
  if (!value || typeof value !== 'object') return false;
  if (Array.isArray(value.files) && value.files.some(row => !row.id && !row.problem)) return true;
  return Object.values(value).some(uploading);
}

// The ways to the messages, with the number of unread ones, to the documents and to the guide, in Tasklist's header.
function showNotices(node) {
  const link = showLink(node, '/tin-bao.html', 'Tin báo');
  const count = async () => {
    const { unread } = await read(DATA + '/notices/unread').catch(() => ({ unread: 0 }));
    link.textContent = unread ? 'Tin báo (' + unread + ')' : 'Tin báo';
    link.classList.toggle('tk-notices-new', unread > 0);
  };
  count();
  return everyMinute(count);
}

function showLink(node, href, text) {
  const link = element('a', text, 'tk-header-link');
  link.href = TEMPLATES + href;
  node.append(link);
  return link;
}

let stopCounting = () => {};

// config.js names this module among those that Tasklist starts with.
angular.module('trien-khai', []).run(followAddress);

export default [{
  id: 'tin-bao',
  pluginPoint: 'tasklist.navbar.action',
  priority: 900,
  render: node => { stopCounting = showNotices(node); },
  unmount: () => stopCounting()
}, {
  id: 'van-ban',
  pluginPoint: 'tasklist.navbar.action',
  priority: 910,
  render: node => { showLink(node, '/van-ban.html', 'Văn bản'); }
}, {
  id: 'huong-dan',
  pluginPoint: 'tasklist.navbar.action',
  priority: 890,
  render: node => { showLink(node, '/huong-dan', 'Hướng dẫn'); }
}, ...starting, ...taskList, ...caseFile];
