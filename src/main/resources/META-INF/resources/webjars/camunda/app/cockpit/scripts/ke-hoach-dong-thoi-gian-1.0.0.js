// Section "Dòng thời gian": the whole life of the plan, quarter by quarter, as a chart and as a table.
// The chart is drawn by hand: three rows of columns over one axis need no library, and text in it stays text.

import { make } from './khung-1.0.0.js';
import { addressIn, askOf, day, dayOf, legend, nothing, number, part, read, saved } from './ke-hoach-khung-1.0.0.js';

const SVG = 'http://www.w3.org/2000/svg';
const LEFT = 96;
const STEP = 26;
const WIDE = 18;
const HIGH = 110;
const GAP = 34;

const BANDS = [
  { title: 'Việc đến hạn', parts: [
    { of: quarter => quarter.fulfilled, look: 'done_on_time' },
    { of: quarter => quarter.assignments - quarter.fulfilled, look: 'on_track' }
  ] },
  { title: 'Minh chứng', parts: [{ of: quarter => quarter.evidence, look: 'evidence' }] }
];
const MARKS = [
  { title: 'Báo cáo', sign: '■', of: quarter => quarter.reports },
  { title: 'Kiểm tra', sign: '◆', of: quarter => quarter.inspections }
];

const counted = value => value ? number(value) : nothing();

export async function show({ asks, content, view }) {
  await part(content, 'Cả thời gian của kế hoạch, từng quý', read('timeline' + askOf(asks)), ({ quarters }) => [
    legend([
      { look: 'done_on_time', label: 'Việc hoàn thành' }, { look: 'on_track', label: 'Việc chưa hoàn thành' },
      { look: 'evidence', label: 'Minh chứng' }
    ]),
    make('p', { class: 'tk-note' }, '■ báo cáo ban hành · ◆ cuộc kiểm tra đã làm; con số bên cạnh là số lượng. Mọi số có trong bảng dưới đây.'),
    make('div', { class: 'tk-scroll', tabindex: 0, role: 'region', 'aria-label': 'Biểu đồ dòng thời gian' }, chart(quarters, view)),
    saved(asks, 'timeline', 'Dòng thời gian của kế hoạch', [
      { title: 'Quý', head: true, of: row => make('a', {
        href: addressIn(asks, { muc: 'tong-quan', from: day(row.from), to: day(row.to) })
      }, row.label) },
      { title: 'Chương trình', number: true, of: row => counted(row.programmes) },
      { title: 'Việc đến hạn', number: true, of: row => counted(row.assignments) },
      { title: 'Hoàn thành', number: true, of: row => counted(row.fulfilled) },
      { title: 'Minh chứng', number: true, of: row => counted(row.evidence) },
      { title: 'Báo cáo ban hành', number: true, of: row => counted(row.reports) },
      { title: 'Cuộc kiểm tra', number: true, of: row => counted(row.inspections) }
    ], quarters)
  ]);
}

function svg(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.flat(Infinity).filter(Boolean));
  return made;
}

const text = (x, y, words, look, anchor = 'start') => svg('text', { x, y, class: look, 'text-anchor': anchor }, words);

function chart(quarters, view) {
  const width = LEFT + quarters.length * STEP + 10;
  const bands = BANDS.map((band, at) => ({ ...band, floor: 20 + (at + 1) * HIGH + at * GAP }));
  const marks = MARKS.map((mark, at) => ({ ...mark, y: bands[bands.length - 1].floor + 34 + at * 26 }));
  const foot = marks[marks.length - 1].y + 16;
  const busiest = quarters.reduce((best, one) => one.assignments > best.assignments ? one : best, quarters[0]);
  const told = 'Biểu đồ cột theo quý, ' + quarters[0].label + ' đến ' + quarters[quarters.length - 1].label + ': '
    + number(quarters.reduce((sum, one) => sum + one.assignments, 0)) + ' việc đến hạn, nhiều nhất ' + busiest.label + '; '
    + number(quarters.reduce((sum, one) => sum + one.evidence, 0)) + ' minh chứng. Số liệu từng quý trong bảng.';
  return svg('svg', { viewBox: '0 0 ' + width + ' ' + (foot + 40), width, height: foot + 40, role: 'img', 'aria-label': told, class: 'tk-timeline' },
    today(quarters, view, foot), bands.map(band => columns(band, quarters)), marks.map(mark => signs(mark, quarters)), years(quarters, foot));
}

function columns(band, quarters) {
  const whole = quarter => band.parts.reduce((sum, one) => sum + one.of(quarter), 0);
  const most = Math.max(...quarters.map(whole), 1);
  const right = LEFT + quarters.length * STEP;
  return [
    text(LEFT - 10, band.floor - HIGH / 2, band.title, 'tk-axis', 'end'),
    text(LEFT - 10, band.floor - HIGH + 8, number(most), 'tk-scale', 'end'),
    text(LEFT - 10, band.floor, '0', 'tk-scale', 'end'),
    svg('line', { x1: LEFT, y1: band.floor - HIGH, x2: right, y2: band.floor - HIGH, class: 'tk-grid' }),
    svg('line', { x1: LEFT, y1: band.floor, x2: right, y2: band.floor, class: 'tk-base' }),
    quarters.flatMap((quarter, at) => {
      let y = band.floor;
      return band.parts.map(one => {
        const height = HIGH * one.of(quarter) / most;
        y -= height;
        return height > 0 ? svg('rect', { x: LEFT + at * STEP + (STEP - WIDE) / 2, y, width: WIDE, height, class: 'tk-column-' + one.look },
          svg('title', {}, quarter.label + ': ' + number(one.of(quarter)))) : null;
      });
    })
  ];
}

function signs(mark, quarters) {
  return [
    text(LEFT - 10, mark.y, mark.title, 'tk-axis', 'end'),
    quarters.map((quarter, at) => mark.of(quarter) > 0
      ? text(LEFT + (at + 0.5) * STEP, mark.y, mark.sign + (mark.of(quarter) > 1 ? mark.of(quarter) : ''), 'tk-mark', 'middle') : null)
  ];
}

function years(quarters, foot) {
  return quarters.flatMap((quarter, at) => {
    const x = LEFT + at * STEP;
    const label = quarter.label.split('/');
    const first = at === 0 || quarter.from.slice(5, 7) === '01';
    return [
      text(x + STEP / 2, foot + 14, label[0].replace('Quý ', ''), 'tk-scale', 'middle'),
      first ? svg('line', { x1: x, y1: 10, x2: x, y2: foot + 34, class: 'tk-grid' }) : null,
      first ? text(x + 4, foot + 32, label[1], 'tk-axis') : null
    ];
  });
}

// Where in time the figures were taken: nothing can stand to the right of it but deadlines to come.
function today(quarters, view, foot) {
  const now = dayOf(view);
  const at = quarters.findIndex(quarter => quarter.from <= now && now <= quarter.to);
  if (at < 0) return null;
  const x = LEFT + (at + 0.5) * STEP;
  return [
    svg('line', { x1: x, y1: 14, x2: x, y2: foot, class: 'tk-now' }),
    text(x + 4, 12, (view.asOf ? 'tính đến ' : 'hôm nay ') + day(now), 'tk-scale', x > LEFT + quarters.length * STEP - 130 ? 'end' : 'start')
  ];
}
