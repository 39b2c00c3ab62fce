package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.content.RunStatus;
import vn.trienkhai.monitoring.EvidenceFigures.Amount;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/**
 * What went out and is to go out on which channel and day, and how often and how long against the period before. Plan 269
 * asks to "tăng thời lượng, tần suất" (TTVH-2) and states no figure to start from; so the former period of the same length
 * is the baseline; of a period that is still under way, as many of its first days as have passed.
 */
@Component
class BroadcastCalendar {

    private final EvidenceFigures evidence;
    private final Organisation organisation;
    private final Plans plans;
    private final JdbcClient jdbc;

    BroadcastCalendar(EvidenceFigures evidence, Organisation organisation, Plans plans, JdbcClient jdbc) {
        this.evidence = evidence;
        this.organisation = organisation;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /** @param from first day of the period that is compared with @param source why it is that period */
    record Baseline(LocalDate from, LocalDate to, String source) {}

    /**
     * @param planned runs planned in the period and still open
     * @param done runs carried out
     * @param notDone runs that came to nothing: no such channel, not done, cancelled, withdrawn
     */
    record OfChannel(Named channel, int planned, int done, int notDone, Amount amount, Amount former) {}

    /**
     * How often and how long a unit broadcast.
     *
     * @param duties codes of the duties by which the plan names this channel for this unit
     */
    record Frequency(
            Named unit,
            Named channel,
            List<String> duties,
            long broadcasts,
            long formerBroadcasts,
            long minutes,
            long formerMinutes) {}

    /** @param channels in the order of the plan, those that are used @param frequencies only of channels that count broadcasts */
    record Broadcasts(View view, Baseline baseline, List<OfChannel> channels, List<Frequency> frequencies) {}

    /**
     * One line of the calendar: what was carried out, with its evidence, or what is planned.
     *
     * @param from first day; null while none is set
     * @param content title of what went out
     * @param status code of the run's status, {@code EVIDENCE} where evidence was recorded without a run
     */
    record Day(
            LocalDate from,
            LocalDate to,
            Named channel,
            Named unit,
            String topic,
            String content,
            Named status,
            String place,
            UUID evidence,
            UUID assignment,
            Map<Measure, Long> measures) {}

    record Days(View view, long total, int page, int size, List<Day> days) {}

    @Transactional(readOnly = true)
    Broadcasts broadcasts(View view) {
        var chart = new Chart(organisation);
        var plan = plans.definition(view.plan());
        var former = former(view);
        var now = evidence.amounts(view, Dimension.UNIT, Dimension.CHANNEL);
        var before = evidence.amounts(former, Dimension.UNIT, Dimension.CHANNEL);
        var runs = runs(view);
        var amounts = byChannel(now);
        var formerAmounts = byChannel(before);
        var channels = plan.channels().stream()
                .filter(channel -> amounts.containsKey(channel.code())
                        || formerAmounts.containsKey(channel.code())
                        || runs.containsKey(channel.code()))
                .map(channel -> {
                    var of = runs.getOrDefault(channel.code(), new int[3]);
                    return new OfChannel(
                            new Named(channel.code(), channel.name()),
                            of[0],
                            of[1],
                            of[2],
                            amounts.getOrDefault(channel.code(), Amount.NONE),
                            formerAmounts.getOrDefault(channel.code(), Amount.NONE));
                })
                .toList();
        return new Broadcasts(
                view,
                new Baseline(
                        former.from(),
                        former.to(),
                        isUnderWay(view)
                                ? "Kế hoạch không nêu mức ban đầu: so với cùng số ngày đầu của kỳ liền trước."
                                : "Kế hoạch không nêu mức ban đầu: so với kỳ liền trước."),
                channels,
                frequencies(view, plan, chart, now, before));
    }

    /** Of a period that is still under way, as many days of the former one as have passed of it. */
    static View former(View view) {
        var whole = wholeFormer(view);
        if (!isUnderWay(view)) {
            return whole;
        }
        var last = whole.from().plusDays(ChronoUnit.DAYS.between(view.from(), view.lastDayKnown()));
        return view.of(whole.from(), last.isBefore(whole.to()) ? last : whole.to());
    }

    private static boolean isUnderWay(View view) {
        return !view.lastDayKnown().isBefore(view.from()) && view.lastDayKnown().isBefore(view.to());
    }

    /** The former months where the period is whole months, otherwise as many days before. */
    private static View wholeFormer(View view) {
        var wholeMonths = view.from().getDayOfMonth() == 1
                && view.to().equals(YearMonth.from(view.to()).atEndOfMonth());
        var last = view.from().minusDays(1);
        if (wholeMonths) {
            var months = ChronoUnit.MONTHS.between(view.from(), view.to().plusDays(1));
            return view.of(view.from().minusMonths(months), last);
        }
        return view.of(last.minusDays(ChronoUnit.DAYS.between(view.from(), view.to())), last);
    }

    private static Map<String, Amount> byChannel(Map<List<String>, Amount> byUnitAndChannel) {
        var sums = new HashMap<String, Amount>();
        byUnitAndChannel.forEach((key, amount) -> sums.merge(key.get(1), amount, (one, other) -> {
            var measures = new EnumMap<Measure, Long>(Measure.class);
            measures.putAll(one.measures());
            other.measures().forEach((measure, more) -> measures.merge(measure, more, Long::sum));
            return new Amount(one.entries() + other.entries(), measures);
        }));
        return sums;
    }

    private static List<Frequency> frequencies(
            View view,
            PlanDefinition plan,
            Chart chart,
            Map<List<String>, Amount> now,
            Map<List<String>, Amount> before) {
        var lines = new ArrayList<Frequency>();
        for (var channel : plan.channels()) {
            if (!channel.measures().contains(Measure.BROADCASTS) || !isInView(view, channel)) {
                continue;
            }
            for (var unit : view.units()) {
                var key = List.of(unit, channel.code());
                var duties = plan.duties().stream()
                        .filter(duty -> duty.channels().contains(channel.code()) && chart.owes(unit, duty))
                        .map(duty -> duty.code())
                        .toList();
                if (!duties.isEmpty() || now.containsKey(key) || before.containsKey(key)) {
                    var amount = now.getOrDefault(key, Amount.NONE);
                    var former = before.getOrDefault(key, Amount.NONE);
                    lines.add(new Frequency(
                            chart.named(unit),
                            new Named(channel.code(), channel.name()),
                            duties,
                            amount.of(Measure.BROADCASTS),
                            former.of(Measure.BROADCASTS),
                            amount.of(Measure.MINUTES),
                            former.of(Measure.MINUTES)));
                }
            }
        }
        return lines;
    }

    private static boolean isInView(View view, Channel channel) {
        return view.channel() == null || view.channel().equals(channel.code());
    }

    private static final String WITHOUT_RUN = "EVIDENCE";

    private static final String STATUS_AT =
            "case when e.closed_at is null or e.closed_at > :moment then 'PLANNED' else e.status end";

    /** By code of the channel: planned, done, come to nothing. */
    private Map<String, int[]> runs(View view) {
        var runs = new TreeMap<String, int[]>();
        bind(
                        view,
                        jdbc.sql("select channel, status, count(*) as number from (select e.channel, " + STATUS_AT
                                + " as status" + runsWithoutEvidence(view)
                                + ") x group by channel, status"))
                .query(row -> {
                    var of = runs.computeIfAbsent(row.getString("channel"), channel -> new int[3]);
                    of[row.getString("status").equals(RunStatus.PLANNED.name()) ? 0 : 2] += row.getInt("number");
                });
        bind(
                        view,
                        jdbc.sql("select e.channel, count(*) as number" + EvidenceFigures.counting(view)
                                + " and exists (select 1 from channel_run r where r.evidence_id = e.id)"
                                + " and e.channel is not null group by e.channel"))
                .query(row -> {
                    runs.computeIfAbsent(row.getString("channel"), channel -> new int[3])[1] += row.getInt("number");
                });
        return runs;
    }

    /** Runs e that have no counting evidence: planned in the period, or without a day and closed in it or still open. */
    private static String runsWithoutEvidence(View view) {
        return """
                 from channel_run e join content c on c.id = e.content_id
                where e.plan_id = :plan and c.approved_at <= :moment
                and (e.status <> 'DONE' or e.closed_at > :moment)
                and not exists (select 1 from evidence k where k.id = e.evidence_id and k.recorded_at <= :moment
                    and (k.replaced_at is null or k.replaced_at > :moment))
                and ((e.planned_from <= :to and coalesce(e.planned_to, e.planned_from) >= :from)
                    or (e.planned_from is null and (e.closed_at is null or e.closed_at > :moment
                        or (e.closed_at >= :begin and e.closed_at <= :end))))
                and
                """
                + Sql.covers(view, "e.unit")
                + runConditions(view);
    }

    private static String runConditions(View view) {
        var channel = view.channel() == null
                ? ""
                : view.channel().equals(Named.NONE) ? " and 1 = 0" : " and e.channel = :channel";
        var topic =
                view.topic() == null ? "" : view.topic().equals(Named.NONE) ? " and 1 = 0" : " and c.topic = :topic";
        return channel + topic;
    }

    private static JdbcClient.StatementSpec bind(View view, JdbcClient.StatementSpec sql) {
        return EvidenceFigures.bind(view, null, sql)
                .param("begin", view.from().atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .param("end", Sql.inUtc(VietnamTime.endOf(view.to())));
    }

    /** By first day; what has none yet comes last. */
    @Transactional(readOnly = true)
    Days days(View view, Paging paging) {
        var chart = new Chart(organisation);
        var plan = plans.definition(view.plan());
        var done =
                "select e.id as evidence_id, e.happened_from as first_day, e.happened_to as last_day, e.channel, e.unit,"
                        + " e.topic, (select c.title from content c where c.id = e.content_id) as title,"
                        + " case when exists (select 1 from channel_run r where r.evidence_id = e.id) then 'DONE' else 'EVIDENCE' end"
                        + " as status, e.place, e.assignment_id, e.id as line_id"
                        + EvidenceFigures.counting(view);
        var planned = "select null as evidence_id, e.planned_from as first_day,"
                + " coalesce(e.planned_to, e.planned_from) as last_day, e.channel, e.unit, c.topic, c.title, "
                + STATUS_AT
                + " as status, e.planned_place as place, e.assignment_id, e.id as line_id" + runsWithoutEvidence(view);
        var all = "(" + done + ") union all (" + planned + ")";
        var total = bind(view, jdbc.sql("select count(*) from (" + all + ") x"))
                .query(Long.class)
                .single();
        var lines = bind(
                        view,
                        jdbc.sql("select * from (" + all + ") x order by case when first_day is null then 1 else 0 end,"
                                + " first_day, channel, unit, line_id limit :size offset :offset"))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> new Day(
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        named(plan, row.getString("channel")),
                        chart.named(row.getString("unit")),
                        row.getString("topic"),
                        row.getString("title"),
                        status(row.getString("status")),
                        row.getString("place"),
                        row.getObject("evidence_id", UUID.class),
                        row.getObject("assignment_id", UUID.class),
                        new EnumMap<>(Measure.class)))
                .list();
        fill(lines);
        return new Days(view, total, paging.page(), paging.size(), lines);
    }

    private static Named status(String code) {
        return new Named(
                code,
                code.equals(WITHOUT_RUN)
                        ? RunStatus.DONE.label()
                        : RunStatus.valueOf(code).label());
    }

    private void fill(List<Day> lines) {
        var byEvidence = new HashMap<UUID, Day>();
        lines.stream().filter(line -> line.evidence() != null).forEach(line -> byEvidence.put(line.evidence(), line));
        var ids = List.copyOf(byEvidence.keySet());
        for (int first = 0; first < ids.size(); first += Paging.MOST) {
            jdbc.sql("select evidence_id, measure, amount from evidence_measure where evidence_id in (:ids)")
                    .param("ids", ids.subList(first, Math.min(ids.size(), first + Paging.MOST)))
                    .query(row -> {
                        byEvidence
                                .get(row.getObject("evidence_id", UUID.class))
                                .measures()
                                .put(Measure.valueOf(row.getString("measure")), row.getLong("amount"));
                    });
        }
    }

    private static Named named(PlanDefinition plan, String channel) {
        return Stream.ofNullable(channel)
                .flatMap(code ->
                        plan.channels().stream().filter(known -> known.code().equals(code)))
                .findFirst()
                .map(known -> new Named(known.code(), known.name()))
                .orElse(channel == null ? new Named(Named.NONE, "Không nêu kênh") : new Named(channel, channel));
    }
}
