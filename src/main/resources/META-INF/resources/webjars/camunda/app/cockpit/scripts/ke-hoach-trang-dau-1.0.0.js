// Cockpit's first page: how the plan stands in the present quarter, before the figures of the engine.

import { make } from './khung-1.0.0.js';
import { addressIn, askOf, read, sentence } from './ke-hoach-khung-1.0.0.js';
import { tiles } from './ke-hoach-tong-quan-1.0.0.js';

export async function draw(node) {
  const [options, overview] = await Promise.all([read('options' + askOf({})), read('overview' + askOf({}))]);
  const { view } = options;
  const period = { from: view.from, to: view.to };
  node.append(make('section', { class: 'tk-cockpit tk-first-page', 'aria-labelledby': 'tk-first-page' },
    make('h2', { id: 'tk-first-page' }, make('a', { href: addressIn({}, {}) }, 'Kế hoạch ' + view.planNumber)),
    make('p', null, sentence(view, options)),
    tiles(overview, period),
    make('p', { class: 'tk-buttons' }, make('a', { class: 'tk-button tk-main', href: addressIn({}, {}) }, 'Xem kế hoạch'),
      make('a', { class: 'tk-button', href: '#/tim-viec' }, 'Tìm việc'))));
}
