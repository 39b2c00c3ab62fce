// The page "Bắt đầu quy trình": what this person may start, each with what it is for. Tasklist's own dialog opens with the
// form of the one that is chosen.

import { DATA, element, read } from './goc-1.0.0.js';

const PATH = '/bat-dau';

// "Dieu chinh" finds "Điều chỉnh".
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

function drawProcess(process) {
  const row = element('li');
  const link = element('a', process.name);
  link.href = '#/?processStart=' + encodeURIComponent(process.key);
  row.append(link);
  if (process.purpose) row.append(element('p', process.purpose));
  return row;
}

function drawPage(node) {
  const page = element('main', null, 'tk-start');
  const label = element('label', 'Tìm theo tên');
  const search = element('input', null, 'form-control');
  const count = element('p', 'Đang đọc danh sách…', 'tk-explained');
  const list = element('ul');
  search.type = 'search';
  search.id = label.htmlFor = 'tk-start-search';
  count.setAttribute('role', 'status');
  page.append(element('h1', 'Bắt đầu quy trình'), label, search, count, list);
  node.append(page);
  read(DATA + '/processes/startable').then(processes => {
    const show = () => {
      const wanted = plain(search.value.trim());
      const found = processes.filter(process => plain(process.name + ' ' + process.purpose).includes(wanted));
      list.replaceChildren(...found.map(drawProcess));
      count.textContent = found.length ? found.length + ' quy trình bạn được bắt đầu' : 'Không có quy trình nào như vậy.';
    };
    search.addEventListener('input', show);
    show();
  }, problem => { count.textContent = '⚠ ' + problem.message; });
}

function drawLink(node) {
  const link = element('a', 'Bắt đầu quy trình', 'tk-header-link tk-start-link');
  link.href = '#' + PATH;
  // On a phone the menu lies above the page: it folds up again.
  link.addEventListener('click', () => document.querySelectorAll('.navbar-toggle.open').forEach(menu => menu.click()));
  node.append(link);
}

export const starting = [{
  id: 'bat-dau',
  pluginPoint: 'tasklist.route',
  properties: { path: PATH },
  render: node => drawPage(node)
}, {
  id: 'bat-dau-lien-ket',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: node => drawLink(node)
}];
