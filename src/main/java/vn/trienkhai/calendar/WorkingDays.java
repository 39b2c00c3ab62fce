package vn.trienkhai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which days are worked, from 2000 to 2100: computed once, never changed, every question answered in constant time.
 *
 * <p>A holiday that a notice names has in that year exactly the days that the notice gives it, days in lieu among them.
 * Every other holiday follows its rule, and for each of its days on a weekly rest day the next working day is off (Bộ luật
 * Lao động 2019, Điều 111 khoản 3; compensations that meet a holiday or one another move on, in the order of the days).
 * Swapped and make-up days come from notices only.
 *
 * <p>A year is decided when notices name both Tết and Quốc khánh, the two that the Prime Minister fixes each year (Điều 112
 * khoản 3); until then it is provisional ("dự kiến").
 */
class WorkingDays {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    /** Holidays whose days the Prime Minister decides each year. */
    private static final Set<String> DECIDED_YEARLY = Set.of("tết nguyên đán", "quốc khánh");

    private static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(LAST_YEAR, 12, 31);
    private static final int ORIGIN = (int) FIRST.toEpochDay();
    private static final int LENGTH = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

    private final NavigableMap<LocalDate, CalendarDay> marked = new TreeMap<>();
    private final Set<Integer> decidedYears = new HashSet<>();

    /** Working days before the day with this index; the last element is their number. */
    private final int[] workedBefore = new int[LENGTH + 1];

    /** Working days, in their order, as indexes of days. */
    private final int[] worked;

    /** @param notices those that hold */
    WorkingDays(Collection<HolidayRule> rules, Collection<CalendarNotice> notices) {
        notices.forEach(notice -> notice.days().forEach(day -> marked.put(day.day(), day)));
        var owed = new TreeMap<LocalDate, String>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            var named = holidaysNamedFor(year, notices);
            if (named.containsAll(DECIDED_YEARLY)) {
                decidedYears.add(year);
            }
            for (var rule : rules) {
                if (!named.contains(key(rule.name()))) {
                    markDaysOf(rule, year, owed);
                }
            }
        }
        owed.forEach((restDay, name) -> markDayInLieu(restDay, name));
        worked = count();
    }

    private static Set<String> holidaysNamedFor(int year, Collection<CalendarNotice> notices) {
        return notices.stream()
                .filter(notice -> notice.year() == year)
                .flatMap(notice -> notice.days().stream())
                .filter(day -> day.kind() == DayKind.HOLIDAY)
                .map(day -> key(day.name()))
                .collect(Collectors.toSet());
    }

    static String key(String holiday) {
        return holiday.toLowerCase(Locale.ROOT);
    }

    private void markDaysOf(HolidayRule rule, int year, NavigableMap<LocalDate, String> owed) {
        for (var day : rule.daysOf(year)) {
            marked.merge(
                    day,
                    new CalendarDay(day, DayKind.HOLIDAY, rule.name()),
                    (before, rules) -> before.kind() == DayKind.HOLIDAY
                            ? new CalendarDay(day, DayKind.HOLIDAY, before.name() + " và " + rule.name())
                            : rules);
            if (rule.compensated() && isRestDay(day)) {
                owed.put(day, rule.name());
            }
        }
    }

    private void markDayInLieu(LocalDate restDay, String name) {
        var day = restDay.plusDays(1);
        while (isRestDay(day) || marked.containsKey(day)) {
            day = day.plusDays(1);
        }
        marked.put(day, new CalendarDay(day, DayKind.COMPENSATORY, name));
    }

    private int[] count() {
        var found = new int[LENGTH];
        int count = 0;
        for (int index = 0; index < LENGTH; index++) {
            workedBefore[index] = count;
            var day = dayAt(index);
            var mark = marked.get(day);
            if (mark == null ? !isRestDay(day) : !mark.kind().isOff()) {
                found[count++] = index;
            }
        }
        workedBefore[LENGTH] = count;
        return Arrays.copyOf(found, count);
    }

    static boolean isRestDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    boolean isWorkingDay(LocalDate day) {
        int index = indexOf(day);
        return workedBefore[index + 1] > workedBefore[index];
    }

    LocalDate onOrAfter(LocalDate day) {
        return workingDay(workedBefore[indexOf(day)], day);
    }

    LocalDate plus(LocalDate day, int n) {
        int index = indexOf(day);
        return workingDay(n > 0 ? workedBefore[index + 1] + n - 1 : workedBefore[index] + n, day);
    }

    int between(LocalDate after, LocalDate until) {
        return workedBefore[indexOf(until) + 1] - workedBefore[indexOf(after) + 1];
    }

    boolean isProvisional(int year) {
        return !decidedYears.contains(year);
    }

    /** What sets a day apart; null if nothing does. */
    CalendarDay markOf(LocalDate day) {
        return marked.get(day);
    }

    /** Days set apart, both ends inclusive, in their order. */
    List<CalendarDay> marksWithin(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : List.copyOf(marked.subMap(from, true, to, true).values());
    }

    /** Years of both days and between that no notice has decided, in their order. */
    List<Integer> provisionalYears(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(this::isProvisional)
                .boxed()
                .toList();
    }

    private LocalDate workingDay(int ordinal, LocalDate asked) {
        if (ordinal < 0 || ordinal >= worked.length) {
            throw outside(asked);
        }
        return dayAt(worked[ordinal]);
    }

    private static LocalDate dayAt(int index) {
        return LocalDate.ofEpochDay((long) ORIGIN + index);
    }

    private static int indexOf(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw outside(day);
        }
        return (int) (day.toEpochDay() - ORIGIN);
    }

    private static CalendarRefused outside(LocalDate day) {
        return new CalendarRefused(
                "Lịch làm việc chỉ có từ %s đến %s, gặp thời hạn tính từ %s.",
                VietnamTime.format(FIRST), VietnamTime.format(LAST), VietnamTime.format(day));
    }
}
