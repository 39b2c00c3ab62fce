package vn.trienkhai.calendar;

/** Where something that is still owed stands towards its last day; {@link WorkingCalendar#standingAt} says which. */
public enum Standing {
    ON_TRACK("Trong hạn"),
    DUE_SOON("Sắp đến hạn"),
    OVERDUE("Quá hạn");

    /** Working days before the last day from which it is due soon. */
    public static final int SOON = 3;

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /**
     * For example "Sắp đến hạn, còn 2 ngày làm việc" or "Quá hạn 1 ngày làm việc".
     *
     * @param left working days from today, exclusive, until the last day, inclusive; negative once it is past
     */
    public String inWords(int left) {
        if (this == OVERDUE) {
            return left < 0 ? "%s %d ngày làm việc".formatted(label, -left) : label + ", chưa qua ngày làm việc nào";
        }
        return left == 0 ? label + ", hôm nay là ngày cuối cùng" : "%s, còn %d ngày làm việc".formatted(label, left);
    }
}
