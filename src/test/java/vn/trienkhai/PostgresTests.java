package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.calendar.CalendarChange;
import vn.trienkhai.calendar.CalendarDay;
import vn.trienkhai.calendar.DayKind;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.calendar.WorkingCalendars;

/** The same migrations, and the same start, on a real PostgreSQL: Hibernate validates every table when it starts. */
@DirtiesContext
class PostgresTests extends ProcessTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    SpringLiquibase liquibase;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    WorkingCalendars calendars;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }

    @Test
    void startsWithPlan269OnPostgres() throws Exception {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
        assertThat(jdbc.sql("select plan_number from plan where id = ?")
                        .param(PLAN_269)
                        .query(String.class)
                        .single())
                .isEqualTo("269/KH-UBND");
    }

    @Test
    void knowsTheDaysOffAndTakesANewNotice() {
        var day = LocalDate.of(2029, 3, 15);

        calendars.enter(
                new CalendarChange(
                        2029,
                        null,
                        LocalDate.of(2028, 12, 1),
                        "Nghỉ lễ năm 2029",
                        List.of(new CalendarDay(day, DayKind.HOLIDAY, "Lễ lớn"))),
                "admin");

        assertThat(calendar.isWorkingDay(day)).isFalse();
        assertThat(calendars.noticesOf(2029)).singleElement().satisfies(notice -> {
            assertThat(notice.issuedOn()).isEqualTo(LocalDate.of(2028, 12, 1));
            assertThat(notice.enteredAt()).isEqualTo(clock.instant());
            assertThat(notice.days()).extracting(CalendarDay::day).containsExactly(day);
        });
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
    }

    @Test
    void migratesOnceAndThenNeverAgain() throws Exception {
        var before = changes();

        liquibase.afterPropertiesSet();

        assertThat(before).isPositive();
        assertThat(changes()).isEqualTo(before);
    }

    @Test
    void keepsTheEnginesOwnTablesAsCamundaShipsThem() {
        assertThat(jdbc.sql("select count(*) from information_schema.tables where table_name like 'act\\_%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(49L);
    }

    private long changes() {
        return jdbc.sql("select count(*) from databasechangelog")
                .query(Long.class)
                .single();
    }
}
