package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Plans;

/** The whole life of a plan, quarter by quarter; each thing stands in one quarter, so the quarters add up. */
@Component
class PlanTimeline {

    private final Plans plans;
    private final JdbcClient jdbc;

    PlanTimeline(Plans plans, JdbcClient jdbc) {
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /**
     * @param programmes approved programmes of work that begin in the quarter
     * @param assignments owed that fall due in the quarter, of the units in view, withdrawn and transferred ones left out
     * @param fulfilled how many of these are accepted
     * @param evidence entries that count, by their first day
     * @param reports issued
     * @param inspections visits that took place
     */
    record Quarter(
            String label,
            LocalDate from,
            LocalDate to,
            int programmes,
            int assignments,
            int fulfilled,
            long evidence,
            int reports,
            int inspections) {}

    record Timeline(View view, List<Quarter> quarters) {}

    /** The period of the view does not matter: the plan's own does. */
    @Transactional(readOnly = true)
    Timeline timeline(View asked) {
        var period = plans.definition(asked.plan()).period();
        var view = asked.of(period.from(), period.to());
        var first = Quarters.numberOf(period.from());
        var quarters = Quarters.numberOf(period.to()) - first + 1;
        var programmes = perQuarter(
                view,
                quarters,
                "select period_from as on_day from work_programme where plan_id = :plan"
                        + " and approved_at <= :moment");
        var assignments = new long[quarters];
        var fulfilled = new long[quarters];
        eachDueDay(view, (due, progress, number) -> {
            var at = Quarters.numberOf(due) - first;
            if (progress.counts()) {
                assignments[at] += number;
            }
            if (progress == Progress.FULFILLED) {
                fulfilled[at] += number;
            }
        });
        var evidence = perQuarter(view, quarters, "select e.happened_from as on_day" + EvidenceFigures.counting(view));
        var reports = new long[quarters];
        jdbc.sql(
                        """
                        select r.approved_at from report r join report_request q on q.id = r.request_id
                        where q.plan_id = :plan and r.approved_at <= :moment
                        """
                                + (view.coversEveryUnit()
                                        ? ""
                                        : " and exists (select 1 from report_request_unit u"
                                                + " where u.request_id = q.id and u.unit in (:units))"))
                .param("plan", view.plan())
                .param("moment", Sql.inUtc(view.moment()))
                .param("units", view.units())
                .query(row -> {
                    var at = Quarters.numberOf(VietnamTime.dateOf(Sql.instant(row, "approved_at"))) - first;
                    if (at >= 0 && at < quarters) {
                        reports[at]++;
                    }
                });
        var inspections = perQuarter(
                view,
                quarters,
                "select v.visited_on as on_day from inspection_visit v"
                        + " join inspection_programme p on p.id = v.programme_id where p.plan_id = :plan"
                        + " and v.visited_on <= :until and " + Sql.covers(view, "v.unit"));
        return new Timeline(
                view,
                IntStream.range(0, quarters)
                        .mapToObj(i -> {
                            var begin = LocalDate.of((first + i) / 4, (first + i) % 4 * 3 + 1, 1);
                            return new Quarter(
                                    Quarters.label(begin),
                                    begin,
                                    begin.plusMonths(3).minusDays(1),
                                    (int) programmes[i],
                                    (int) assignments[i],
                                    (int) fulfilled[i],
                                    evidence[i],
                                    (int) reports[i],
                                    (int) inspections[i]);
                        })
                        .toList());
    }

    private interface DueDay {
        void of(LocalDate due, Progress progress, int number);
    }

    /** What is owed and due in the period, by day and progress. */
    private void eachDueDay(View view, DueDay each) {
        jdbc.sql(
                        """
                        select s.due, s.progress, count(*) as number
                        from assignment a join assignment_state s on s.assignment_id = a.id
                        where a.plan_id = :plan and s.binding and s.due between :from and :to and
                        """
                                + Sql.covers(view, "s.unit") + " and" + Sql.STOOD_AT + " group by s.due, s.progress")
                .param("plan", view.plan())
                .param("from", view.from())
                .param("to", view.to())
                .param("moment", Sql.inUtc(view.moment()))
                .param("units", view.units())
                .query(row -> {
                    each.of(
                            row.getObject("due", LocalDate.class),
                            Progress.valueOf(row.getString("progress")),
                            row.getInt("number"));
                });
    }

    /** @param lines query of lines with on_day: one for each thing that is counted */
    private long[] perQuarter(View view, int quarters, String lines) {
        var first = Quarters.numberOf(view.from());
        var numbers = new long[quarters];
        EvidenceFigures.bind(
                        view,
                        null,
                        jdbc.sql("select x.on_day, count(*) as number from (" + lines + ") x group by x.on_day"))
                .param("until", VietnamTime.dateOf(view.moment()))
                .query(row -> {
                    var at = Quarters.numberOf(row.getObject("on_day", LocalDate.class)) - first;
                    if (at >= 0 && at < quarters) {
                        numbers[at] += row.getLong("number");
                    }
                });
        return numbers;
    }
}
