package vn.trienkhai.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar's tables, always read whole: there is nothing to map but rows. */
@Repository
class CalendarTables {

    private final JdbcClient jdbc;

    CalendarTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rises with every change. */
    int revision() {
        return jdbc.sql("select revision from calendar_revision where id = 1")
                .query(Integer.class)
                .single();
    }

    /** Makes others who change the calendar wait for the end of this transaction. */
    void raiseRevision() {
        jdbc.sql("update calendar_revision set revision = revision + 1 where id = 1")
                .update();
    }

    List<HolidayRule> rules() {
        return jdbc.sql("select * from holiday_rule order by anchor_month, anchor_day, id")
                .query((row, number) -> ruleIn(row))
                .list();
    }

    /** All that were ever entered, in the order of their years and of entering. */
    List<CalendarNotice> notices() {
        var days = jdbc
                .sql("select * from calendar_day order by notice_id, on_day")
                .query((row, number) -> new DayOfNotice(
                        row.getObject("notice_id", UUID.class),
                        new CalendarDay(
                                row.getObject("on_day", LocalDate.class),
                                DayKind.valueOf(row.getString("kind")),
                                row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        DayOfNotice::notice, Collectors.mapping(DayOfNotice::day, Collectors.toList())));
        return jdbc.sql("select * from calendar_notice order by calendar_year, entered_at, id")
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new CalendarNotice(
                            id,
                            row.getInt("calendar_year"),
                            row.getString("notice_number"),
                            row.getObject("issued_on", LocalDate.class),
                            row.getString("title"),
                            row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                            row.getString("entered_by"),
                            row.getObject("replaced_by", UUID.class),
                            days.getOrDefault(id, List.of()));
                })
                .list();
    }

    void add(CalendarNotice notice) {
        jdbc.sql(
                        "insert into calendar_notice (id, calendar_year, notice_number, issued_on, title, entered_at, entered_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        notice.id(),
                        notice.year(),
                        notice.number(),
                        notice.issuedOn(),
                        notice.title(),
                        notice.enteredAt().atOffset(ZoneOffset.UTC),
                        notice.enteredBy())
                .update();
        for (var day : notice.days()) {
            jdbc.sql("insert into calendar_day (notice_id, on_day, kind, name) values (?, ?, ?, ?)")
                    .params(notice.id(), day.day(), day.kind().name(), day.name())
                    .update();
        }
    }

    void replace(UUID old, UUID by) {
        jdbc.sql("update calendar_notice set replaced_by = ? where id = ?")
                .params(by, old)
                .update();
    }

    private static HolidayRule ruleIn(ResultSet row) throws SQLException {
        return new HolidayRule(
                row.getString("name"),
                row.getBoolean("lunar"),
                row.getInt("anchor_month"),
                row.getInt("anchor_day"),
                row.getInt("first_offset"),
                row.getInt("length"),
                row.getBoolean("either_side"),
                row.getBoolean("compensated"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private record DayOfNotice(UUID notice, CalendarDay day) {}
}
