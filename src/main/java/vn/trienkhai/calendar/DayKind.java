package vn.trienkhai.calendar;

/** What makes a day differ from others of its weekday, as notices call it. */
public enum DayKind {
    HOLIDAY("nghỉ lễ"),
    /** In place of a weekly rest day that met a holiday (Bộ luật Lao động 2019, Điều 111 khoản 3). */
    COMPENSATORY("nghỉ bù"),
    /** A working day that is off because another day, {@link #MAKE_UP}, is worked instead. */
    SWAPPED("nghỉ hoán đổi"),
    /** A Saturday or Sunday that is worked. */
    MAKE_UP("làm bù");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean isOff() {
        return this != MAKE_UP;
    }
}
