package vn.trienkhai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingCalendarTests {

    private static final int FURTHEST = 60;

    private final WorkingCalendar calendar = CalendarDatabase.calendar();

    static IntStream years() {
        return IntStream.rangeClosed(2021, 2030);
    }

    @ParameterizedTest
    @MethodSource("years")
    void addingNeverLandsOnADayOffAndNeverGoesBack(int year) {
        forEachDay(year, day -> {
            var before = calendar.plusWorkingDays(day, -FURTHEST);
            for (int n = -FURTHEST + 1; n <= FURTHEST; n++) {
                var found = calendar.plusWorkingDays(day, n);
                if (!calendar.isWorkingDay(found)
                        || found.isBefore(before)
                        || found.isAfter(calendar.plusWorkingDays(day.plusDays(1), n))) {
                    throw new AssertionError("%s plus %d gives %s".formatted(day, n, found));
                }
                before = found;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void addingAndCountingAgree(int year) {
        forEachDay(year, day -> {
            for (int n = 1; n <= FURTHEST; n++) {
                var after = calendar.plusWorkingDays(day, n);
                // Before a day, that day is no more counted than after it: the last one that counts is the day before.
                var before = calendar.plusWorkingDays(day, -n);
                if (calendar.workingDaysBetween(day, after) != n
                        || calendar.workingDaysBetween(before.minusDays(1), day.minusDays(1)) != n
                        || calendar.workingDaysBetween(after, day) != -n) {
                    throw new AssertionError("%s plus or minus %d".formatted(day, n));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void aWorkingDayIsFoundAgainOnTheWayBack(int year) {
        forEachDay(year, day -> {
            for (int n = -FURTHEST; n <= FURTHEST && calendar.isWorkingDay(day); n++) {
                var back = calendar.plusWorkingDays(calendar.plusWorkingDays(day, n), -n);
                if (!back.equals(day)) {
                    throw new AssertionError("%s plus %d and back gives %s".formatted(day, n, back));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void agreesWithWalkingDayByDay(int year) {
        forEachDay(year, day -> {
            var walked = day;
            for (int n = 1; n <= FURTHEST; n++) {
                do {
                    walked = walked.plusDays(1);
                } while (!calendar.isWorkingDay(walked));
                if (!walked.equals(calendar.plusWorkingDays(day, n))) {
                    throw new AssertionError("%s plus %d".formatted(day, n));
                }
            }
        });
    }

    @Test
    void countsForwardAndBackward() {
        var friday = LocalDate.of(2026, 8, 28);

        assertThat(calendar.onOrAfter(LocalDate.of(2026, 8, 29))).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 8, 29), 0)).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(calendar.plusWorkingDays(friday, 1)).isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 9, 3), -1)).isEqualTo(friday);
        assertThat(calendar.workingDaysBetween(friday, LocalDate.of(2026, 9, 4)))
                .isEqualTo(2);
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 9, 4), friday))
                .isEqualTo(-2);
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 8, 21), LocalDate.of(2026, 8, 24)))
                .isEqualTo(2); // Saturday 22/8 is worked
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-03T06:59:59, 2026-09-03T07:00:00",
        "2026-09-03T07:00:00, 2026-09-03T07:00:00",
        "2026-09-03T10:59:59, 2026-09-03T10:59:59",
        "2026-09-03T11:00:00, 2026-09-03T13:00:00",
        "2026-09-03T16:59:59, 2026-09-03T16:59:59",
        "2026-09-03T17:00:00, 2026-09-04T07:00:00",
        "2026-08-28T17:30:00, 2026-09-03T07:00:00",
        "2026-09-02T09:00:00, 2026-09-03T07:00:00",
        "2026-08-22T09:00:00, 2026-08-22T09:00:00"
    })
    void findsTheNextWorkingMoment(String asked, String found) {
        assertThat(calendar.workingMomentFrom(moment(asked))).isEqualTo(moment(found));
    }

    @Test
    void aLastDayEndsAtMidnightOrAtTheHourThatIsSet() {
        var day = LocalDate.of(2026, 9, 9);
        var cutOffAtFive = CalendarDatabase.calendar(new CalendarSettings(List.of("07:30-11:30"), "17:00"));

        assertThat(calendar.endOf(day)).isEqualTo(moment("2026-09-09T23:59:59"));
        assertThat(cutOffAtFive.endOf(day)).isEqualTo(moment("2026-09-09T17:00:00"));
        assertThat(calendar.openingOf(day)).isEqualTo(moment("2026-09-09T07:00:00"));
        assertThat(cutOffAtFive.openingOf(day)).isEqualTo(moment("2026-09-09T07:30:00"));
    }

    @Test
    void refusesHoursThatDoNotFollowOneAnother() {
        var settings = new CalendarSettings(List.of("13:00-17:00", "07:00-11:00"), "24:00");

        assertThatThrownBy(() -> new WorkingHours(settings)).hasMessageContaining("plan.calendar.working-hours");
    }

    @Test
    void saysWhereItsKnowledgeEnds() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2000, 1, 4))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2100, 12, 31))).isTrue();
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2101, 1, 1)))
                .isInstanceOf(CalendarRefused.class)
                .hasMessage("Lịch làm việc chỉ có từ 01/01/2000 đến 31/12/2100, gặp thời hạn tính từ 01/01/2101.");
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2100, 12, 31), 1))
                .isInstanceOf(CalendarRefused.class)
                .hasMessage("Lịch làm việc chỉ có từ 01/01/2000 đến 31/12/2100, gặp thời hạn tính từ 31/12/2100.");
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }

    private static void forEachDay(int year, Consumer<LocalDate> check) {
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(check);
    }
}
