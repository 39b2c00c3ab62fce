// The page "Tin báo": a person's messages, how they want mail, and for administrators how sending stands.

import { BASE, call as ask, element } from './trang-1.0.0.js';

const byId = id => document.getElementById(id);

async function call(path, method) {
  try {
    return await ask('/notices' + path, method);
  } catch (problem) {
    if (problem.status === 401) {
      const signIn = element('a', 'Đăng nhập rồi mở lại trang này');
      signIn.href = BASE + '/camunda/app/tasklist/default/';
      byId('count').replaceChildren(signIn);
    }
    throw problem;
  }
}

function guarded(act) {
  return async (...given) => {
    byId('problem').hidden = true;
    try {
      await act(...given);
    } catch (problem) {
      byId('problem').textContent = problem.message;
      byId('problem').hidden = false;
    }
  };
}

function showUnread(unread, total) {
  byId('count').textContent = total === 0 ? 'Chưa có tin báo nào.' : unread === 0 ? 'Đã đọc hết.' : unread + ' tin chưa đọc.';
  byId('read-all').hidden = unread === 0;
}

function showNotice(message, total) {
  const row = element('li');
  const title = element('h3', message.subject);
  if (total !== undefined && !message.read) {
    row.className = 'tk-unread';
    title.prepend(element('span', 'Chưa đọc: ', 'tk-small'));
  }
  row.append(title, element('div', message.kind + ' · ' + message.at, 'tk-small'), element('p', message.text));
  row.append(element('div', 'Thư: ' + message.delivery, 'tk-small'));
  if (message.problem) row.append(element('div', message.problem, 'tk-small tk-problem'));

  const actions = element('div', null, 'tk-actions');
  const markRead = async () => showUnread((await call('/' + message.id + '/read', 'POST')).unread, total);
  if (message.link) {
    const link = element('a', 'Mở việc');
    link.href = BASE + message.link;
    link.setAttribute('aria-label', 'Mở việc: ' + message.subject);
    if (row.className) link.addEventListener('click', guarded(markRead));
    actions.append(link);
  }
  if (row.className) {
    const button = element('button', 'Đã đọc');
    button.type = 'button';
    button.setAttribute('aria-label', 'Đã đọc: ' + message.subject);
    button.addEventListener('click', guarded(async () => {
      await markRead();
      row.className = '';
      title.querySelector('span').remove();
      button.remove();
    }));
    actions.append(button);
  }
  row.append(actions);
  return row;
}

function showChoice(choice, chosen) {
  const label = element('label', null, 'tk-choice');
  const input = element('input');
  input.type = 'radio';
  input.name = 'choice';
  input.value = choice.value;
  input.checked = choice.value === chosen;
  input.addEventListener('change', guarded(async () => {
    byId('saved').textContent = '';
    await call('/choice/' + choice.value, 'POST');
    byId('saved').textContent = 'Đã ghi: ' + choice.label + '.';
  }));
  label.append(input, choice.label);
  return label;
}

const show = guarded(async () => {
  const page = await call('');
  const total = page.messages.length;
  showUnread(page.unread, total);
  byId('mine').replaceChildren(...page.messages.map(message => showNotice(message, total)));
  byId('unit-notices').replaceChildren(...page.ofTheUnit.map(message => showNotice(message)));
  byId('of-the-unit').hidden = page.ofTheUnit.length === 0;
  byId('choices').replaceChildren(...page.choices.map(choice => showChoice(choice, page.choice)));
  byId('setting').hidden = false;
  byId('sending').hidden = !page.sending;
  byId('sending-facts').replaceChildren(
    ...(page.sending || []).flatMap(fact => [element('dt', fact.label), element('dd', fact.value)]));
});

byId('read-all').addEventListener('click', guarded(async () => {
  await call('/read', 'POST');
  await show();
}));

show();
