// The section "Lịch thời hạn" of the page "Tin báo": addresses under which calendar programs read deadlines.

import { call as ask, element } from './trang-1.0.0.js';

const section = document.getElementById('lich');

async function call(path, method, given) {
  try {
    return await ask('/calendar-feeds' + path, method, given);
  } catch (refusal) {
    if (refusal.status === 401) return null; // the page itself leads to the sign-in
    throw refusal;
  }
}

const problem = element('p', null, 'tk-problem');
problem.setAttribute('role', 'alert');
problem.hidden = true;
const done = element('p', null, 'tk-small');
done.setAttribute('role', 'status');
const list = element('ul', null, 'tk-notices');

/** What a button does, once at a time. */
function button(text, label, act) {
  const made = element('button', text);
  made.type = 'button';
  made.setAttribute('aria-label', text + ': ' + label);
  made.addEventListener('click', async () => {
    problem.hidden = true;
    done.textContent = '';
    made.disabled = true;
    try {
      await act();
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

function titleOf(feed) {
  return (feed.owner === 'UNIT' ? 'Lịch của đơn vị: ' : 'Lịch của tôi: ') + feed.label;
}

function stateOf(feed) {
  if (!feed.active) return 'Chưa có địa chỉ.';
  return 'Đang dùng, tạo lúc ' + feed.createdAt + '. '
    + (feed.lastReadAt ? 'Đọc gần nhất lúc ' + feed.lastReadAt + '.' : 'Chưa được đọc lần nào.');
}

/** The address, which the server shows this once. */
function showAddress(row, address, title) {
  const label = element('label', 'Địa chỉ (chỉ hiện một lần, hãy chép ngay): ');
  const field = element('input', null, 'tk-address');
  field.type = 'text';
  field.readOnly = true;
  field.value = address;
  field.addEventListener('focus', () => field.select());
  label.append(field);
  const copy = button('Chép địa chỉ', title, async () => {
    try {
      await navigator.clipboard.writeText(address); // only where the page came over https
      done.textContent = 'Đã chép địa chỉ.';
    } catch {
      field.focus();
      done.textContent = 'Địa chỉ đã được chọn: nhấn Ctrl+C để chép.';
    }
  });
  const actions = element('div', null, 'tk-actions');
  actions.append(copy);
  row.append(label, actions);
  field.focus();
}

function showFeed(feed) {
  const title = titleOf(feed);
  const row = element('li');
  row.dataset.owner = feed.owner;
  row.append(element('h3', title), element('div', stateOf(feed), 'tk-small'));
  const actions = element('div', null, 'tk-actions');
  actions.append(button(feed.active ? 'Tạo địa chỉ mới' : 'Tạo địa chỉ', title, async () => {
    if (feed.active && !confirm('Địa chỉ đang dùng sẽ hết hiệu lực. Tạo địa chỉ mới?')) return;
    const created = await call('', 'POST', { owner: feed.owner });
    if (!created) throw new Error('Phiên làm việc đã hết: hãy đăng nhập lại.');
    await show();
    showAddress(list.querySelector('[data-owner="' + feed.owner + '"]'), created.address, title);
    done.textContent = 'Đã tạo địa chỉ.';
  }));
  if (feed.active) {
    actions.append(button('Thu hồi', title, async () => {
      if (!confirm('Sau khi thu hồi, không ai đọc được lịch này nữa. Thu hồi địa chỉ?')) return;
      if (!await call('/' + feed.owner, 'DELETE')) throw new Error('Phiên làm việc đã hết: hãy đăng nhập lại.');
      await show();
      done.textContent = 'Đã thu hồi địa chỉ.';
      list.querySelector('[data-owner="' + feed.owner + '"] button').focus();
    }));
  }
  row.append(actions);
  return row;
}

async function show() {
  const feeds = await call('');
  section.hidden = !feeds || feeds.length === 0;
  list.replaceChildren(...(feeds || []).map(showFeed));
}

const heading = element('h2', 'Lịch thời hạn');
heading.id = 'lich-title';
section.setAttribute('aria-labelledby', heading.id);
section.replaceChildren(
  heading,
  element('p', 'Thời hạn hiện ngay trong lịch mà bạn vẫn dùng, và tự cập nhật.'),
  problem, list, done,
  element('p', 'Outlook: Thêm lịch › Đăng ký từ web. Google Calendar: Lịch khác › Từ URL. Rồi dán địa chỉ.', 'tk-small'),
  element('p', 'iPhone: Cài đặt › Lịch › Tài khoản › Thêm lịch đăng ký. Android: thêm bằng Google Calendar trên máy tính.', 'tk-small'),
  element('p', 'Ai có địa chỉ đều đọc được lịch, không cần đăng nhập: đừng chuyển cho người khác, và thu hồi khi bị lộ.', 'tk-small tk-problem'));

show().catch(failure => {
  section.hidden = false;
  problem.textContent = failure.message;
  problem.hidden = false;
});
