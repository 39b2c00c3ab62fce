// The page "Kế hoạch": how a plan is carried out. What is looked at, and how, stands in the address, so that a view can be sent.
// The words of the address: muc is the section, plan, from, to, unit, topic, channel and asOf are the filters; what a section or a
// list behind a figure asks beside them stands in that module.

import { call, make } from './khung-1.0.0.js';
import { FILTERS, addressIn, askOf, goOn, sentence } from './ke-hoach-khung-1.0.0.js';
import { filters } from './ke-hoach-loc-1.0.0.js';

const SECTIONS = [
  { id: 'tong-quan', name: 'Tổng quan', load: () => import('./ke-hoach-tong-quan-1.0.0.js') },
  { id: 'ma-tran', name: 'Ma trận', load: () => import('./ke-hoach-ma-tran-1.0.0.js') },
  { id: 'lich', name: 'Lịch nội dung, phát thanh', load: () => import('./ke-hoach-lich-1.0.0.js') },
  { id: 'kiem-tra', name: 'Kiểm tra', load: () => import('./ke-hoach-kiem-tra-1.0.0.js') },
  { id: 'bao-cao', name: 'Báo cáo đến hạn', load: () => import('./ke-hoach-bao-cao-1.0.0.js') },
  { id: 'dong-thoi-gian', name: 'Dòng thời gian', load: () => import('./ke-hoach-dong-thoi-gian-1.0.0.js') }
];
const LISTS = () => import('./ke-hoach-danh-sach-1.0.0.js');

// Whether this person may see anything of plans; the data say so themselves.
export const seen = () => call('/monitoring/options').then(() => true, () => false);

export async function show({ asks, body, heading, say, go }) {
  const section = SECTIONS.find(one => one.id === asks.muc) || SECTIONS[0];
  const { options, refused } = await optionsOf(asks);
  const view = options.view;
  heading.textContent = 'Kế hoạch ' + view.planNumber;
  const content = make('div', null, view.topic || view.channel ? make('p', { class: 'tk-note' },
    'Nội dung và kênh chỉ lọc minh chứng, bài và lịch; việc được giao, kiểm tra, báo cáo thì không.') : null);
  body.append(filters({ asks, options, section: section.id, refused, go }), tabs(section, asks), content);
  if (refused) throw refused;
  document.title = section.name + ' – ' + heading.textContent + ' | Triển Khai';
  say('Đang đọc dữ liệu…');
  const module = await (asks.xem ? LISTS() : section.load());
  const page = { asks: { ...asks, muc: section.id }, options, view, content, go, section };
  await module.show(page);
  say(sentence(view, options));
  if (shown) goOn(body, heading);
  shown = true;
}

// Whether a view was shown before: only then somebody is on the way from one to the next.
let shown = false;

// The form stays, with what was typed, where what was typed is refused.
async function optionsOf(asks) {
  try {
    return { options: await call('/monitoring/options' + askOf(asks)) };
  } catch (refused) {
    if (![403, 404, 422].includes(refused.status) || !FILTERS.some(name => asks[name])) throw refused;
    return { options: await call('/monitoring/options'), refused };
  }
}

function tabs(section, asks) {
  const links = SECTIONS.map(one => make('li', null, make('a', {
    href: addressIn(asks, { muc: one.id }, true), 'aria-current': one === section ? 'page' : null
  }, one.name)));
  return make('nav', { class: 'tk-tabs', 'aria-label': 'Các mục của kế hoạch' }, make('ul', null, links));
}

