// Replaces the file of the same path in camunda-webapp-webjar.
import { locales, say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';
import '../../../../trien-khai/phien-1.0.0.js';
import '../../../../trien-khai/duong-cham-1.0.0.js';

export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: say({ vi: 'Giám sát', en: 'Overview' })
  },
  locales,
  customScripts: [
    'scripts/trien-khai-1.0.0.js',
    '../../../trien-khai/ngay-thang-1.0.0.js',
    '../../../trien-khai/chon-ngon-ngu-1.0.0.js'
  ],
  // The AngularJS modules that the last two bring.
  requireJsConfig: { ngDeps: ['trien-khai.ngay-thang', 'trien-khai.ngon-ngu'] },
  disableWelcomeMessage: true
};
