// Our pages within Cockpit: each is a route, an entry of the menu, and a module of its own that is read when it opens.
// A page is { path, name, load, may }: load gives a module with `show(page)`, may says from a person's options, or when asked for
// it from elsewhere, who finds it.

import { make, open, options } from './khung-1.0.0.js';
import { heat, heatTab } from './nhiet-1.0.0.js';

// Who sees something of plans say their data alone.
const planSeen = async () => (await import('./ke-hoach-1.0.0.js')).seen();

const PAGES = [
  { path: '/ke-hoach', name: 'Kế hoạch', load: () => import('./ke-hoach-1.0.0.js'), may: () => planSeen() },
  { path: '/lich-su', name: 'Lịch sử', load: () => import('./lich-su-1.0.0.js'), may: () => true },
  { path: '/tim-viec', name: 'Tìm việc', load: () => import('./tim-viec-1.0.0.js'), may: () => true },
  { path: '/ban-giao', name: 'Bàn giao', load: () => import('./ban-giao-1.0.0.js'), may: person => person.handsOver },
  { path: '/nhat-ky', name: 'Nhật ký', load: () => import('./nhat-ky-1.0.0.js'), may: person => person.readsLog }
];

const routeOf = page => ({
  id: 'trienKhaiRoute' + page.path,
  pluginPoint: 'cockpit.route',
  properties: { path: page.path },
  render: node => { open(node, page); }
});

// Whoever may not open a page does not find it in the menu either.
const menuEntryOf = (page, index) => ({
  id: 'trienKhaiMenu' + page.path,
  pluginPoint: 'cockpit.navigation',
  priority: 190 - index, // before Cockpit's own
  properties: { path: page.path },
  render: node => {
    options().then(async person => {
      if (await page.may(person)) node.append(make('a', { href: '#' + page.path }, page.name));
      else node.closest('li')?.classList.add('tk-away');
    }, () => {});
  }
});

// On Cockpit's first page; whoever may not see a plan finds nothing there.
const planFirst = {
  id: 'trienKhaiPlan',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: node => {
    planSeen().then(async may => may && (await import('./ke-hoach-trang-dau-1.0.0.js')).draw(node)).catch(() => {});
  }
};

export default [...PAGES.map(routeOf), ...PAGES.map(menuEntryOf), planFirst, heat, heatTab];
