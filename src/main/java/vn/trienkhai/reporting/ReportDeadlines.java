package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.OpenDeadlines;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** The deadlines that a report request keeps beside its units' assignments: until when to wait for them, and the whole's. */
@Component
class ReportDeadlines implements OpenDeadlines {

    private final ReportRequestRepository requests;
    private final ReportOnRequestProcess process;
    private final WorkingCalendar calendar;
    private final Organisation organisation;
    private final Plans plans;

    ReportDeadlines(
            ReportRequestRepository requests,
            ReportOnRequestProcess process,
            WorkingCalendar calendar,
            Organisation organisation,
            Plans plans) {
        this.requests = requests;
        this.process = process;
        this.calendar = calendar;
        this.organisation = organisation;
        this.plans = plans;
    }

    private record Days(LocalDate units, LocalDate waiting, LocalDate whole) {

        static Days of(ReportRequest request) {
            return new Days(request.unitsDue(), request.waitingUntil(), request.wholeDue());
        }

        static Days under(WorkingCalendar calendar, ReportRequest request) {
            var units = calendar.deadlineOf(request.unitsTerm()).lastDay();
            var waiting = request.waitingUntil().equals(request.unitsDue())
                    ? units
                    : calendar.onOrAfter(request.waitingUntil());
            return new Days(
                    units, waiting, calendar.deadlineOf(request.wholeTerm()).lastDay());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Move> movesUnder(WorkingCalendar next) {
        var moves = new ArrayList<Move>();
        for (var request : open()) {
            var now = Days.of(request);
            var then = Days.under(next, request);
            add(moves, request, "chờ báo cáo của các đơn vị", now.waiting(), then.waiting());
            add(moves, request, "hạn của báo cáo chung", now.whole(), then.whole());
        }
        return moves;
    }

    @Override
    @Transactional
    public void moveToCalendar(String why, String by) {
        for (var request : open()) {
            var then = Days.under(calendar, request);
            if (!then.equals(Days.of(request))) {
                request.dueOn(then.units(), then.waiting(), then.whole());
                process.deadlinesMoved(
                        request.id(),
                        Date.from(calendar.endOf(then.waiting())),
                        Date.from(calendar.endOf(then.whole())));
            }
        }
    }

    private List<ReportRequest> open() {
        return requests.findAllByStatusNotInOrderByRequestedAt(Reports.CLOSED);
    }

    private void add(List<Move> moves, ReportRequest request, String what, LocalDate before, LocalDate after) {
        if (!before.equals(after)) {
            moves.add(new Move(
                    request.name(),
                    organisation
                            .unit(plans.definition(request.planId()).leadAgency())
                            .name(),
                    what,
                    VietnamTime.format(before),
                    VietnamTime.format(after)));
        }
    }
}
