// "Lịch thời hạn" on the page "Tin báo": secret addresses under which other calendars show the deadlines.

import { call as ask, element } from './trang-1.0.0.js';

const section = document.getElementById('lich');
const NAMES = { PERSON: 'Lịch của tôi', UNIT: 'Lịch của đơn vị' };
const call = (path, method) => ask('/calendar-feeds' + path, method);

function button(label, act, told) {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', async () => {
    told.textContent = '';
    try {
      await act();
    } catch (problem) {
      told.textContent = problem.message;
    }
  });
  return made;
}

function stateOf(feed) {
  if (!feed.createdAt) return 'Chưa có địa chỉ.';
  return 'Có địa chỉ từ ' + feed.createdAt + (feed.lastReadAt ? ', được đọc gần nhất ' + feed.lastReadAt + '.' : ', chưa ai đọc.');
}

function showAddress(address, told) {
  const field = element('input', null, 'tk-address');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', 'Địa chỉ lịch');
  field.addEventListener('focus', () => field.select());
  const copy = button('Chép địa chỉ', async () => {
    field.select();
    await navigator.clipboard.writeText(address);
    told.textContent = 'Đã chép.';
  }, told);
  const row = element('div', null, 'tk-actions');
  row.append(field, copy);
  return row;
}

function show(feed, fresh) {
  const block = element('div', null, 'tk-feed');
  const told = element('p', fresh ? 'Địa chỉ chỉ hiện một lần: hãy chép ngay.' : '', 'tk-small');
  told.setAttribute('role', 'status');
  const actions = element('div', null, 'tk-actions');
  actions.append(button(feed.createdAt ? 'Tạo địa chỉ mới' : 'Tạo địa chỉ', async () => {
    const created = await call('/' + feed.owner, 'POST');
    await showAll({ owner: feed.owner, address: created.address });
  }, told));
  if (feed.createdAt) {
    actions.append(button('Thu hồi', async () => {
      await call('/' + feed.owner, 'DELETE');
      await showAll();
    }, told));
  }
  block.append(element('h3', NAMES[feed.owner] + ' – ' + feed.name), element('p', stateOf(feed), 'tk-small'));
  if (fresh) block.append(showAddress(fresh.address, told));
  block.append(actions, told);
  return block;
}

async function showAll(fresh) {
  const feeds = await call('');
  section.hidden = feeds.length === 0;
  section.replaceChildren(
    element('h2', 'Lịch thời hạn'),
    element('p', 'Thời hạn tự hiện trong lịch bạn đang dùng. Outlook: Thêm lịch → Từ internet. Google Calendar: Lịch khác → Từ URL. '
      + 'Điện thoại: thêm lịch đăng ký. Rồi dán địa chỉ.', 'tk-small'),
    element('p', 'Ai có địa chỉ đều xem được: không gửi cho người khác. Lỡ lộ thì thu hồi hoặc tạo địa chỉ mới.', 'tk-small'),
    ...feeds.map(feed => show(feed, fresh && fresh.owner === feed.owner ? fresh : null)));
}

showAll().catch(() => { section.hidden = true; });
