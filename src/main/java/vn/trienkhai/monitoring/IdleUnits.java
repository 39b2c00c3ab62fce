package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.monitoring.Counts.Tally;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/**
 * Who has done nothing in a period: a unit that owes a duty of the plan, of which no evidence counts in the period and which
 * handed in no result on any of its days. Limited to a topic or a channel, only evidence is looked at. Mass organisations
 * owe nothing and are never named.
 */
@Component
class IdleUnits {

    private final Assignments assignments;
    private final EvidenceFigures evidence;
    private final Organisation organisation;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    IdleUnits(
            Assignments assignments,
            EvidenceFigures evidence,
            Organisation organisation,
            Plans plans,
            WorkingCalendar calendar,
            JdbcClient jdbc) {
        this.assignments = assignments;
        this.evidence = evidence;
        this.organisation = organisation;
        this.plans = plans;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /**
     * @param duties codes of the duties that it owes
     * @param counts how its assignments of the period stand
     * @param lastEvidence last day of its latest evidence, whenever that was; null if there is none
     */
    record IdleUnit(Named unit, List<String> duties, Counts counts, LocalDate lastEvidence) {}

    /** @param owing how many units owe a duty @param idle those of them that did nothing */
    record Idle(View view, int owing, List<IdleUnit> idle) {}

    @Transactional(readOnly = true)
    Idle idle(View view) {
        var chart = new Chart(organisation);
        var duties = plans.definition(view.plan()).duties();
        var owing = view.units().stream()
                .filter(unit -> chart.unit(unit).canBeAssigned())
                .filter(unit -> duties.stream().anyMatch(duty -> chart.owes(unit, duty)))
                .toList();
        var active = evidence.activeUnits(view);
        if (view.topic() == null && view.channel() == null) {
            active.addAll(handedIn(view));
        }
        var idle = owing.stream().filter(unit -> !active.contains(unit)).toList();
        var counts = counts(view);
        var latest = latestEvidence(view, idle);
        return new Idle(
                view,
                owing.size(),
                idle.stream()
                        .map(unit -> new IdleUnit(
                                chart.named(unit),
                                duties.stream()
                                        .filter(duty -> chart.owes(unit, duty))
                                        .map(duty -> duty.code())
                                        .toList(),
                                counts.getOrDefault(unit, new Tally()).counts(),
                                latest.get(unit)))
                        .toList());
    }

    private Map<String, Tally> counts(View view) {
        var counts = new HashMap<String, Tally>();
        assignments
                .ofPeriodAt(view.plan(), view.from(), view.to(), view.moment())
                .forEach(assignment -> counts.computeIfAbsent(assignment.unit(), unit -> new Tally())
                        .add(assignment, view, calendar));
        return counts;
    }

    private Set<String> handedIn(View view) {
        return jdbc.sql(
                        """
                        select distinct s.unit from assignment_state s left join assignment a on a.id = s.assignment_id
                        where a.plan_id = :plan and s.submitted_at >= :begin and s.submitted_at <= :end
                        and s.since <= :moment
                        """)
                .param("plan", view.plan())
                .param("begin", view.from().atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .param("end", Sql.inUtc(VietnamTime.endOf(view.to())))
                .param("moment", Sql.inUtc(view.moment()))
                .query(String.class)
                .set();
    }

    private Map<String, LocalDate> latestEvidence(View view, List<String> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        var latest = new HashMap<String, LocalDate>();
        jdbc.sql(
                        """
                        select e.unit, max(e.happened_to) as latest from evidence e
                        where e.plan_id = :plan and e.unit in (:units) and e.recorded_at <= :moment
                        and (e.replaced_at is null or e.replaced_at > :moment) group by e.unit
                        """)
                .param("plan", view.plan())
                .param("units", units)
                .param("moment", Sql.inUtc(view.moment()))
                .query(row -> {
                    latest.put(row.getString("unit"), row.getObject("latest", LocalDate.class));
                });
        return latest;
    }
}
