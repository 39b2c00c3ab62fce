package vn.trienkhai.calendar;

import java.time.LocalDate;

/**
 * A day that a notice or the law sets apart.
 *
 * @param name the holiday it belongs to, for example "Quốc khánh"; for a day in lieu or swapped, the occasion
 */
public record CalendarDay(LocalDate day, DayKind kind, String name) {

    /** For example "nghỉ bù Quốc khánh". */
    public String label() {
        return switch (kind) {
            case HOLIDAY -> "nghỉ " + name;
            case COMPENSATORY -> "nghỉ bù " + name;
            case SWAPPED -> "nghỉ hoán đổi dịp " + name;
            case MAKE_UP -> "làm bù dịp " + name;
        };
    }
}
