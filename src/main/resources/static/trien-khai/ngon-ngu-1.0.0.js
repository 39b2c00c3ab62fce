// In which language the web applications speak: Vietnamese, whatever the browser is set to, unless somebody chose English
// in this browser. Each config.js offers the chosen one alone, since of two the browser's own would win.

const CHOICE = 'trien-khai.ngon-ngu';

function chosen() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null; // storage is switched off
  }
}

export const language = chosen() === 'en' ? 'en' : 'vi';

export const locales = { availableLocales: [language], fallbackLocale: language };

// Words of ours that no locale file holds, for example say({ vi: 'Quản trị', en: 'Administration' }).
export const say = words => words[language];

export function choose(wanted) {
  localStorage.setItem(CHOICE, wanted);
  location.reload();
}
