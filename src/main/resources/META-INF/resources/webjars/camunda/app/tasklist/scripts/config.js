// Replaces the file of the same path in camunda-webapp-webjar.
import { locales, say } from '../../../../trien-khai/ngon-ngu-1.0.0.js';
import '../../../../trien-khai/phien-1.0.0.js';
import '../../../../trien-khai/duong-cham-1.0.0.js';

// What the tab "Hồ sơ" does instead: for the engine, reading and commenting on a task's history is a right to every history.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history',
  'tasklist.task.detail:task-detail-description'
].join(','));

export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: say({ vi: 'Việc của tôi', en: 'My tasks' })
  },
  locales,
  customScripts: [
    'scripts/trien-khai-1.0.0.js',
    '../../../trien-khai/ngay-thang-1.0.0.js',
    '../../../trien-khai/chon-ngon-ngu-1.0.0.js'
  ],
  // AngularJS modules that the scripts bring.
  requireJsConfig: { ngDeps: ['trien-khai', 'trien-khai.ngay-thang', 'trien-khai.ngon-ngu'] },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say({ vi: 'Nhận việc đang chọn', en: 'Claim the selected task' })
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say({ vi: 'Chuyển tới bộ lọc đầu tiên', en: 'Go to the first task list' })
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say({ vi: 'Chuyển tới việc đầu tiên trong danh sách', en: 'Go to the first task of the list' })
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say({ vi: 'Chuyển tới ô nhập đầu tiên của biểu mẫu', en: 'Go to the first field of the form' })
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: say({ vi: 'Mở cửa sổ bắt đầu quy trình', en: 'Open the dialog that starts a process' })
    }
  }
};
