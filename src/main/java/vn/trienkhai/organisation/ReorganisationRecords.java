package vn.trienkhai.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of reorganisations. */
class ReorganisationRecords {

    private static final int LONGEST = 500;
    private static final String SELECT = "select id, kind, successor, new_name, new_short_name, new_kind, new_symbol,"
            + " head_title, basis_number, basis_date, basis_agency, effective_on, entered_by, entered_at, confirmed_by,"
            + " carried_out_at, dropped_at from reorganisation ";

    private final JdbcClient jdbc;

    ReorganisationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Reorganisation entered) {
        var order = entered.order();
        var made = order.newUnit();
        jdbc.sql("insert into reorganisation (id, kind, successor, new_name, new_short_name, new_kind, new_symbol,"
                        + " head_title, basis_number, basis_date, basis_agency, effective_on, entered_by, entered_at)"
                        + " values (:id, :kind, :successor, :name, :shortName, :unitKind, :symbol, :headTitle, :number,"
                        + " :date, :agency, :effectiveOn, :by, :at)")
                .param("id", entered.id())
                .param("kind", order.kind().name())
                .param("successor", entered.successorId(), Types.VARCHAR)
                .param("name", made == null ? null : made.name(), Types.VARCHAR)
                .param("shortName", made == null ? null : made.shortName(), Types.VARCHAR)
                .param("unitKind", made == null ? null : made.kind().name(), Types.VARCHAR)
                .param("symbol", made == null ? null : made.symbol(), Types.VARCHAR)
                .param("headTitle", made == null ? null : made.headTitle(), Types.VARCHAR)
                .param("number", order.basisNumber())
                .param("date", order.basisDate())
                .param("agency", order.basisAgency())
                .param("effectiveOn", order.effectiveOn())
                .param("by", entered.enteredBy())
                .param("at", inUtc(entered.enteredAt()))
                .update();
        for (int i = 0; i < order.units().size(); i++) {
            jdbc.sql("insert into reorganisation_unit (reorganisation_id, ordinal, unit_id) values (:id, :i, :unit)")
                    .param("id", entered.id())
                    .param("i", i)
                    .param("unit", order.units().get(i))
                    .update();
        }
    }

    Optional<Reorganisation> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Entered, and neither carried out nor given up; oldest first. */
    List<Reorganisation> open() {
        return jdbc.sql(SELECT + "where carried_out_at is null and dropped_at is null order by entered_at, id")
                .query(this::read)
                .list();
    }

    void confirm(UUID id, String by, Instant at) {
        jdbc.sql("update reorganisation set confirmed_by = :by, confirmed_at = :at where id = :id")
                .param("by", by)
                .param("at", inUtc(at))
                .param("id", id)
                .update();
    }

    void drop(UUID id, Instant at) {
        jdbc.sql("update reorganisation set dropped_at = :at where id = :id")
                .param("at", inUtc(at))
                .param("id", id)
                .update();
    }

    void carryOut(UUID id, Collection<WorkOfUnits.Item> items, Instant at) {
        jdbc.sql("update reorganisation set carried_out_at = :at where id = :id")
                .param("at", inUtc(at))
                .param("id", id)
                .update();
        var ordinal = 0;
        for (var item : items) {
            jdbc.sql("insert into reorganisation_item (reorganisation_id, ordinal, kind, what, becomes)"
                            + " values (:id, :ordinal, :kind, :what, :becomes)")
                    .param("id", id)
                    .param("ordinal", ordinal++)
                    .param("kind", item.kind())
                    .param("what", shortened(item.what()))
                    .param("becomes", shortened(item.becomes()))
                    .update();
        }
    }

    private Reorganisation read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var units = jdbc.sql("select unit_id from reorganisation_unit where reorganisation_id = :id order by ordinal")
                .param("id", id)
                .query(String.class)
                .list();
        var made = row.getString("new_name") == null
                ? null
                : new NewUnit(
                        row.getString("new_name"),
                        row.getString("new_short_name"),
                        UnitKind.valueOf(row.getString("new_kind")),
                        row.getString("new_symbol"),
                        row.getString("head_title"));
        var successor = row.getString("successor");
        return new Reorganisation(
                id,
                new ReorganisationOrder(
                        ReorganisationKind.valueOf(row.getString("kind")),
                        units,
                        made == null ? successor : null,
                        made,
                        row.getString("basis_number"),
                        row.getObject("basis_date", LocalDate.class),
                        row.getString("basis_agency"),
                        row.getObject("effective_on", LocalDate.class)),
                successor,
                row.getString("entered_by"),
                moment(row, "entered_at"),
                row.getString("confirmed_by"),
                moment(row, "carried_out_at"),
                moment(row, "dropped_at"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static OffsetDateTime inUtc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
