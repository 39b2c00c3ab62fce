// Replaces the file of the same path in camunda-webapp-webjar.
export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: 'Giám sát'
  },
  // Only one locale: with a second one, a browser set to English would get English.
  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },
  customScripts: ['scripts/trien-khai-1.0.0.js'],
  disableWelcomeMessage: true
};
