package vn.trienkhai.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.Topic;

/**
 * What was done, counted from evidence as reports count it: an entry counts in a period if one of its days lies in it, as
 * long as it was recorded by the moment in view and by then neither corrected nor withdrawn. So an entry over the end of a
 * month counts in both months and once in their quarter; the column of the whole period is no sum of the others.
 */
@Component
class EvidenceFigures {

    /** What an answer breaks figures down by. */
    enum Dimension {
        UNIT("unit"),
        CHANNEL("channel"),
        TOPIC("topic"),
        DUTY("duty_code");

        private final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    /** What an answer cuts the period into, by the calendar. */
    enum Cut {
        /** One column, the period. */
        NONE(0),
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Cut(int months) {
            this.months = months;
        }
    }

    /** Columns that an answer has at most: ten years of quarters, and some. */
    static final int MOST_COLUMNS = 48;

    private final Organisation organisation;
    private final Plans plans;
    private final JdbcClient jdbc;

    EvidenceFigures(Organisation organisation, Plans plans, JdbcClient jdbc) {
        this.organisation = organisation;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /** @param label "Tháng 7/2021", "Quý III/2021", "Năm 2021" or the days; the last column is the whole period */
    record Column(String label, LocalDate from, LocalDate to, boolean whole) {}

    /** @param entries number of entries of evidence @param measures what they amount to, by code of the measure */
    record Amount(long entries, Map<Measure, Long> measures) {

        static final Amount NONE = new Amount(0, Map.of());

        long of(Measure measure) {
            return measures.getOrDefault(measure, 0L);
        }
    }

    /**
     * @param unit null unless broken down by unit; the same holds for channel, topic and duty
     * @param amounts one for each column, in their order
     */
    record Line(Named unit, Named channel, Named topic, Named duty, List<Amount> amounts) {}

    /** @param measures those that occur, with their names @param total of all lines, one amount for each column */
    record Figures(View view, List<Column> columns, List<Named> measures, List<Line> lines, List<Amount> total) {}

    /**
     * @param happenedTo last day, inclusive
     * @param content title of the content that went out; null where none is named
     * @param late whether it was recorded after the period and after its own last day
     */
    record EvidenceLine(
            UUID id,
            Named unit,
            Named duty,
            Named channel,
            Named topic,
            LocalDate happenedFrom,
            LocalDate happenedTo,
            String place,
            String link,
            String note,
            String content,
            UUID assignment,
            Map<Measure, Long> measures,
            List<UUID> attachments,
            Instant recordedAt,
            String recordedBy,
            boolean late) {}

    record EvidencePage(View view, long total, int page, int size, List<EvidenceLine> evidence) {}

    /** @throws FormRefused if the period has too many columns of this kind */
    @Transactional(readOnly = true)
    Figures figures(View view, Set<Dimension> dimensions, Cut cut) {
        var columns = columns(view, cut);
        var keys = dimensions.stream().sorted().toList();
        var sums = new HashMap<List<String>, Sum[]>();
        var total = Sum.array(columns.size());
        eachRow(view, keys, cut != Cut.NONE, row -> {
            var line = sums.computeIfAbsent(row.key(), key -> Sum.array(columns.size()));
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).whole() || row.touches(columns.get(i))) {
                    line[i].add(row);
                    total[i].add(row);
                }
            }
        });
        var names = new Names(plans.definition(view.plan()), new Chart(organisation));
        var lines = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(names.order(keys)))
                .map(sum -> names.line(keys, sum.getKey(), Sum.amounts(sum.getValue())))
                .toList();
        var measures = total[columns.size() - 1].measures.keySet().stream()
                .map(measure -> new Named(measure.name(), measure.label()))
                .toList();
        return new Figures(view, columns, measures, lines, Sum.amounts(total));
    }

    /** Amounts of the period by the given dimensions; the key holds their codes in the order of {@link Dimension}. */
    Map<List<String>, Amount> amounts(View view, Dimension... dimensions) {
        var keys = Stream.of(dimensions).sorted().toList();
        var sums = new LinkedHashMap<List<String>, Sum[]>();
        eachRow(view, keys, false, row -> sums.computeIfAbsent(row.key(), key -> Sum.array(1))[0].add(row));
        return sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sum -> Sum.amounts(sum.getValue())
                .get(0)));
    }

    /** Units of which evidence counts. */
    Set<String> activeUnits(View view) {
        return bind(view, null, jdbc.sql("select distinct e.unit" + counting(view)))
                .query(String.class)
                .set();
    }

    /** The entries behind a figure, by first day. @param duty code, {@link Named#NONE} for what names none, null for all */
    @Transactional(readOnly = true)
    EvidencePage evidence(View view, String duty, Paging paging) {
        var names = new Names(plans.definition(view.plan()), new Chart(organisation));
        var where = counting(view) + dutyCondition(duty);
        var total = bind(view, duty, jdbc.sql("select count(*)" + where))
                .query(Long.class)
                .single();
        var lines = bind(
                        view,
                        duty,
                        jdbc.sql(
                                """
                                select e.id, e.unit, e.duty_code, e.channel, e.topic, e.happened_from, e.happened_to, e.place,
                                e.link, e.note, e.assignment_id, e.recorded_at, e.recorded_by,
                                (select c.title from content c where c.id = e.content_id) as content
                                """
                                        + where
                                        + " order by e.happened_from, e.unit, e.recorded_at, e.id"
                                        + " limit :size offset :offset"))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> new EvidenceLine(
                        row.getObject("id", UUID.class),
                        names.unit(row.getString("unit")),
                        names.duty(codeOr(row.getString("duty_code"))),
                        names.channel(codeOr(row.getString("channel"))),
                        names.topic(codeOr(row.getString("topic"))),
                        row.getObject("happened_from", LocalDate.class),
                        row.getObject("happened_to", LocalDate.class),
                        row.getString("place"),
                        row.getString("link"),
                        row.getString("note"),
                        row.getString("content"),
                        row.getObject("assignment_id", UUID.class),
                        new EnumMap<>(Measure.class),
                        new ArrayList<>(),
                        Sql.instant(row, "recorded_at"),
                        organisation.nameOf(row.getString("recorded_by")),
                        isLate(Sql.instant(row, "recorded_at"), row.getObject("happened_to", LocalDate.class), view)))
                .list();
        fill(lines);
        return new EvidencePage(view, total, paging.page(), paging.size(), lines);
    }

    private static boolean isLate(Instant recordedAt, LocalDate lastDay, View view) {
        var recorded = VietnamTime.dateOf(recordedAt);
        return recorded.isAfter(view.to()) && recorded.isAfter(lastDay);
    }

    private void fill(List<EvidenceLine> lines) {
        var byId = lines.stream().collect(Collectors.toMap(EvidenceLine::id, Function.identity()));
        inBatches(
                byId,
                "select evidence_id, measure, amount from evidence_measure where evidence_id in (:ids)",
                (line, row) -> line.measures().put(Measure.valueOf(row.getString("measure")), row.getLong("amount")));
        inBatches(
                byId,
                "select evidence_id, attachment_id from evidence_attachment where evidence_id in (:ids)",
                (line, row) -> line.attachments().add(row.getObject("attachment_id", UUID.class)));
    }

    private interface Filling {
        void of(EvidenceLine line, ResultSet row) throws SQLException;
    }

    private void inBatches(Map<UUID, EvidenceLine> lines, String sql, Filling filling) {
        var ids = List.copyOf(lines.keySet());
        for (int first = 0; first < ids.size(); first += Paging.MOST) {
            jdbc.sql(sql)
                    .param("ids", ids.subList(first, Math.min(ids.size(), first + Paging.MOST)))
                    .query(row -> {
                        filling.of(lines.get(row.getObject("evidence_id", UUID.class)), row);
                    });
        }
    }

    /** The evidence e that counts in a view; may be followed by further conditions. */
    static String counting(View view) {
        return " from evidence e where " + counts(view);
    }

    private static String counts(View view) {
        return """
                e.plan_id = :plan and e.happened_from <= :to and e.happened_to >= :from
                and e.recorded_at <= :moment and (e.replaced_at is null or e.replaced_at > :moment) and
                """
                + Sql.covers(view, "e.unit")
                + condition("channel", view.channel())
                + condition("topic", view.topic());
    }

    private static String condition(String column, String code) {
        if (code == null) {
            return "";
        }
        return code.equals(Named.NONE)
                ? " and e.%s is null".formatted(column)
                : " and e.%1$s = :%1$s".formatted(column);
    }

    private static String dutyCondition(String duty) {
        if (duty == null) {
            return "";
        }
        return duty.equals(Named.NONE) ? " and e.duty_code is null" : " and e.duty_code = :duty";
    }

    static StatementSpec bind(View view, String duty, StatementSpec sql) {
        return sql.param("plan", view.plan())
                .param("from", view.from())
                .param("to", view.to())
                .param("moment", Sql.inUtc(view.moment()))
                .param("units", view.units())
                .param("channel", view.channel())
                .param("topic", view.topic())
                .param("duty", duty);
    }

    /** @param measure null for the number of entries @param from null where days were not asked for */
    private record Row(List<String> key, Measure measure, long amount, LocalDate from, LocalDate to) {

        boolean touches(Column column) {
            return !from.isAfter(column.to()) && !to.isBefore(column.from());
        }
    }

    /** @param byDay otherwise the rows have no days, and are few */
    private void eachRow(View view, List<Dimension> dimensions, boolean byDay, Consumer<Row> each) {
        var days = byDay ? Stream.of("happened_from", "happened_to") : Stream.<String>empty();
        var keys = Stream.concat(dimensions.stream().map(key -> key.column), days)
                .map(column -> "e." + column)
                .toList();
        bind(view, null, jdbc.sql(summed(keys, "count(*)") + counting(view) + grouped(keys)))
                .query(row -> {
                    each.accept(row(row, dimensions, byDay, null));
                });
        var ofMeasure = Stream.concat(keys.stream(), Stream.of("m.measure")).toList();
        bind(
                        view,
                        null,
                        jdbc.sql(summed(ofMeasure, "sum(m.amount)")
                                + " from evidence e join evidence_measure m on m.evidence_id = e.id where "
                                + counts(view)
                                + grouped(ofMeasure)))
                .query(row -> {
                    each.accept(row(row, dimensions, byDay, Measure.valueOf(row.getString("measure"))));
                });
    }

    private static String summed(List<String> keys, String sum) {
        return "select " + String.join("", keys.stream().map(key -> key + ", ").toList()) + sum + " as amount";
    }

    private static String grouped(List<String> keys) {
        return keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
    }

    private static Row row(ResultSet row, List<Dimension> dimensions, boolean byDay, Measure measure)
            throws SQLException {
        var key = new ArrayList<String>();
        for (var dimension : dimensions) {
            key.add(codeOr(row.getString(dimension.column)));
        }
        return new Row(
                key,
                measure,
                row.getLong("amount"),
                byDay ? row.getObject("happened_from", LocalDate.class) : null,
                byDay ? row.getObject("happened_to", LocalDate.class) : null);
    }

    private static String codeOr(String code) {
        return code == null ? Named.NONE : code;
    }

    private static List<Column> columns(View view, Cut cut) {
        var columns = new ArrayList<Column>();
        if (cut != Cut.NONE) {
            var first = YearMonth.from(view.from());
            var begin = first.minusMonths((first.getMonthValue() - 1) % cut.months);
            while (!begin.atDay(1).isAfter(view.to())) {
                var end = begin.plusMonths(cut.months - 1L);
                var from = begin.atDay(1).isBefore(view.from()) ? view.from() : begin.atDay(1);
                var to = end.atEndOfMonth().isAfter(view.to()) ? view.to() : end.atEndOfMonth();
                columns.add(new Column(label(begin, cut), from, to, false));
                begin = begin.plusMonths(cut.months);
            }
        }
        if (columns.size() > MOST_COLUMNS) {
            throw FormRefused.at(
                    "by",
                    "Kỳ này có %d cột: hãy chia theo quý hoặc năm, nhiều nhất %d cột."
                            .formatted(columns.size(), MOST_COLUMNS));
        }
        columns.add(new Column("Cả kỳ", view.from(), view.to(), true));
        return columns;
    }

    private static String label(YearMonth begin, Cut cut) {
        return switch (cut) {
            case MONTH -> "Tháng %d/%d".formatted(begin.getMonthValue(), begin.getYear());
            case QUARTER -> Quarters.label(begin.atDay(1));
            case YEAR -> "Năm " + begin.getYear();
            case NONE -> "Cả kỳ";
        };
    }

    private static class Sum {

        private long entries;
        private final Map<Measure, Long> measures = new EnumMap<>(Measure.class);

        static Sum[] array(int length) {
            var sums = new Sum[length];
            for (int i = 0; i < length; i++) {
                sums[i] = new Sum();
            }
            return sums;
        }

        void add(Row row) {
            if (row.measure() == null) {
                entries += row.amount();
            } else {
                measures.merge(row.measure(), row.amount(), Long::sum);
            }
        }

        static List<Amount> amounts(Sum... sums) {
            return Arrays.stream(sums)
                    .map(sum -> new Amount(sum.entries, sum.measures))
                    .toList();
        }
    }

    /** Codes as people read them, and in the order of the chart and of the plan. */
    private record Names(PlanDefinition plan, Chart chart) {

        Named unit(String code) {
            return chart.named(code);
        }

        Named channel(String code) {
            return named(code, "Không nêu kênh", plan.channels(), Channel::code, Channel::name);
        }

        Named topic(String code) {
            return named(code, "Không nêu nội dung", plan.topics(), Topic::code, Topic::name);
        }

        Named duty(String code) {
            return named(code, "Không nêu nhiệm vụ", plan.duties(), duty -> duty.code(), duty -> duty.name());
        }

        private static <T> Named named(
                String code, String none, List<T> known, Function<T, String> codeOf, Function<T, String> nameOf) {
            if (code.equals(Named.NONE)) {
                return new Named(code, none);
            }
            return known.stream()
                    .filter(one -> codeOf.apply(one).equals(code))
                    .findFirst()
                    .map(one -> new Named(code, nameOf.apply(one)))
                    .orElse(new Named(code, code));
        }

        Line line(List<Dimension> keys, List<String> codes, List<Amount> amounts) {
            var unit = keys.indexOf(Dimension.UNIT);
            var channel = keys.indexOf(Dimension.CHANNEL);
            var topic = keys.indexOf(Dimension.TOPIC);
            var duty = keys.indexOf(Dimension.DUTY);
            return new Line(
                    unit < 0 ? null : unit(codes.get(unit)),
                    channel < 0 ? null : channel(codes.get(channel)),
                    topic < 0 ? null : topic(codes.get(topic)),
                    duty < 0 ? null : duty(codes.get(duty)),
                    amounts);
        }

        Comparator<List<String>> order(List<Dimension> keys) {
            Comparator<List<String>> order = (one, other) -> 0;
            for (int i = 0; i < keys.size(); i++) {
                var at = i;
                var key = keys.get(i);
                order = order.thenComparing(codes -> key == Dimension.UNIT ? chart.placeOf(codes.get(at)) : 0)
                        .thenComparing(codes -> codes.get(at));
            }
            return order;
        }
    }
}
