package vn.trienkhai.operation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** Keeps what was handed over, from whom to whom, by whom and why. Never changed. */
@Component
class HandOverRecords {

    private static final String SELECT =
            "select id, from_person, to_person, unit_id, reason, handed_by, handed_at from hand_over ";

    private final JdbcClient jdbc;

    HandOverRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Item(String what, String how) {}

    /** @param from user id @param to user id @param by user id */
    record Done(UUID id, String from, String to, String unit, String why, String by, Instant at, List<Item> items) {}

    void insert(Done done) {
        jdbc.sql("insert into hand_over (id, from_person, to_person, unit_id, reason, handed_by, handed_at)"
                        + " values (:id, :from, :to, :unit, :why, :by, :at)")
                .param("id", done.id())
                .param("from", done.from())
                .param("to", done.to())
                .param("unit", done.unit())
                .param("why", done.why())
                .param("by", done.by())
                .param("at", done.at().atZone(VietnamTime.ZONE).toOffsetDateTime())
                .update();
        for (int i = 0; i < done.items().size(); i++) {
            jdbc.sql(
                            "insert into hand_over_item (hand_over_id, ordinal, what, how) values (:id, :ordinal, :what, :how)")
                    .param("id", done.id())
                    .param("ordinal", i)
                    .param("what", done.items().get(i).what())
                    .param("how", done.items().get(i).how())
                    .update();
        }
    }

    /** Newest first. @param by user id; null: anybody @param from inclusive @param until exclusive */
    List<Done> between(String by, Instant from, Instant until, int most) {
        return all(jdbc.sql(SELECT + "where handed_at >= :from and handed_at < :until and (:by = '' or handed_by = :by)"
                        + " order by handed_at desc, id fetch first :most rows only")
                .param("from", from.atZone(VietnamTime.ZONE).toOffsetDateTime())
                .param("until", until.atZone(VietnamTime.ZONE).toOffsetDateTime())
                .param("by", by == null ? "" : by)
                .param("most", most));
    }

    /** The last ones of these units, newest first. */
    List<Done> lastOf(List<String> units, int most) {
        return units.isEmpty()
                ? List.of()
                : all(jdbc.sql(SELECT
                                + "where unit_id in (:units) order by handed_at desc, id fetch first :most rows only")
                        .param("units", units)
                        .param("most", most));
    }

    private List<Done> all(StatementSpec found) {
        return found.query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Done(
                            id,
                            row.getString("from_person"),
                            row.getString("to_person"),
                            row.getString("unit_id"),
                            row.getString("reason"),
                            row.getString("handed_by"),
                            row.getObject("handed_at", OffsetDateTime.class).toInstant(),
                            itemsOf(id));
                })
                .list();
    }

    private List<Item> itemsOf(UUID id) {
        return jdbc.sql("select what, how from hand_over_item where hand_over_id = :id order by ordinal")
                .param("id", id)
                .query(Item.class)
                .list();
    }
}
