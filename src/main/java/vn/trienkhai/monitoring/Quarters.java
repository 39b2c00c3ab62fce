package vn.trienkhai.monitoring;

import java.time.LocalDate;
import vn.trienkhai.plan.ProgrammePeriod;

/** Quarters of the calendar, as the columns of tables name them. */
final class Quarters {

    private Quarters() {}

    /** "Quý III/2021": the quarter in which the day lies. */
    static String label(LocalDate day) {
        var label = ProgrammePeriod.quarterOf(day).label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** Counts quarters without a gap, so that their difference is their distance. */
    static int numberOf(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }
}
