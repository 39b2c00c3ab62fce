package vn.trienkhai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The hours of a working day, and the moment at which a last day ends. */
class WorkingHours {

    /** @param from inclusive @param to exclusive */
    private record Shift(LocalTime from, LocalTime to) {

        static Shift of(String text) {
            var ends = text.split("-");
            return new Shift(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }
    }

    private final List<Shift> shifts;
    private final LocalTime cutOff; // null: the end of the day

    WorkingHours(CalendarSettings settings) {
        shifts = settings.workingHours().stream().map(Shift::of).toList();
        cutOff = settings.cutOff().equals("24:00") ? null : LocalTime.parse(settings.cutOff());
        var end = LocalTime.MIN;
        for (var shift : shifts) {
            if (shift.from().isBefore(end) || !shift.from().isBefore(shift.to())) {
                throw new IllegalArgumentException(
                        "plan.calendar.working-hours: expected hours that follow one another, found "
                                + settings.workingHours());
            }
            end = shift.to();
        }
    }

    Instant openingOf(LocalDate day) {
        return at(day, shifts.get(0).from());
    }

    /** The moment itself, or the next one on the same day within working hours. */
    Optional<Instant> nextOnTheDayOf(Instant moment) {
        var time = LocalTime.ofInstant(moment, VietnamTime.ZONE);
        return shifts.stream()
                .filter(shift -> time.isBefore(shift.to()))
                .findFirst()
                .map(shift -> time.isBefore(shift.from()) ? at(VietnamTime.dateOf(moment), shift.from()) : moment);
    }

    Instant endOf(LocalDate lastDay) {
        return cutOff == null ? VietnamTime.endOf(lastDay) : at(lastDay, cutOff);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
