package vn.trienkhai.plan;

import java.time.LocalDate;

/** When the plan is carried out; both days inclusive. */
public record Period(LocalDate from, LocalDate to, String clause, String quote) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
