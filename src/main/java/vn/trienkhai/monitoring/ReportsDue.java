package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.organisation.Organisation;

/** Reports that are asked for and not issued, whatever the period, with who has not sent theirs. */
@Component
class ReportsDue {

    private static final String ORIGIN = "report-request";

    private final Assignments assignments;
    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;

    ReportsDue(Assignments assignments, Organisation organisation, WorkingCalendar calendar, JdbcClient jdbc) {
        this.assignments = assignments;
        this.organisation = organisation;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    /** @param binding false where the unit was only asked @param deadline how it stands towards its last day */
    record Missing(Named unit, boolean binding, LocalDate due, Named deadline, UUID assignment) {}

    /**
     * @param from first day of the period that it reports on
     * @param unitsDue last day for the units
     * @param wholeDue last day for the whole
     * @param workingDaysLeft until the whole is due; negative past it
     * @param asked how many units in view were asked
     * @param sent how many of them handed theirs in, accepted or still to be reviewed
     * @param missing those in view who have not, in the order of the chart
     */
    record DueReport(
            UUID request,
            String name,
            Named requester,
            String document,
            LocalDate from,
            LocalDate to,
            LocalDate unitsDue,
            LocalDate wholeDue,
            int workingDaysLeft,
            Named status,
            int asked,
            int sent,
            List<Missing> missing) {}

    record DueReports(View view, List<DueReport> reports) {}

    private record Request(
            UUID id,
            String name,
            String requester,
            String document,
            LocalDate from,
            LocalDate to,
            LocalDate unitsDue,
            LocalDate wholeDue,
            String status) {}

    /** By the day of the whole. Who sees only some units sees the requests that ask these. */
    @Transactional(readOnly = true)
    DueReports due(View view) {
        var chart = new Chart(organisation);
        var reports = requests(view).stream()
                .map(request -> due(request, view, chart))
                .filter(report -> view.wholePlan() && view.unit() == null || report.asked() > 0)
                .toList();
        return new DueReports(view, reports);
    }

    private DueReport due(Request request, View view, Chart chart) {
        var covered = view.coverage();
        var answers = assignments.openedByAt(new Origin(ORIGIN, request.id().toString()), view.moment()).stream()
                .filter(answer -> answer.progress().counts())
                .filter(answer -> covered.test(answer.unit()))
                .sorted(Comparator.comparingInt(answer -> chart.placeOf(answer.unit())))
                .toList();
        var missing = answers.stream()
                .filter(answer -> !answer.progress().isHandedIn())
                .map(answer -> {
                    var deadline = answer.deadlineStateAt(view.moment(), calendar);
                    return new Missing(
                            chart.named(answer.unit()),
                            answer.binding(),
                            answer.due(),
                            new Named(deadline.name(), deadline.label()),
                            answer.assignment());
                })
                .toList();
        return new DueReport(
                request.id(),
                request.name(),
                chart.named(request.requester()),
                request.document(),
                request.from(),
                request.to(),
                request.unitsDue(),
                request.wholeDue(),
                calendar.workingDaysBetween(VietnamTime.dateOf(view.moment()), request.wholeDue()),
                status(request.status(), view),
                answers.size(),
                answers.size() - missing.size(),
                missing);
    }

    /** The steps of a request keep no moments: of a past day only that it was open. */
    private static Named status(String status, View view) {
        if (view.asOf() != null) {
            return new Named("OPEN", "Đang thực hiện");
        }
        return switch (status) {
            case "COLLECTING" -> new Named(status, "Đang thu báo cáo của các đơn vị");
            case "CONSOLIDATING" -> new Named(status, "Đang tổng hợp");
            case "AWAITING_APPROVAL" -> new Named(status, "Chờ phê duyệt");
            default -> new Named(status, "Đang thực hiện");
        };
    }

    private List<Request> requests(View view) {
        return jdbc.sql(
                        """
                        select id, name, requester, basis_number, period_from, period_to, waiting_until, whole_due, status
                        from report_request
                        where plan_id = :plan and requested_at <= :moment and (closed_at is null or closed_at > :moment)
                        order by whole_due, name, id
                        """)
                .param("plan", view.plan())
                .param("moment", Sql.inUtc(view.moment()))
                .query((row, number) -> new Request(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("requester"),
                        row.getString("basis_number"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class),
                        row.getObject("waiting_until", LocalDate.class),
                        row.getObject("whole_due", LocalDate.class),
                        row.getString("status")))
                .list();
    }
}
