// What our scripts in Tasklist have in common: where our data are, how to read them, elements made from text alone.

const ROOT = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export const DATA = ROOT + '/api';
export const TEMPLATES = ROOT + '/trien-khai';

const MEGABYTE = 1024 * 1024;

// Throws the refusal's sentence.
export async function read(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.message || 'Không đọc được dữ liệu của biểu mẫu. Hãy tải lại trang.');
  return body;
}

export function cookie(name) {
  const found = document.cookie.split('; ').find(part => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

// Throws the refusal's sentence.
export async function send(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') },
    credentials: 'same-origin',
    body: JSON.stringify(body)
  });
  if (response.ok) return;
  const refusal = await response.json().catch(() => ({}));
  throw new Error(refusal.message || 'Không gửi được: hãy thử lại.');
}

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export const fileUrl = id => DATA + '/attachments/' + id;

export const size = bytes =>
  bytes < MEGABYTE ? Math.ceil(bytes / 1024) + ' KB' : (bytes / MEGABYTE).toFixed(1).replace('.', ',') + ' MB';

// Signs beside the words, never instead of them.
const SIGNS = { OVERDUE: '⚠', DONE_LATE: '⚠', DUE_SOON: '●' };

export function timing(state, words) {
  const made = element('span', null, 'tk-timing tk-timing-' + state);
  if (SIGNS[state]) {
    const sign = element('span', SIGNS[state] + ' ');
    sign.setAttribute('aria-hidden', 'true');
    made.append(sign);
  }
  made.append(words);
  return made;
}

// Runs an act every minute while the page is looked at, and when somebody comes back to it. Returns how to stop.
export function everyMinute(act) {
  const whileSeen = () => document.hidden || act();
  const running = setInterval(whileSeen, 60 * 1000);
  document.addEventListener('visibilitychange', whileSeen);
  return () => {
    clearInterval(running);
    document.removeEventListener('visibilitychange', whileSeen);
  };
}
