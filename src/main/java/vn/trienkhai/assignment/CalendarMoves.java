package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.CalendarDay;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;

/** What would move if another calendar held: days, deadlines, timers. Shown before it is confirmed. */
@Component
class CalendarMoves {

    private final WorkingCalendar calendar;
    private final ObjectProvider<OpenDeadlines> openDeadlines;

    CalendarMoves(WorkingCalendar calendar, ObjectProvider<OpenDeadlines> openDeadlines) {
        this.calendar = calendar;
        this.openDeadlines = openDeadlines;
    }

    /** @param before empty where the day was set apart by nothing @param after empty where nothing sets it apart any more */
    record DayChanged(String day, String before, String after) {}

    /** As the form of the confirmation shows it. @param from first year to compare @param to last year, inclusive */
    Map<String, Object> under(WorkingCalendar next, int from, int to) {
        return Map.of(
                "days",
                IntStream.rangeClosed(from, to)
                        .mapToObj(year -> changesBetween(calendar.daysOf(year), next.daysOf(year)))
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                "moves",
                openDeadlines
                        .orderedStream()
                        .flatMap(module -> module.movesUnder(next).stream())
                        .toList());
    }

    private static List<DayChanged> changesBetween(List<CalendarDay> before, List<CalendarDay> after) {
        var labels = new LinkedHashMap<LocalDate, String[]>();
        before.forEach(day -> labels.computeIfAbsent(day.day(), any -> new String[] {"", ""})[0] = day.label());
        after.forEach(day -> labels.computeIfAbsent(day.day(), any -> new String[] {"", ""})[1] = day.label());
        var changes = new ArrayList<DayChanged>();
        labels.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var label = entry.getValue();
            if (!label[0].equals(label[1])) {
                changes.add(new DayChanged(VietnamTime.format(entry.getKey()), label[0], label[1]));
            }
        });
        return changes;
    }
}
