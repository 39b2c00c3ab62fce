package vn.trienkhai.assignment;

/** Names of calendar-notice.bpmn; people start it from Tasklist. */
final class CalendarNoticeProcess {

    static final String KEY = "calendar-notice";

    /** The notice as it was entered, as JSON. */
    static final String CHANGE = "calendarChange";

    static final String SUBJECT = "subject";
    static final String CONFIRMED = "noticeConfirmed";
    static final String CONFIRMED_BY = "confirmedBy";

    private CalendarNoticeProcess() {}
}
