package vn.trienkhai.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.organisation.Organisation;

/** Rungs of the ladder that wait for leaders to decide, whatever the period: what is open is open. */
@Component
class OpenEscalations {

    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    OpenEscalations(Organisation organisation, WorkingCalendar calendar, JdbcClient jdbc) {
        this.organisation = organisation;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /**
     * @param unit the unit that owes the work
     * @param decides the unit whose leaders have to decide
     * @param daysLate working days past the last day
     * @param waitingDays working days since the leaders were told
     * @param page where the work is seen in Tasklist
     */
    record Escalation(
            UUID assignment,
            String subject,
            Named unit,
            Named decides,
            LocalDate due,
            int daysLate,
            Instant reachedAt,
            int waitingDays,
            String page) {}

    record Escalations(View view, List<Escalation> escalations) {}

    /** Longest overdue first. A person sees those of their units' work and those that their units have to decide. */
    @Transactional(readOnly = true)
    Escalations open(View view) {
        var chart = new Chart(organisation);
        var day = VietnamTime.dateOf(view.moment());
        var found = jdbc.sql(
                        """
                        select a.id, a.subject, s.unit, r.handled_by_unit, r.due, r.reached_at
                        from assignment_rung r join assignment a on a.id = r.assignment_id
                        join assignment_state s on s.assignment_id = a.id
                        where a.plan_id = :plan and r.handled_by_unit is not null and r.reached_at <= :moment
                        and (r.handled_at is null or r.handled_at > :moment)
                        and (r.lapsed_at is null or r.lapsed_at > :moment)
                        and
                        """
                                + Sql.STOOD_AT
                                + " and (" + Sql.covers(view, "s.unit") + " or "
                                + Sql.covers(view, "r.handled_by_unit") + ")"
                                + " order by r.due, r.days desc, a.subject, a.id")
                .param("plan", view.plan())
                .param("units", view.units())
                .param("moment", Sql.inUtc(view.moment()))
                .query((row, number) -> new Escalation(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        chart.named(row.getString("unit")),
                        chart.named(row.getString("handled_by_unit")),
                        row.getObject("due", LocalDate.class),
                        calendar.workingDaysBetween(row.getObject("due", LocalDate.class), day),
                        Sql.instant(row, "reached_at"),
                        calendar.workingDaysBetween(VietnamTime.dateOf(Sql.instant(row, "reached_at")), day),
                        "/viec/" + row.getString("id")))
                .list();
        return new Escalations(view, found);
    }
}
