// Replaces the file of the same path in camunda-webapp-webjar.
export default {
  // The header and the title of the page show vendor and name, one after the other.
  app: {
    vendor: 'Triển Khai –',
    name: 'Việc của tôi'
  },
  // Only one locale: with a second one, a browser set to English would get English.
  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  },
  customScripts: ['scripts/trien-khai-1.0.0.js', '../../../trien-khai/ngay-thang-1.0.0.js'],
  // AngularJS modules that the scripts bring.
  requireJsConfig: { ngDeps: ['trien-khai', 'trien-khai.ngay-thang'] },
  disableWelcomeMessage: true,
  // Comments belong to the work and outlive the task: the tab "Hồ sơ" shows them all.
  assignProcessInstanceIdToTaskComment: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Nhận việc đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Chuyển tới bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Chuyển tới việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Chuyển tới ô nhập đầu tiên của biểu mẫu'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Mở cửa sổ bắt đầu quy trình'
    }
  }
};
