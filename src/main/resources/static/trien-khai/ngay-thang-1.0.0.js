// Months and days of the web applications' own calendar, which knows English alone: AngularJS's locale, as its own
// angular-locale_vi would set it, and the words of the calendar's buttons. And how Cockpit writes a moment.

import { language } from './ngon-ngu-1.0.0.js';

const MONTHS = [...Array(12).keys()].map(month => 'tháng ' + (month + 1));

const FORMATS = {
  AMPMS: ['SA', 'CH'],
  DAY: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  MONTH: MONTHS,
  STANDALONEMONTH: MONTHS.map(month => month.replace('t', 'T')),
  SHORTMONTH: MONTHS.map(month => month.replace('tháng ', 'Thg ')),
  FIRSTDAYOFWEEK: 0, // Monday
  WEEKENDRANGE: [5, 6],
  short: 'dd/MM/y HH:mm',
  shortDate: 'dd/MM/y',
  shortTime: 'HH:mm',
  medium: 'dd/MM/y HH:mm:ss',
  mediumDate: 'dd/MM/y',
  mediumTime: 'HH:mm:ss',
  longDate: "d MMMM, y",
  fullDate: "EEEE, d MMMM, y"
};

// Cockpit sets this format itself, as machines write, and no setting changes it.
const AS_MACHINES_WRITE = 'YYYY-MM-DD[T]HH:mm:ss';

const asPeopleWrite = formatOf => name => {
  const format = formatOf(name);
  return language === 'vi' && format === AS_MACHINES_WRITE ? 'DD/MM/YYYY HH:mm:ss' : format;
};

// Named by config.js among the modules that the application starts with.
angular.module('trien-khai.ngay-thang', ['cam.commons.filter.date'])
  .decorator('camDateFormat', ['$delegate', asPeopleWrite])
  .run(['$locale', '$injector', ($locale, $injector) => {
    if (language !== 'vi') return;
    Object.assign($locale.DATETIME_FORMATS, FORMATS);
    Object.assign($locale.NUMBER_FORMATS, { DECIMAL_SEP: ',', GROUP_SEP: '.' });
    $locale.id = 'vi';
    if ($injector.has('uibDatepickerPopupConfig')) {
      Object.assign($injector.get('uibDatepickerPopupConfig'), {
        currentText: 'Hôm nay', clearText: 'Xóa', closeText: 'Đóng', datepickerPopup: 'dd/MM/yyyy'
      });
    }
  }]);
