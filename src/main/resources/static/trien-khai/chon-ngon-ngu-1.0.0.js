// The words of the language, there before the application begins; and the other language, in the header of every web
// application, before and after the sign-in.

import { choose, language } from './ngon-ngu-1.0.0.js';

const OTHER = { vi: { code: 'en', name: 'English' }, en: { code: 'vi', name: 'Tiếng Việt' } }[language];

document.documentElement.lang = language;

// On a slow line the application's own loader comes after the first words were asked for, and these stay keys.
const root = document.querySelector('base').getAttribute('app-root');
const [, application] = location.pathname.match(/\/app\/(\w+)\//);
const words = await fetch(`${root}/app/${application}/locales/${language}.json`)
  .then(answer => answer.json())
  .catch(() => ({ labels: {} }));

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
angular.module('trien-khai.ngon-ngu', ['pascalprecht.translate'])
  .config(['$translateProvider', translate => translate.translations(language, words.labels)])
  .run(['$translate', translate => translate.refresh(language)]) // the loader also tells the names of days and months
  .directive('camWidgetHeader', () => ({ restrict: 'A', link: addLink }));
