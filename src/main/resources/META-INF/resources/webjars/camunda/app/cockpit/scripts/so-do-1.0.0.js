// Draws a model and the path that one instance took through it: thick lines, and on each step how often it ran.

import { BASE, make } from './khung-1.0.0.js';

const VIEWER = BASE + '/webjars/bpmn-js/8.0.0/dist/';

let loading;

// The viewer comes as a script for a page, not as a module.
function viewer() {
  loading = loading || new Promise((resolve, reject) => {
    const script = make('script', { src: VIEWER + 'bpmn-navigated-viewer.production.min.js' });
    script.onload = () => resolve(window.BpmnJS);
    script.onerror = () => reject(new Error('Chưa tải được phần vẽ sơ đồ. Hãy tải lại trang.'));
    document.head.append(script);
  });
  return loading;
}

export async function draw(node, id, one) {
  const Viewer = await viewer();
  const response = await fetch(BASE + '/api/operation/instances/' + encodeURIComponent(id) + '/diagram', { credentials: 'same-origin' });
  if (!response.ok) throw new Error('Chưa đọc được sơ đồ. Hãy tải lại trang.');
  const canvasNode = make('div', { class: 'tk-canvas', role: 'group', 'aria-label': 'Sơ đồ quy trình; các bước đã qua có trong bảng “Các bước” bên dưới' });
  node.append(canvasNode);
  const drawn = new Viewer({ container: canvasNode });
  await drawn.importXML(await response.text());
  const canvas = drawn.get('canvas');
  const overlays = drawn.get('overlays');
  const elements = drawn.get('elementRegistry');
  one.flows.filter(flow => elements.get(flow)).forEach(flow => canvas.addMarker(flow, 'tk-taken'));
  one.marks.filter(mark => elements.get(mark.activity)).forEach(mark => {
    canvas.addMarker(mark.activity, mark.running ? 'tk-running' : mark.cancelled ? 'tk-stopped' : 'tk-taken');
    overlays.add(mark.activity, { position: { top: -12, left: -8 }, scale: { min: 0.8 }, html: make('span', { class: 'tk-badge' + (mark.running ? ' tk-badge-now' : '') },
      (mark.running ? '▶ ' : mark.cancelled ? '✕ ' : '✓ ') + (mark.times > 1 ? mark.times + ' lần' : '')) });
  });
  const fit = () => canvas.zoom('fit-viewport', 'auto');
  fit();
  const zoom = by => canvas.zoom(canvas.zoom() * by, 'auto');
  const button = (text, label, act) => make('button', { type: 'button', class: 'tk-button', 'aria-label': label, onclick: act }, text);
  node.append(make('div', { class: 'tk-buttons' },
    button('+', 'Phóng to sơ đồ', () => zoom(1.25)),
    button('−', 'Thu nhỏ sơ đồ', () => zoom(0.8)),
    button('Vừa khung', 'Xem cả sơ đồ', fit)),
  make('ul', { class: 'tk-legend' },
    make('li', null, make('span', { class: 'tk-badge' }, '✓'), ' đã qua, nét đậm'),
    make('li', null, make('span', { class: 'tk-badge tk-badge-now' }, '▶'), ' đang ở đây'),
    make('li', null, make('span', { class: 'tk-badge' }, '✕'), ' đã dừng giữa chừng')));
}
