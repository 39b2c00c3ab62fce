package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentEvent.Kind;
import vn.trienkhai.assignment.AssignmentRung.Handling;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/**
 * The ladder of reminders and escalations of each assignment whose clock runs. Which rungs there are says
 * escalation-ladder.dmn; a rung is reached at the opening of its working day, never on a day off or outside working hours. A
 * rung that was reached for a last day is not reached for it again.
 */
@Service
class Escalations {

    private final AssignmentRepository assignments;
    private final AssignmentRungRepository rungs;
    private final AssignmentHistory history;
    private final AssignmentNotices notices;
    private final OverdueEscalationProcess process;
    private final WorkingCalendar calendar;
    private final Organisation organisation;
    private final Plans plans;
    private final Clock clock;

    Escalations(
            AssignmentRepository assignments,
            AssignmentRungRepository rungs,
            AssignmentHistory history,
            AssignmentNotices notices,
            OverdueEscalationProcess process,
            WorkingCalendar calendar,
            Organisation organisation,
            Plans plans,
            Clock clock) {
        this.assignments = assignments;
        this.rungs = rungs;
        this.history = history;
        this.notices = notices;
        this.process = process;
        this.calendar = calendar;
        this.organisation = organisation;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Puts the assignment on the ladder where it belongs now, instead of any earlier ladder; nothing if its clock stands still.
     * What waits to be handled for another last day need not be any more.
     */
    @Transactional
    public void follow(Assignment assignment) {
        process.clockStopped(assignment.id());
        lapse(assignment.id(), waiting -> !assignment.due().equals(Optional.of(waiting.due())));
        begin(assignment);
    }

    /** Puts an assignment that stands on no ladder yet on it; nothing if its clock stands still. */
    @Transactional
    public void begin(Assignment assignment) {
        if (assignment.clockRuns()) {
            process.clockStarted(assignment, kindOf(assignment), Date.from(clock.instant()));
        }
    }

    /** Ends the ladder at once, with what waits to be handled: the work is done, closed, or on hold. */
    @Transactional
    public void end(UUID assignment) {
        process.clockStopped(assignment);
        lapse(assignment, waiting -> true);
    }

    /**
     * When to climb next: at the next rung's moment; at once, or at the next opening, if rungs were passed meanwhile.
     *
     * @param since reminders whose moment lies before it were never due
     * @return empty above the last rung, and if the clock stands still
     */
    @Transactional(readOnly = true)
    public Optional<Instant> nextMoment(UUID id, List<Rung> ladder, Instant since, WorkingCalendar days) {
        var assignment = assignments.findById(id).orElseThrow();
        if (!assignment.clockRuns()) {
            return Optional.empty();
        }
        var due = assignment.due().orElseThrow();
        var now = clock.instant();
        return open(assignment, ladder).stream()
                .filter(rung -> isDue(rung, due, since, days))
                .map(rung -> momentOf(rung, due, days))
                .map(moment -> moment.isAfter(now) ? moment : days.workingMomentFrom(now))
                .min(Comparator.naturalOrder());
    }

    /** When it is climbed next, now and if this were the calendar; empty if that does not move. */
    @Transactional(readOnly = true)
    public Optional<TimerMove> timerMove(UUID assignment, WorkingCalendar next) {
        return process.standing(assignment)
                .flatMap(standing -> nextMoment(assignment, standing.ladder(), standing.since(), next)
                        .filter(moment -> !moment.equals(standing.next()))
                        .map(moment -> new TimerMove(standing.next(), moment)));
    }

    record TimerMove(Instant before, Instant after) {}

    /** Reaches every rung that was passed and not told yet: one line and one task each, one message for all of them. */
    @Transactional
    public void reach(UUID id, List<Rung> ladder, Instant since) {
        var now = clock.instant();
        if (calendar.workingMomentFrom(now).isAfter(now)) {
            return; // the timer came late, at night or on a day off: the next opening is soon enough
        }
        var assignment = assignments.findById(id).orElseThrow();
        if (!assignment.clockRuns()) {
            return; // the message that ends a ladder does not find one that was begun in the same step
        }
        var due = assignment.due().orElseThrow();
        var passed = open(assignment, ladder).stream()
                .filter(rung -> !momentOf(rung, due, calendar).isAfter(now))
                .filter(rung -> isDue(rung, due, since, calendar))
                .sorted(Comparator.comparingInt(Rung::days))
                .toList();
        if (passed.isEmpty()) {
            return;
        }
        var highest = passed.get(passed.size() - 1);
        var late = calendar.workingDaysBetween(due, VietnamTime.dateOf(now));
        var people = new HashSet<String>();
        for (var rung : passed) {
            people.addAll(peopleOf(assignment, rung.audience()));
            reach(assignment, due, rung, late, rung != highest);
        }
        notices.ladder(assignment, late, people, decidersOf(assignment, passed), "%s:%s".formatted(due, now));
    }

    /** Leaders of another unit decide what the leaders of one that ended had to; the engine's tasks follow. */
    @Transactional
    public void handledNowBy(String former, String next) {
        rungs.findAllByHandledByUnitAndHandledAtIsNullAndLapsedAtIsNull(former)
                .forEach(waiting -> waiting.handledNowBy(next));
    }

    @Transactional(readOnly = true)
    public AssignmentRung rung(UUID id) {
        return rungs.findById(id).orElseThrow(() -> FormRefused.because("Không có bậc mã %s.".formatted(id)));
    }

    /** All that were reached, oldest first. */
    @Transactional(readOnly = true)
    public List<AssignmentRung> rungsOf(UUID assignment) {
        return rungs.findAllByAssignmentIdOrderByReachedAtAscDaysAsc(assignment);
    }

    /** Records the decision; what it changes is done by who called. */
    @Transactional
    public void handle(UUID id, Handling decided, String why, String by) {
        var rung = rung(id);
        var assignment = assignments.findById(rung.assignmentId()).orElseThrow();
        rung.handle(decided, why, by, clock.instant());
        history.record(assignment, by, Kind.HANDLED, "Xử lý quá hạn: " + decided.label(), why);
        if (decided == Handling.URGE) {
            notices.urged(assignment, why, by);
        }
    }

    private void reach(Assignment assignment, LocalDate due, Rung rung, int late, boolean merged) {
        var known = rungsOf(assignment.id()).stream()
                .filter(former -> former.due().equals(due) && former.code().equals(rung.code()))
                .findFirst();
        var handlers = rung.handled() ? unitOf(assignment, rung.audience()) : null;
        known.ifPresent(former -> former.reachAgain(clock.instant(), merged));
        var reached = known.orElseGet(
                () -> rungs.save(new AssignmentRung(assignment.id(), due, rung, handlers, clock.instant(), merged)));
        history.record(
                assignment,
                null,
                rung.days() > 0 ? Kind.OVERDUE : Kind.REMINDED,
                merged ? mergedLineOf(assignment, rung) : lineOf(assignment, rung, late),
                null);
        if (handlers != null) {
            process.toBeHandled(assignment, reached, String.join(",", organisation.leadGroupsOf(handlers)));
        }
    }

    /** @param late working days after the last day, now; a rung may be reached later than its day */
    private String lineOf(Assignment assignment, Rung rung, int late) {
        if (late > 0) {
            return rung.audience() == Audience.DOERS
                    ? "Nhắc việc: quá hạn %d ngày làm việc".formatted(late)
                    : "Quá hạn %d ngày làm việc: báo lãnh đạo %s".formatted(late, nameOf(assignment, rung));
        }
        return late == 0 ? "Nhắc việc: hôm nay là ngày cuối cùng" : "Nhắc việc: còn %d ngày làm việc".formatted(-late);
    }

    /** Which rung it was, since its own day is past. */
    private String mergedLineOf(Assignment assignment, Rung rung) {
        var line = "Nhắc việc trước hạn %d ngày làm việc".formatted(-rung.days());
        if (rung.days() == 0) {
            line = "Nhắc việc ngày cuối cùng";
        } else if (rung.days() > 0) {
            line = lineOf(assignment, rung, rung.days());
        }
        return line + " (gộp với bậc sau)";
    }

    private String nameOf(Assignment assignment, Rung rung) {
        return organisation.unit(unitOf(assignment, rung.audience())).name();
    }

    /** Names of the units whose leaders must decide, from the lowest. */
    private List<String> decidersOf(Assignment assignment, List<Rung> passed) {
        return passed.stream()
                .filter(Rung::handled)
                .map(rung -> nameOf(assignment, rung))
                .toList();
    }

    /** Rungs that are still to be reached for the last day as it stands. Whom an earlier one already tells need no second. */
    private List<Rung> open(Assignment assignment, List<Rung> ladder) {
        var due = assignment.due().orElseThrow();
        var settled = rungsOf(assignment.id()).stream()
                .filter(rung -> rung.due().equals(due) && rung.isSettled())
                .map(AssignmentRung::code)
                .toList();
        var told = new HashSet<String>();
        return ladder.stream()
                .sorted(Comparator.comparingInt(Rung::days))
                .filter(rung -> !rung.handled() || told.add(unitOf(assignment, rung.audience())))
                .filter(rung -> !settled.contains(rung.code()))
                .toList();
    }

    /** A reminder that was past before the ladder stood reminds of nothing; one on the last day does all that day. */
    private static boolean isDue(Rung rung, LocalDate due, Instant since, WorkingCalendar days) {
        if (rung.days() == 0) {
            return !VietnamTime.dateOf(since).isAfter(due);
        }
        return rung.days() > 0 || !momentOf(rung, due, days).isBefore(since);
    }

    private static Instant momentOf(Rung rung, LocalDate due, WorkingCalendar days) {
        return days.openingOf(rung.days() == 0 ? due : days.plusWorkingDays(due, rung.days()));
    }

    private Set<String> peopleOf(Assignment assignment, Audience audience) {
        return audience == Audience.DOERS
                ? notices.doersOf(assignment)
                : notices.leadersOf(unitOf(assignment, audience));
    }

    private String unitOf(Assignment assignment, Audience audience) {
        return switch (audience) {
            case DOERS, UNIT_HEAD -> assignment.unit();
            case ASSIGNER -> assignment.assigner();
            case ISSUER -> plans.definition(assignment.planId()).issuer();
        };
    }

    private String kindOf(Assignment assignment) {
        return assignment
                .dutyCode()
                .map(code ->
                        plans.definition(assignment.planId()).duty(code).kind().name())
                .orElse("NONE");
    }

    private void lapse(UUID assignment, Predicate<AssignmentRung> which) {
        rungsOf(assignment).stream()
                .filter(AssignmentRung::isWaiting)
                .filter(which)
                .forEach(waiting -> {
                    waiting.lapse(clock.instant());
                    process.lapsed(waiting);
                });
    }
}
