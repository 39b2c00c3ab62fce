// The other language, in the header of every web application, before and after the sign-in.

import { choose, language } from './ngon-ngu-1.0.0.js';

const OTHER = { vi: { code: 'en', name: 'English' }, en: { code: 'vi', name: 'Tiếng Việt' } }[language];

document.documentElement.lang = language;

function addLink(scope, [header]) {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = '';
  link.lang = OTHER.code;
  link.textContent = OTHER.name;
  link.addEventListener('click', event => {
    event.preventDefault();
    choose(OTHER.code);
  });
  row.className = 'tk-language';
  row.append(link);
  header.querySelector('nav.app-menu > ul').append(row);
}

// Named by config.js among the modules that the application starts with; joins the header that Camunda's directive draws.
angular.module('trien-khai.ngon-ngu', []).directive('camWidgetHeader', () => ({ restrict: 'A', link: addLink }));
