package vn.trienkhai.calendar;

import java.time.LocalDate;

/**
 * A holiday of the law, as people read it.
 *
 * @param id for {@link HolidayChange#ends()}
 * @param rule for example "10/3 Âm lịch, 1 ngày"
 * @param validTo last day, inclusive; null for no end
 */
public record PublicHoliday(
        String id, String name, String rule, LocalDate validFrom, LocalDate validTo, String source) {}
