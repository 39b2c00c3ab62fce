package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportingPeriods.ReportingPeriod;

/**
 * The periodic report of each plan in force, once for each legal year, which closes on the 14th of December (Nghị định
 * 09/2019/NĐ-CP, Điều 12). The plan itself is the written basis: it obliges its units to report.
 */
@Service
class YearlyReports {

    private final Reports reports;
    private final ReportRequestRepository requests;
    private final ReportOnRequestProcess process;
    private final ReportSettings settings;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final Clock clock;

    YearlyReports(
            Reports reports,
            ReportRequestRepository requests,
            ReportOnRequestProcess process,
            ReportSettings settings,
            Plans plans,
            WorkingCalendar calendar,
            Clock clock) {
        this.reports = reports;
        this.requests = requests;
        this.process = process;
        this.settings = settings;
        this.plans = plans;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Opens the report of the year that closed last for each plan that has none. A request that was withdrawn is one: what
     * people took back no machine asks again.
     *
     * @return whether any was opened
     */
    @Transactional
    boolean open() {
        var year = closedYear();
        var due = plans.inForce().stream()
                .filter(plan -> !plan.issuedOn().isAfter(year.to()))
                .filter(plan -> !requests.existsByPlanIdAndKindAndPeriodTo(plan.id(), ReportKind.YEARLY, year.to()))
                .filter(plan -> !unitsThatMustReport(plan).isEmpty())
                .toList();
        due.forEach(plan -> process.startYearlyOf(plan.id()));
        return !due.isEmpty();
    }

    /** What the form of a request by hand would say. */
    @Transactional(readOnly = true)
    ReportRequestOrder orderFor(String planId) {
        var plan = plans.definition(planId);
        var year = closedYear();
        var yesterday = LocalDate.now(clock).minusDays(1);
        var from = yesterday.isAfter(year.to()) ? yesterday : year.to(); // opened late, nobody is late from the start
        var unitsTerm = DeadlineTerm.workingDays(settings.yearlyUnitsDays(), from);
        var wholeTerm = DeadlineTerm.workingDays(settings.yearlyWholeDays(), from);
        return new ReportRequestOrder(
                planId,
                "Báo cáo năm %d thực hiện Kế hoạch %s".formatted(year.to().getYear(), plan.number()),
                ReportKind.YEARLY,
                "Kết quả thực hiện Kế hoạch %s năm %d; số liệu từ %s đến hết %s."
                        .formatted(
                                plan.number(),
                                year.to().getYear(),
                                VietnamTime.format(year.from()),
                                VietnamTime.format(year.to())),
                plan.number(),
                plan.issuedOn(),
                unitsThatMustReport(plan),
                year.from(),
                year.to(),
                unitsTerm,
                calendar.deadlineOf(unitsTerm).lastDay(),
                wholeTerm,
                calendar.deadlineOf(wholeTerm).lastDay(),
                Urgency.ORDINARY,
                null,
                "Qua hệ thống này",
                List.of(),
                Reports.OUTLINE);
    }

    private ReportingPeriod closedYear() {
        return ReportingPeriods.yearClosedBefore(LocalDate.now(clock));
    }

    private List<String> unitsThatMustReport(PlanDefinition plan) {
        return reports.askable(plan).stream()
                .map(Unit::id)
                .filter(unit -> reports.reportingDutyOf(plan.id(), unit).isPresent())
                .toList();
    }
}
