package vn.trienkhai.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar's tables, always read whole: there is nothing to map but rows. */
@Repository
class CalendarTables {

    private static final String RULES = "select * from holiday_rule order by anchor_month, anchor_day, id";

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
        return List.copyOf(rulesById().values());
    }

    /** In the order of the year. */
    Map<String, HolidayRule> rulesById() {
        var rules = new LinkedHashMap<String, HolidayRule>();
        jdbc.sql(RULES).query(row -> {
            rules.put(row.getString("id"), ruleIn(row));
        });
        return rules;
    }

    /** All that the law ever gave, in the order of the year. */
    List<PublicHoliday> holidays() {
        return jdbc.sql(RULES)
                .query((row, number) -> {
                    var rule = ruleIn(row);
                    return new PublicHoliday(
                            row.getString("id"),
                            rule.name(),
                            rule.label(),
                            rule.validFrom(),
                            rule.validTo(),
                            row.getString("source"));
                })
                .list();
    }

    void add(String id, HolidayRule rule, String source, Instant at, String by) {
        jdbc.sql(
                        "insert into holiday_rule (id, name, lunar, anchor_month, anchor_day, first_offset, length, either_side,"
                                + " compensated, valid_from, source, entered_at, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        rule.name(),
                        rule.lunar(),
                        rule.month(),
                        rule.day(),
                        rule.firstOffset(),
                        rule.length(),
                        rule.eitherSide(),
                        rule.compensated(),
                        rule.validFrom(),
                        source,
                        at.atOffset(ZoneOffset.UTC),
                        by)
                .update();
    }

    void end(String id, LocalDate lastDay, String why, Instant at, String by) {
        jdbc.sql("update holiday_rule set valid_to = ?, ended_why = ?, ended_at = ?, ended_by = ? where id = ?")
                .params(lastDay, why, at.atOffset(ZoneOffset.UTC), by, id)
                .update();
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
