// Replaces the file of the same path in camunda-webapp-webjar.
import { locales, say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';
import '../../../../trien-khai/phien-1.0.0.js';

export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: say({ vi: 'Trang của tôi', en: 'My page' })
  },
  locales,
  customScripts: ['../../../trien-khai/chon-ngon-ngu-1.0.0.js'],
  // The AngularJS module that the script brings.
  requireJsConfig: { ngDeps: ['trien-khai.ngon-ngu'] },
  disableWelcomeMessage: true,
  links: [
    {
      label: say({ vi: 'Hướng dẫn sử dụng', en: 'User guide' }),
      href: '../../../../trien-khai/huong-dan',
      description: say({ vi: 'Từng việc trên Triển Khai, kèm hình', en: 'In Vietnamese, with pictures' })
    }
  ]
};
