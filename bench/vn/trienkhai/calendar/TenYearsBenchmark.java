package vn.trienkhai.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten years of plan 269 in working days: the day after so many, and how many there are; and a deadline with its sentence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TenYearsBenchmark {

    private static final int WORKING_DAYS_IN_TEN_YEARS = 2500;

    private WorkingCalendar calendar;
    private CalendarTables tables;
    private Set<LocalDate> daysOff;
    private Set<LocalDate> madeUp;
    private LocalDate adopted = LocalDate.of(2021, 6, 10);
    private LocalDate end = LocalDate.of(2030, 12, 31);

    @Setup
    public void read() {
        tables = new CalendarTables(JdbcClient.create(CalendarDatabase.fresh()));
        calendar = CalendarDatabase.calendar();
        daysOff = new HashSet<>();
        madeUp = new HashSet<>();
        for (int year = 2021; year <= 2031; year++) {
            calendar.daysOf(year).forEach(day -> (day.kind() == DayKind.MAKE_UP ? madeUp : daysOff).add(day.day()));
        }
    }

    @Benchmark
    public LocalDate plus() {
        return calendar.plusWorkingDays(adopted, WORKING_DAYS_IN_TEN_YEARS);
    }

    /** The same by walking day by day with the days off in a set, as one would write it first. */
    @Benchmark
    public LocalDate plusByWalking() {
        var day = adopted;
        for (int left = WORKING_DAYS_IN_TEN_YEARS; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorked(day) ? 1 : 0;
        }
        return day;
    }

    @Benchmark
    public int between() {
        return calendar.workingDaysBetween(adopted, end);
    }

    @Benchmark
    public int betweenByWalking() {
        int count = 0;
        for (var day = adopted.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            count += isWorked(day) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public Deadline explainedDeadline() {
        return calendar.deadlineOf(DeadlineTerm.workingDays(5, LocalDate.of(2026, 8, 29)));
    }

    /** What a change of the calendar costs once on each node: reading the tables and computing 101 years. */
    @Benchmark
    public Object readAndComputeAllYears() {
        return CalendarDatabase.daysIn(tables);
    }

    private boolean isWorked(LocalDate day) {
        return WorkingDays.isRestDay(day) ? madeUp.contains(day) : !daysOff.contains(day);
    }
}
