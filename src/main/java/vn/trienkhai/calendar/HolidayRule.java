package vn.trienkhai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * A public holiday as the law gives it every year, for years whose notice says nothing of it.
 *
 * @param name which a notice uses too when it decides this holiday
 * @param lunar whether month and day are those of the Vietnamese calendar (UTC+7), whose new moons are not always China's
 * @param firstOffset from the anchor day to the first day off; −1 for Tết, which begins with the old year's last day
 * @param length days in a row
 * @param eitherSide whether the law leaves open on which side of the anchor the other days lie ("liền kề trước hoặc sau"):
 *     then they lie before it, or after it where the anchor is a Thursday; that makes the longest rest on every weekday
 * @param compensated whether a weekly rest day that it meets is given back: Điều 111 khoản 3 does so for the holidays of
 *     Điều 112 khoản 1, and 24/11 stands elsewhere
 * @param validFrom first day on which the rule holds, inclusive
 * @param validTo last day, inclusive; null for no end
 */
record HolidayRule(
        String name,
        boolean lunar,
        int month,
        int day,
        int firstOffset,
        int length,
        boolean eitherSide,
        boolean compensated,
        LocalDate validFrom,
        LocalDate validTo) {

    /** The same rule with an end. @param last inclusive */
    HolidayRule until(LocalDate last) {
        return new HolidayRule(name, lunar, month, day, firstOffset, length, eitherSide, compensated, validFrom, last);
    }

    /** For example "10/3 Âm lịch, 1 ngày". */
    String label() {
        return "%d/%d%s, %d ngày".formatted(day, month, lunar ? " Âm lịch" : "", length);
    }

    /** Its days in a year, in their order; none when the rule does not hold then. */
    List<LocalDate> daysOf(int year) {
        var anchor = lunar ? lunar(year) : LocalDate.of(year, month, day);
        if (anchor.isBefore(validFrom) || (validTo != null && anchor.isAfter(validTo))) {
            return List.of();
        }
        var first = eitherSide && anchor.getDayOfWeek() == DayOfWeek.THURSDAY ? anchor : anchor.plusDays(firstOffset);
        return IntStream.range(0, length).mapToObj(first::plusDays).toList();
    }

    private LocalDate lunar(int year) {
        return VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day)
                .transform(PlainDate.axis())
                .toTemporalAccessor();
    }
}
