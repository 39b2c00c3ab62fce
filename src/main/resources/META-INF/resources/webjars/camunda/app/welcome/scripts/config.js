// Replaces the file of the same path in camunda-webapp-webjar.
import { locales, say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';
import '../../../../trien-khai/phien-1.0.0.js';
import '../../../../trien-khai/duong-cham-1.0.0.js';

const OURS = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/trien-khai';

export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: say({ vi: 'Trang của tôi', en: 'My page' })
  },
  locales,
  links: [
    {
      label: say({ vi: 'Hướng dẫn sử dụng', en: 'User guide' }),
      href: OURS + '/huong-dan',
      description: say({ vi: 'Từng việc trên Triển Khai, kèm hình', en: 'In Vietnamese, with pictures' })
    },
    {
      label: say({ vi: 'Tin báo', en: 'Messages' }),
      href: OURS + '/tin-bao.html',
      description: say({ vi: 'Tin về việc của bạn, cách nhận thư, lịch thời hạn', en: 'News of your work, mail, calendar of deadlines' })
    },
    {
      label: say({ vi: 'Văn bản', en: 'Documents' }),
      href: OURS + '/van-ban.html',
      description: say({ vi: 'Tìm, xem và tải văn bản', en: 'Find, read and save documents' })
    }
  ],
  customScripts: ['../../../trien-khai/chon-ngon-ngu-1.0.0.js'],
  // The AngularJS module that the script brings.
  requireJsConfig: { ngDeps: ['trien-khai.ngon-ngu'] },
  disableWelcomeMessage: true
};
