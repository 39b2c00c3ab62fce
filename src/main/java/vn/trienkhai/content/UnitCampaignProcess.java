package vn.trienkhai.content;

/** Names that unit-campaign.bpmn and the processes that it calls have in common. */
final class UnitCampaignProcess {

    static final String KEY = "unit-campaign";

    /** Id of the assignment, as text; null where content is drafted by hand. */
    static final String ASSIGNMENT = "assignment";

    static final String UNIT = "unit";

    /** Candidate groups of whoever leads the unit, separated by commas. */
    static final String LEADS = "leads";

    /** User ids of those who do the work, separated by commas. */
    static final String OFFICERS = "officers";

    static final String DUE = "due";
    static final String SUBJECT = "subject";

    /** Id of the content, as text. */
    static final String CONTENT = "content";

    static final String CONTENT_ACT = "contentAct";

    /** The engine's tables hold no longer subject. */
    private static final int LONGEST_SUBJECT = 200;

    private UnitCampaignProcess() {}

    static String subjectOf(String what, String where) {
        var room = LONGEST_SUBJECT - where.length() - 3;
        return (what.length() <= room ? what : what.substring(0, room - 1) + "…") + " – " + where;
    }
}
