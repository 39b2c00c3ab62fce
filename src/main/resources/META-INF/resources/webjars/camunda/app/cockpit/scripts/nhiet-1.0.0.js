// Heat on the diagram of a process: on each step a number, in four shades, with a legend; and the same as a table in a tab.

import { call, facts, labelled, make, savedTable } from './khung-1.0.0.js';

const SHADES = 4;

const MEASURES = {
  times: { label: 'Số lần', of: step => step.times, text: step => String(step.times), unit: 'lần' },
  days: { label: 'Ngày làm việc trung bình', of: step => step.days, text: step => step.mean + ' ngày', unit: 'ngày làm việc' }
};

const heatOf = definition => call('/operation/heat/' + encodeURIComponent(definition));

// The page's address names the version; what the plugin is given is not always its id.
function shownDefinition(given) {
  const inAddress = decodeURIComponent(location.hash.split('?')[0].split('/')[2] || '');
  return inAddress.includes(':') ? inAddress : given;
}

// Four equal steps up to the highest value, whole ones for what is counted: { from, to, shade }, the lightest first.
export function shadesUpTo(highest, counted) {
  const ends = Array.from({ length: SHADES }, (_, index) => highest * (index + 1) / SHADES);
  const whole = counted ? [...new Set(ends.map(Math.ceil))] : ends;
  return whole.map((to, index) => ({
    from: counted ? (index === 0 ? 1 : whole[index - 1] + 1) : (index === 0 ? 0 : whole[index - 1]),
    to,
    shade: Math.round((index + 1) * SHADES / whole.length)
  }));
}

const number = value => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });

export const heat = {
  id: 'trienKhaiHeat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer, { processDefinitionId }) => {
    const definition = shownDefinition(processDefinitionId);
    heatOf(definition).then(read => control(viewer, read), () => {}); // who may not, finds no control
  }
};

function control(viewer, read) {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  const legend = make('div', { class: 'tk-heat-legend', 'aria-live': 'polite' });
  let shown = [];
  const clear = () => {
    overlays.remove({ type: 'tk-heat' });
    shown.forEach(([activity, marker]) => canvas.removeMarker(activity, marker));
    shown = [];
    legend.replaceChildren();
  };
  const paint = measure => {
    clear();
    if (!measure) return;
    const steps = read.steps.filter(step => elements.get(step.activity) && measure.of(step) >= 0 && (measure !== MEASURES.times || step.times > 0));
    const highest = Math.max(...steps.map(measure.of), 0);
    if (highest === 0) {
      legend.append('Chưa có số liệu để tô.');
      return;
    }
    const shades = shadesUpTo(highest, measure === MEASURES.times);
    steps.forEach(step => {
      const marker = 'tk-heat-' + shades.find(one => measure.of(step) <= one.to).shade;
      canvas.addMarker(step.activity, marker);
      shown.push([step.activity, marker]);
      overlays.add(step.activity, 'tk-heat', { position: { bottom: 10, left: 4 }, scale: { min: 0.9 }, html: make('span', { class: 'tk-badge tk-badge-heat' }, measure.text(step)) });
    });
    legend.append(make('ol', { class: 'tk-legend' }, shades.map(one => make('li', null,
      make('span', { class: 'tk-swatch tk-swatch-' + one.shade, 'aria-hidden': 'true' }), ' ',
      (one.from === one.to ? '' : number(one.from) + ' – ') + number(one.to) + ' ' + measure.unit))));
  };
  const field = labelled({ name: 'heat', label: 'Nhiệt', type: 'select', any: 'Tắt', choices:
    Object.entries(MEASURES).map(([value, measure]) => ({ value, label: measure.label })) }, '');
  field.querySelector('select').addEventListener('change', event => paint(MEASURES[event.target.value]));
  const box = make('div', { class: 'tk-cockpit tk-heat' }, field, legend);
  // The diagram below must not take the click for its own.
  ['mousedown', 'click', 'wheel', 'touchstart'].forEach(kind => box.addEventListener(kind, event => event.stopPropagation()));
  canvas.getContainer().append(box);
}

export const heatTab = {
  id: 'trienKhaiHeatTab',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 1,
  properties: { label: 'Số lần, thời gian' },
  render: (node, { processDefinitionId }) => {
    const body = make('div', { class: 'tk-cockpit' }, 'Đang đọc dữ liệu…');
    node.append(body);
    heatOf(shownDefinition(processDefinitionId)).then(read => body.replaceChildren(
      facts([{ label: 'Cách tính', value: 'Các lượt của phiên bản này; ngày làm việc từ lúc việc đến tới lúc xong, không kể bước dừng giữa chừng.'
        + (read.cut ? ' Chỉ tính những lượt gần nhất.' : '') }]),
      read.steps.length === 0 ? make('p', null, 'Chưa có lượt nào.') : savedTable('heat', { definition: shownDefinition(processDefinitionId) }, 'Các bước của quy trình', [
        { title: 'Bước', head: true, of: step => step.name },
        { title: 'Số lần', number: true, of: step => String(step.times) },
        { title: 'Đang mở', number: true, of: step => String(step.running) },
        { title: 'Ngày làm việc trung bình', number: true, of: step => step.mean },
        { title: 'Lâu nhất (ngày làm việc)', number: true, of: step => step.longest }
      ], read.steps)), problem => body.replaceChildren(make('p', { class: 'tk-wrong' }, problem.message)));
  }
};
