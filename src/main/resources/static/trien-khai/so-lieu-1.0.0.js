// The page "Số liệu báo cáo": what a report counted, counted again, and what was recorded after it.

import { BASE, call, element } from './trang-1.0.0.js';

const byId = id => document.getElementById(id);
const ADDRESS = 'so-lieu.html?bao-cao=';

function fill(table, rows) {
  byId(table).hidden = rows.length === 0;
  byId('no-' + table).hidden = rows.length > 0;
  byId(table).tBodies[0].replaceChildren(...rows.map(cells => {
    const row = element('tr');
    row.append(...cells.map(cell => element('td', cell, /^[+-]?\d+$/.test(cell) ? 'tk-number' : '')));
    return row;
  }));
}

function verdictOn(recount) {
  if (recount.rules !== recount.rulesNow) {
    return 'Báo cáo này tính theo quy tắc số ' + recount.rules + ', nay là quy tắc số ' + recount.rulesNow
      + (recount.same ? '; tính lại vẫn cho đúng số liệu đã báo cáo.' : ': tính lại có dòng khác như dưới đây.');
  }
  return recount.same
    ? '✓ Tính lại tại thời điểm chốt cho đúng số liệu đã báo cáo.'
    : '⚠ Tính lại tại thời điểm chốt có dòng khác với số liệu đã báo cáo.';
}

function showRecount(recount) {
  byId('name').textContent = recount.name;
  byId('as-of').textContent = 'Kỳ số liệu ' + recount.period + ' · số liệu tính đến ' + recount.asOf;
  byId('verdict').textContent = verdictOn(recount);
  byId('differences').replaceChildren(...recount.differences.map(line =>
    element('li', line.what + ' – đã báo cáo: ' + (line.reported || 'không có') + ' – tính lại: ' + (line.recounted || 'không có'))));
  byId('csv').href = BASE + '/api/reports/' + recount.request + '/figures.csv';
  fill('changes', recount.changes.map(change =>
    [change.measure, String(change.reported), String(change.now), (change.difference > 0 ? '+' : '') + change.difference]));
  fill('later', recount.later.map(entry =>
    [entry.what, entry.unit, entry.when, entry.recordedAt, entry.by, entry.amounts, entry.why]));
  byId('one').hidden = false;
}

function showAll(reports) {
  byId('none').hidden = reports.length > 0;
  byId('reports').replaceChildren(...reports.map(report => {
    const row = element('li');
    const link = element('a', report.name);
    link.href = ADDRESS + report.request;
    row.append(link, element('div', 'Kỳ số liệu ' + report.period + ' · số liệu tính đến ' + report.asOf, 'tk-small'));
    return row;
  }));
  byId('all').hidden = false;
}

try {
  const report = new URLSearchParams(location.search).get('bao-cao');
  if (report) {
    showRecount(await call('/reports/' + encodeURIComponent(report) + '/recount'));
  } else {
    showAll(await call('/reports'));
  }
} catch (problem) {
  byId('problem').textContent = problem.message;
  byId('problem').hidden = false;
}
