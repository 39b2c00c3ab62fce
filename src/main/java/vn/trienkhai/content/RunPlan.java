package vn.trienkhai.content;

import java.time.LocalDate;

/**
 * A channel that a unit chose, and when and where it means to use it; dates and place are null where it leaves them open.
 *
 * @param substituteFor the channel of the duty that does not exist at the unit and for which this one stands; or null
 * @param substituteWhy why; null unless it is a substitute
 */
record RunPlan(
        String channel, LocalDate from, LocalDate to, String place, String substituteFor, String substituteWhy) {}
