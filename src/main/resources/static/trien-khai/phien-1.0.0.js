// The session of a page: whoever is signed out while a page is open signs in again without losing what they typed. A request
// that the gate refuses (401) waits, together with the page; after the sign-in it goes out again and the page never knows.
// Read before everything else, by the web applications (config.js) and by our own pages.

const BASE = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
const WHO = BASE + '/camunda/api/admin/auth/user/default';
const TOKEN = 'X-XSRF-TOKEN';
const BY_ITSELF = 'X-Trien-Khai-Tu-Dong';
const PRESENT_FOR = 60 * 1000;

const nativeFetch = window.fetch.bind(window);
const NativeRequest = window.XMLHttpRequest;
const signedIn = 'BroadcastChannel' in window ? new BroadcastChannel('trien-khai-phien') : null;

// What a page asks by itself, while nobody touches a key or a pointer, does not keep its session open.
let lastTouched = Date.now();
['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'].forEach(kind =>
  addEventListener(kind, () => { lastTouched = Date.now(); }, { capture: true, passive: true }));
const byItself = () => Date.now() - lastTouched > PRESENT_FOR;

const isOurs = url => {
  const address = new URL(url, document.baseURI);
  return address.origin === location.origin && address.pathname.startsWith(BASE + '/');
};

function token() {
  const found = document.cookie.split('; ').find(part => part.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

async function who() {
  const answer = await nativeFetch(WHO, { headers: { Accept: 'application/json', [BY_ITSELF]: '1' }, credentials: 'same-origin' });
  return answer.ok ? (await answer.json()).userId : null;
}

const person = who().catch(() => null);

// --- the dialog -----------------------------------------------------------------------------------------------------------

let waiting = null;

function node(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function openDialog() {
  const before = document.activeElement;
  const problem = node('p', { role: 'alert', class: 'tk-problem', hidden: '' });
  const button = node('button', { type: 'button', class: 'btn btn-primary tk-main' }, 'Đăng nhập lại');
  const dialog = node('dialog', { class: 'tk-session', 'aria-labelledby': 'tk-session-title' },
    node('h2', { id: 'tk-session-title' }, 'Phiên làm việc đã hết'),
    node('p', {}, 'Những gì bạn đã nhập vẫn còn trên trang này. Hãy đăng nhập lại trong cửa sổ sẽ mở, rồi làm tiếp.'),
    problem, button);
  button.addEventListener('click', () => {
    const there = BASE + '/dang-nhap?toi=' + encodeURIComponent('/trien-khai/da-dang-nhap.html');
    if (!window.open(there, 'tk-dang-nhap', 'width=480,height=640')) {
      problem.textContent = 'Trình duyệt chặn cửa sổ mới: hãy cho phép, hoặc đăng nhập ở một thẻ khác rồi quay lại đây.';
      problem.hidden = false;
    }
  });
  dialog.addEventListener('cancel', event => event.preventDefault()); // what was typed cannot be sent before the sign-in
  document.body.append(dialog);
  dialog.showModal();
  return () => {
    dialog.remove();
    if (before && before.focus) before.focus();
  };
}

// Resolves when the same person is signed in again. Somebody else begins with a page of their own.
function signInAgain() {
  waiting = waiting || new Promise(resolve => {
    const close = openDialog();
    const look = async () => {
      const [now, then] = [await who().catch(() => null), await person];
      if (!now || !waiting) return;
      if (then && now !== then) {
        location.reload();
        return;
      }
      removeEventListener('focus', look);
      signedIn?.removeEventListener('message', look);
      waiting = null;
      close();
      resolve();
    };
    addEventListener('focus', look);
    signedIn?.addEventListener('message', look);
  });
  return waiting;
}

// --- requests -------------------------------------------------------------------------------------------------------------

window.fetch = async (input, init = {}) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!isOurs(url)) return nativeFetch(input, init);
  const send = fresh => {
    const headers = new Headers(init.headers || (input instanceof Request ? input.headers : {}));
    if (fresh && headers.has(TOKEN)) headers.set(TOKEN, token());
    if (byItself()) headers.set(BY_ITSELF, '1');
    return nativeFetch(input instanceof Request ? input.clone() : input, { ...init, headers });
  };
  const unattended = byItself();
  const answer = await send(false);
  if (answer.status !== 401 || unattended && waiting) return answer;
  await signInAgain();
  return send(true);
};

const held = new Set();

window.XMLHttpRequest = class extends NativeRequest {
  #sent = null;
  #headers = [];

  constructor() {
    super();
    // First of all listeners, so that nobody else hears of a refusal.
    ['readystatechange', 'load', 'loadend'].forEach(kind => this.addEventListener(kind, event => {
      if (this.readyState < 2 || this.status !== 401 || !this.#sent || !isOurs(this.#sent.url)) return;
      event.stopImmediatePropagation();
      if (kind === 'loadend') this.#later();
    }));
    this.addEventListener('load', event => {
      if (!this.#sent || this.status !== 200 || !/\/api\/admin\/auth\/user\/[^/]+\/logout$/.test(this.#sent.url)) return;
      event.stopImmediatePropagation();
      location.assign(JSON.parse(this.responseText).next);
    });
  }

  open(method, url, async = true, ...rest) {
    this.#headers = [];
    this.#sent = { method, url: new URL(url, document.baseURI).href, rest, body: null };
    super.open(method, url, async, ...rest);
  }

  setRequestHeader(name, value) {
    this.#headers.push([name, value]);
    super.setRequestHeader(name, value);
  }

  send(body = null) {
    if (this.#sent) this.#sent.body = body;
    if (this.#sent && isOurs(this.#sent.url) && byItself()) super.setRequestHeader(BY_ITSELF, '1');
    super.send(body);
  }

  async #later() {
    const { method, url, rest, body } = this.#sent;
    const what = method + ' ' + url;
    if (method === 'GET' && held.has(what)) return; // the same question twice: one answer is enough
    held.add(what);
    await signInAgain();
    held.delete(what);
    const headers = this.#headers;
    this.open(method, url, true, ...rest);
    headers.forEach(([name, value]) => this.setRequestHeader(name, name.toUpperCase() === TOKEN ? token() : value));
    this.send(body);
  }
};

// The web applications have a sign-in of their own, which the gate keeps closed.
function leaveTheirSignIn() {
  if (location.hash.startsWith('#/login')) location.replace(BASE + '/dang-nhap?toi=' + encodeURIComponent(location.pathname.slice(BASE.length)));
}
addEventListener('hashchange', leaveTheirSignIn);
leaveTheirSignIn();
