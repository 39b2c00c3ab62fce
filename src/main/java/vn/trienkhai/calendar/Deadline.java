package vn.trienkhai.calendar;

import java.time.LocalDate;

/**
 * What a term comes to.
 *
 * @param lastDay last day on time, inclusive; always a working day
 * @param explanation one Vietnamese sentence that says how it was counted
 * @param provisional whether a year is involved whose notice is not entered yet ("dự kiến")
 */
public record Deadline(LocalDate lastDay, String explanation, boolean provisional) {}
