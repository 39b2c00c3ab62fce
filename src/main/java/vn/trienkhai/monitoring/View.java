package vn.trienkhai.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.trienkhai.calendar.VietnamTime;

/**
 * What an answer is about: what was asked, completed by what applies where nothing was, and limited to what the person may
 * see. Made by {@link Sights} only, so that no figure is read past it.
 *
 * @param plan id of the plan
 * @param from first day of the period, inclusive
 * @param to last day of the period, inclusive
 * @param unit id of the one unit asked for; null for all that the person sees
 * @param topic code of the topic that evidence, contents and channel runs are limited to; null for all
 * @param channel code of the channel that evidence and channel runs are limited to; null for all
 * @param asOf the past day as of whose end everything is told; null for now
 * @param moment the moment as of which everything is told
 * @param wholePlan whether the person sees every unit of the plan
 * @param units ids of the units that the answer covers
 */
record View(
        String plan,
        String planNumber,
        LocalDate from,
        LocalDate to,
        String unit,
        String topic,
        String channel,
        LocalDate asOf,
        Instant moment,
        boolean wholePlan,
        @JsonIgnore List<String> units) {

    View {
        units = List.copyOf(units);
    }

    /** The day in Vietnam as of which everything is told. */
    LocalDate lastDayKnown() {
        return asOf == null ? VietnamTime.dateOf(moment) : asOf;
    }

    /** The same of another period. */
    View of(LocalDate first, LocalDate last) {
        return new View(plan, planNumber, first, last, unit, topic, channel, asOf, moment, wholePlan, units);
    }

    /** Whether everything that is recorded is covered, whatever unit it is of. */
    boolean coversEveryUnit() {
        return wholePlan && unit == null;
    }

    /** Whether a unit is covered, for many units. */
    Predicate<String> coverage() {
        return coversEveryUnit() ? any -> true : Set.copyOf(units)::contains;
    }
}
