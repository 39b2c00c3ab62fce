// What our own pages have in common, here and in Cockpit: our data, asked for as the person who is signed in, and elements
// made from text alone.

import './phien-1.0.0.js';

export const BASE = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

// Each answer brings the token that the next change must carry.
let token = '';

// Throws the refusal's sentence, or its reasons by field, with its status. What is given goes as JSON, or as a form with files.
export async function call(path, method = 'GET', given) {
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token };
  const upload = given instanceof FormData;
  if (given && !upload) headers['Content-Type'] = 'application/json';
  const response = await fetch(BASE + '/api' + path, {
    method, credentials: 'same-origin', headers, body: given && !upload ? JSON.stringify(given) : given
  });
  token = response.headers.get('X-XSRF-TOKEN') || token;
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) {
    const reasons = (body.fields || []).map(reason => reason.message).join(' ');
    throw Object.assign(new Error(reasons || body.message || 'Chưa đọc được dữ liệu. Hãy tải lại trang.'), { status: response.status });
  }
  return body;
}

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}
