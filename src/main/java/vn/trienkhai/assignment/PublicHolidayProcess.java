package vn.trienkhai.assignment;

/** Names of public-holiday.bpmn; administrators start it from Tasklist. */
final class PublicHolidayProcess {

    static final String KEY = "public-holiday";

    /** The change as it was entered, as JSON. */
    static final String CHANGE = "holidayChange";

    static final String SUBJECT = "subject";
    static final String CONFIRMED = "holidayConfirmed";
    static final String CONFIRMED_BY = "confirmedBy";

    private PublicHolidayProcess() {}
}
