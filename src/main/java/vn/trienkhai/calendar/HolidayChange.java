package vn.trienkhai.calendar;

import java.time.LocalDate;

/**
 * A change of the holidays that the law gives every year: one ends, one begins, or one takes another's place.
 *
 * @param ends id of the holiday that ends; null if none does
 * @param begins null if none does
 * @param from first day on which the change holds; what ends held until the day before
 * @param source the law, with its article
 */
public record HolidayChange(String ends, NewHoliday begins, LocalDate from, String source) {

    /**
     * @param name which notices use too when they decide this holiday
     * @param lunar whether month and day are those of the Vietnamese calendar
     * @param firstOffset from the day itself to the first day off: 0, or −1 where the day before is off too
     * @param length days in a row, from 1 to 10
     * @param compensated whether a weekly rest day that it meets is given back (Bộ luật Lao động 2019, Điều 111 khoản 3)
     */
    public record NewHoliday(
            String name, boolean lunar, int month, int day, int firstOffset, int length, boolean compensated) {}
}
