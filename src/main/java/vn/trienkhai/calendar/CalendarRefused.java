package vn.trienkhai.calendar;

import java.util.List;

/** The calendar cannot work with what it was given. Reasons are Vietnamese sentences: what was expected, what was found. */
public class CalendarRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public CalendarRefused(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    CalendarRefused(String reason, Object... found) {
        this(List.of(reason.formatted(found)));
    }

    public List<String> reasons() {
        return reasons;
    }
}
