package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentEvent.Kind;
import vn.trienkhai.calendar.Deadline;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.OpenPlanWork;
import vn.trienkhai.plan.Plans;

/**
 * Opens, changes and closes assignments; the only place that does. Every change is a line of history, and the engine's
 * process follows in the same transaction.
 */
@Service
public class Assignments implements OpenPlanWork, OpenDeadlines {

    static final Set<Progress> CLOSED = EnumSet.of(Progress.FULFILLED, Progress.WITHDRAWN, Progress.TRANSFERRED);

    private static final String URGED = "Đôn đốc";

    private final AssignmentRepository repository;
    private final AssignmentEventRepository events;
    private final AssignmentHistory history;
    private final AssignmentStates states;
    private final DeadlineExtensionRepository extensions;
    private final DutyAssignmentProcess process;
    private final DeadlineExtensionProcess extensionProcess;
    private final Escalations escalations;
    private final AssignmentNotices notices;
    private final ObjectProvider<DeadlineLimit> limits;
    private final WorkingCalendar calendar;
    private final Organisation organisation;
    private final Plans plans;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Assignments(
            AssignmentRepository repository,
            AssignmentEventRepository events,
            AssignmentHistory history,
            AssignmentStates states,
            DeadlineExtensionRepository extensions,
            DutyAssignmentProcess process,
            DeadlineExtensionProcess extensionProcess,
            Escalations escalations,
            AssignmentNotices notices,
            ObjectProvider<DeadlineLimit> limits,
            WorkingCalendar calendar,
            Organisation organisation,
            Plans plans,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.history = history;
        this.states = states;
        this.extensions = extensions;
        this.process = process;
        this.extensionProcess = extensionProcess;
        this.escalations = escalations;
        this.notices = notices;
        this.limits = limits;
        this.calendar = calendar;
        this.organisation = organisation;
        this.plans = plans;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Opens an assignment and starts its process: the unit's leads find "Nhận việc" in their list. What was planned for a unit
     * that ended meanwhile is opened for the one in its place.
     *
     * @throws FormRefused if the unit ended and none is in its place
     */
    @Transactional
    public UUID open(AssignmentOrder planned, String by) {
        var order = planned.between(inForce(planned.unit()), inForce(planned.assigner()));
        var assignment = new Assignment(
                UUID.randomUUID(), order, order.binding() && organisation.canBeAssigned(order.unit()), clock.instant());
        if (order.deadline() != null) {
            owedBy(assignment, order.deadline());
        }
        repository.save(assignment);
        history.record(
                assignment,
                by,
                Kind.OPENED,
                assignment.isBinding() ? "Giao việc" : "Đề nghị phối hợp",
                order.instruction());
        process.opened(assignment, organisation.leadGroupsOf(order.unit()));
        escalations.begin(assignment);
        notices.opened(assignment);
        return assignment.id();
    }

    private String inForce(String unit) {
        return organisation
                .current(unit)
                .orElseThrow(() -> FormRefused.because("Không giao việc được cho %s."
                        .formatted(organisation.unit(unit).nameAndWhatItIsNow())));
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Assignment get(UUID id) {
        return repository
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có việc được giao mã %s.".formatted(id)));
    }

    /** All that one origin opened, closed ones too, by subject. */
    @Transactional(readOnly = true)
    public List<Assignment> openedBy(Origin origin) {
        return repository.findAllByOriginKindAndOriginIdOrderBySubject(origin.kind(), origin.id());
    }

    /**
     * For which unit each assignment of an origin was opened: where it passed on since, the unit that ended.
     *
     * @return by id of the assignment
     */
    @Transactional(readOnly = true)
    public Map<UUID, String> firstUnitsOf(Origin origin) {
        repository.flush();
        return states.firstUnitsOf(origin);
    }

    /** Open work that the unit owes. */
    @Transactional(readOnly = true)
    List<Assignment> openOwedBy(String unit) {
        return repository.findAllByUnitAndProgressNotInOrderBySubject(unit, CLOSED);
    }

    /** Open work that the unit asks of others. */
    @Transactional(readOnly = true)
    List<Assignment> openAskedBy(String unit) {
        return repository.findAllByAssignerAndProgressNotInOrderBySubject(unit, CLOSED).stream()
                .filter(asked -> !asked.unit().equals(unit))
                .toList();
    }

    /** Whether the origin still waits for one of its assignments. */
    @Transactional(readOnly = true)
    boolean isAnyOpenOf(Origin origin) {
        repository.flush();
        return states.isAnyOpenOf(origin);
    }

    @Transactional(readOnly = true)
    public List<Assignment> ofUnit(String unit, String planId) {
        return repository.findAllByUnitAndPlanIdOrderByOpenedAt(unit, planId);
    }

    @Transactional(readOnly = true)
    public List<Assignment> ofPlan(String planId) {
        return repository.findAllByPlanIdOrderByOpenedAt(planId);
    }

    /** Every assignment that was open or closed at a moment, as it was then, in the order opened. */
    @Transactional(readOnly = true)
    public List<AssignmentState> ofPlanAt(String planId, Instant moment) {
        repository.flush();
        return states.ofPlanAt(planId, moment);
    }

    /**
     * What belongs to a period, as it was at a moment: what was due in it, and what had no last day but was open in it. Both
     * days inclusive. Costs what the period holds, whatever was before and after it.
     */
    @Transactional(readOnly = true)
    public List<AssignmentState> ofPeriodAt(String planId, LocalDate from, LocalDate to, Instant moment) {
        repository.flush();
        return Stream.concat(
                        states.dueInAt(planId, from, to, moment).stream(),
                        states.withoutDayAt(planId, from, to, moment).stream())
                .toList();
    }

    /** These, as they were at a moment; what was opened later is not there. */
    @Transactional(readOnly = true)
    public List<AssignmentState> allAt(Collection<UUID> ids, Instant moment) {
        repository.flush();
        return states.allAt(ids, moment);
    }

    /** Like {@link #openedBy}, as it was at a moment; what was opened later is not there. */
    @Transactional(readOnly = true)
    public List<AssignmentState> openedByAt(Origin origin, Instant moment) {
        repository.flush();
        return states.openedByAt(origin, moment);
    }

    /** How much is open now in all plans, and how much of it is overdue. */
    @Transactional(readOnly = true)
    public OpenWork openWork() {
        return states.openWorkAt(clock.instant());
    }

    /** Open work that this person leads or asked for: what they may hand out anew or withdraw. */
    @Transactional(readOnly = true)
    public List<Assignment> steerableBy(String userId) {
        var led = organisation
                .person(userId)
                .map(person -> person.unit())
                .filter(unit -> organisation.leads(userId, unit))
                .orElse(null);
        return repository.findAllByProgressNotInOrderBySubject(CLOSED).stream()
                .filter(open -> open.unit().equals(led) || commands(userId, open))
                .toList();
    }

    /** Open work that this person does, alone or with others, by subject. */
    @Transactional(readOnly = true)
    public List<Assignment> heldBy(String userId) {
        return repository.findAllOfOfficer(userId, CLOSED);
    }

    /**
     * What people changed in all assignments, newest first.
     *
     * @param by user id; null: anybody
     * @param from inclusive
     * @param until exclusive
     */
    @Transactional(readOnly = true)
    public List<AssignmentChange> changes(String by, Instant from, Instant until, int most) {
        return events.findChanges(by == null ? "" : by, from, until, Limit.of(most));
    }

    @Transactional(readOnly = true)
    public List<AssignmentEvent> historyOf(UUID id) {
        return events.findAllByAssignmentIdOrderByHappenedAt(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        var open = repository.countByPlanIdAndProgressNotIn(planId, CLOSED);
        return open == 0 ? Optional.empty() : Optional.of("còn %d việc đang giao chưa kết thúc".formatted(open));
    }

    void confirmReceipt(UUID id, String by) {
        var assignment = get(id);
        assignment.receive();
        history.record(assignment, by, Kind.RECEIVED, "Nhận việc", null);
    }

    void refuse(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.refuse(today());
        history.record(assignment, by, Kind.REFUSED, "Từ chối nhận việc", why);
        escalations.end(id);
        notices.refused(assignment, why, by);
    }

    void insist(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.insist();
        giveBackTimeWaited(assignment, "xem xét từ chối", by);
        history.record(assignment, by, Kind.INSISTED, "Giữ nguyên việc giao", why);
        escalations.follow(assignment);
        notices.insisted(assignment, why, by);
    }

    /** After a refusal: closes the assignment here and opens the same for another unit. @return the new one's id */
    UUID transfer(UUID id, String toUnit, String why, String by) {
        return moveTo(get(id), toUnit, null, why, by);
    }

    /**
     * Takes work back from the unit and gives it to another, as it was asked. Only the unit that asked, or the leaders who
     * issued the plan, may.
     *
     * @param term null: by the same day
     * @return the new assignment's id
     */
    @Transactional
    public UUID reassign(UUID id, String toUnit, DeadlineTerm term, String why, String by) {
        var assignment = get(id);
        requireCommand(assignment, by, "giao việc này cho đơn vị khác");
        if (term != null) {
            requireWithin(assignment, term);
        }
        var newer = moveTo(assignment, toUnit, term, why, by);
        process.withdrawn(assignment);
        return newer;
    }

    private UUID moveTo(Assignment assignment, String toUnit, DeadlineTerm term, String why, String by) {
        if (toUnit.equals(assignment.unit())) {
            throw FormRefused.at("unit", "Hãy chọn đơn vị khác với đơn vị đang được giao.");
        }
        var order = new AssignmentOrder(
                assignment.planId(),
                assignment.dutyCode().orElse(null),
                assignment.origin(),
                toUnit,
                reviewerOf(assignment, toUnit),
                assignment
                        .subject()
                        .replace(
                                organisation.unit(assignment.unit()).shortName(),
                                organisation.unit(toUnit).shortName()),
                assignment.instruction().orElse(null),
                term == null ? assignment.deadlineTerm().orElse(null) : term,
                assignment.workProcess().orElse(null),
                assignment.isBinding(),
                assignment.isUrgent());
        var newer = open(order, by);
        close(
                assignment,
                Progress.TRANSFERRED,
                by,
                "Chuyển sang " + organisation.unit(toUnit).name(),
                why);
        return newer;
    }

    /** Nobody reviews their own unit's result: for the unit that asked, the leaders who issued the plan do. */
    private String reviewerOf(Assignment assignment, String doer) {
        return doer.equals(assignment.assigner())
                ? plans.definition(assignment.planId()).issuer()
                : assignment.assigner();
    }

    void handOut(UUID id, List<String> people, String note, String by) {
        var assignment = get(id);
        requireMembers(assignment, people);
        assignment.handOutTo(people);
        history.record(assignment, by, Kind.HANDED_OUT, "Phân công " + namesOf(people), note);
    }

    void submitResult(UUID id, String text, String by) {
        var assignment = get(id);
        assignment.submit(text, clock.instant());
        history.record(assignment, by, Kind.SUBMITTED, "Trình kết quả", text);
        escalations.end(id);
        lapseExtensionOf(assignment);
    }

    void requestRedo(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.redo();
        giveBackTimeWaited(assignment, "chờ duyệt", by);
        history.record(assignment, by, Kind.RETURNED, "Trả lại để làm lại", why);
        escalations.follow(assignment);
        notices.returned(assignment, why, by);
    }

    void accept(UUID id, String note, String by) {
        close(get(id), Progress.FULFILLED, by, "Chấp nhận kết quả", note);
    }

    /** Takes work back from its officers and hands it to others (Kế hoạch 269, mục III.4: the head directs the officers). */
    @Transactional
    public void handOutAnew(UUID id, List<String> people, String why, String by) {
        var assignment = get(id);
        if (!organisation.leads(by, assignment.unit())) {
            throw FormRefused.because("Chỉ lãnh đạo %s được phân công lại việc này."
                    .formatted(organisation.unit(assignment.unit()).name()));
        }
        if (assignment.officers().isEmpty()) {
            throw FormRefused.because("Việc này chưa phân công cho ai.");
        }
        requireMembers(assignment, people);
        assignment.handOutTo(people);
        history.record(assignment, by, Kind.HANDED_OUT, "Thu hồi và phân công lại cho " + namesOf(people), why);
        process.officersChanged(assignment);
    }

    /** One officer's part goes to another of the same unit. Who hands over for whole people decides who may. */
    @Transactional
    public void handOver(UUID id, String from, String to, String why, String by) {
        var assignment = get(id);
        requireMembers(assignment, List.of(to));
        assignment.handOutTo(assignment.officers().stream()
                .map(officer -> officer.equals(from) ? to : officer)
                .distinct()
                .toList());
        history.record(
                assignment,
                by,
                Kind.HANDED_OUT,
                "Bàn giao từ %s cho %s".formatted(organisation.nameOf(from), organisation.nameOf(to)),
                why);
        process.officersChanged(assignment);
    }

    /**
     * Moves the last day on time; tasks, timers and ladder move with it. Only the unit that asked, or the leaders who issued
     * the plan, may.
     *
     * @throws FormRefused if the new day is past, or after the last day of the whole that this belongs to
     */
    @Transactional
    public void extend(UUID id, DeadlineTerm term, String why, String by) {
        var assignment = get(id);
        requireCommand(assignment, by, "đổi thời hạn của việc này");
        requireWithin(assignment, term);
        lapseExtensionOf(assignment);
        moveDeadline(assignment, term, calendar.deadlineOf(term), why, by);
    }

    /** Stops the clock: nobody is reminded and nothing becomes late until {@link #resume}. Only who asked for it may. */
    @Transactional
    public void hold(UUID id, String why, String by) {
        var assignment = get(id);
        requireCommand(assignment, by, "tạm hoãn việc này");
        assignment.hold(today());
        history.record(assignment, by, Kind.HELD, "Tạm hoãn", why);
        escalations.end(id);
        lapseExtensionOf(assignment);
        process.held(assignment);
        notices.held(assignment, why, by);
    }

    /** Starts the clock again; the days on hold are added to the deadline. Only who asked for it may. */
    @Transactional
    public void resume(UUID id, String why, String by) {
        var assignment = get(id);
        requireCommand(assignment, by, "cho tiếp tục việc này");
        assignment.resume();
        history.record(assignment, by, Kind.RESUMED, "Tiếp tục thực hiện", why);
        var before = assignment.due().orElse(null);
        giveBackTimeWaited(assignment, "tạm hoãn", by);
        process.resumed(assignment, before);
        escalations.follow(assignment);
        notices.resumed(assignment, why, by);
    }

    /** Asks for more time. Whoever leads the unit or does the work may. @return the request's id */
    UUID askExtension(UUID id, DeadlineTerm term, String reason, String by) {
        var assignment = get(id);
        if (!organisation.leads(by, assignment.unit()) && !organisation.actsForOneOf(by, assignment.officers())) {
            throw FormRefused.because("Chỉ lãnh đạo %s hoặc người được phân công được xin gia hạn việc này."
                    .formatted(organisation.unit(assignment.unit()).name()));
        }
        if (!assignment.clockRuns()) {
            throw FormRefused.at("assignment", "Việc này không có thời hạn đang tính.");
        }
        if (extensions.findByAssignmentIdAndDecisionIsNull(id).isPresent()) {
            throw FormRefused.at("assignment", "Việc này đã có một đề nghị gia hạn đang chờ quyết định.");
        }
        requireWithin(assignment, term);
        var asked = calendar.deadlineOf(term).lastDay();
        if (!asked.isAfter(assignment.due().orElseThrow())) {
            throw FormRefused.at(
                    "deadline",
                    "Hạn mới phải sau hạn đang có %s, gặp %s."
                            .formatted(VietnamTime.format(assignment.due().orElseThrow()), VietnamTime.format(asked)));
        }
        var request = extensions.save(new DeadlineExtension(assignment, term, asked, reason, by, clock.instant()));
        history.record(
                assignment, by, Kind.EXTENSION_ASKED, "Xin gia hạn đến hết ngày " + VietnamTime.format(asked), reason);
        notices.extensionAsked(assignment, request);
        return request.id();
    }

    @Transactional(readOnly = true)
    DeadlineExtension extension(UUID request) {
        return extensions
                .findById(request)
                .orElseThrow(() -> FormRefused.because("Không có đề nghị gia hạn mã %s.".formatted(request)));
    }

    void grantExtension(UUID request, DeadlineTerm term, String why, String by) {
        var extension = extension(request);
        var assignment = get(extension.assignmentId());
        requireCommand(assignment, by, "gia hạn việc này");
        requireWithin(assignment, term);
        var deadline = calendar.deadlineOf(term);
        extension.grant(deadline.lastDay(), why, by, clock.instant());
        moveDeadline(assignment, term, deadline, why == null ? extension.reason() : why, by);
    }

    void refuseExtension(UUID request, String why, String by) {
        var extension = extension(request);
        var assignment = get(extension.assignmentId());
        requireCommand(assignment, by, "quyết định gia hạn việc này");
        extension.refuse(why, by, clock.instant());
        history.record(assignment, by, Kind.EXTENSION_DECIDED, "Không gia hạn", why);
        notices.extensionRefused(assignment, why, by);
    }

    /** Open work with a running clock that this person may ask more time for, by subject. */
    @Transactional(readOnly = true)
    List<Assignment> extensibleBy(String userId) {
        return repository.findAllByProgressNotInOrderBySubject(CLOSED).stream()
                .filter(Assignment::clockRuns)
                .filter(open ->
                        organisation.actsForOneOf(userId, open.officers()) || organisation.leads(userId, open.unit()))
                .toList();
    }

    /** Where it stands towards its deadline now. */
    @Transactional(readOnly = true)
    public DeadlineState deadlineStateOf(Assignment assignment) {
        return assignment.deadlineStateAt(clock.instant(), calendar);
    }

    /**
     * Reminds those who do it; the caller decides who may. Nobody is urged twice on one day.
     *
     * @return false if they were urged today already, or nothing is left for the unit to do
     */
    @Transactional
    public boolean urge(UUID id, String words, String by) {
        var assignment = get(id);
        var today = LocalDate.now(clock);
        var urgedToday = historyOf(id).stream()
                .anyMatch(event -> event.what().equals(URGED)
                        && VietnamTime.dateOf(event.happenedAt()).equals(today));
        if (urgedToday || !assignment.progress().isWithTheUnit()) {
            return false;
        }
        history.record(assignment, by, Kind.REMINDED, URGED, words);
        notices.urged(assignment, words, by);
        return true;
    }

    /** Ends an open assignment without a result. Only the unit that asked may; what was done stays recorded. */
    @Transactional
    public void withdraw(UUID id, String why, String by) {
        var assignment = get(id);
        if (!organisation.leads(by, assignment.assigner())) {
            throw FormRefused.because("Chỉ lãnh đạo %s được rút việc này."
                    .formatted(organisation.unit(assignment.assigner()).name()));
        }
        close(assignment, Progress.WITHDRAWN, by, "Rút việc", why);
        process.withdrawn(assignment);
        notices.withdrawn(assignment, why, by);
    }

    /** Withdraws whatever an origin still has open, because the origin itself was withdrawn; its module decides who may. */
    @Transactional
    public void withdrawAllOf(Origin origin, String why, String by) {
        for (var assignment : openedBy(origin)) {
            if (!assignment.progress().isClosed()) {
                close(assignment, Progress.WITHDRAWN, by, "Rút việc", why);
                process.withdrawn(assignment);
                notices.withdrawn(assignment, why, by);
            }
        }
    }

    /** The unit ended: the one in its place goes on where it stands. The engine's tasks follow. */
    void passTo(Assignment assignment, Unit former, Unit next, String why, String by) {
        var doer = next.id();
        assignment.passTo(
                doer,
                assignment.assigner().equals(doer) || assignment.assigner().equals(former.id())
                        ? plans.definition(assignment.planId()).issuer()
                        : assignment.assigner());
        history.record(
                assignment,
                by,
                Kind.PASSED_ON,
                "Chuyển từ %s sang %s".formatted(former.shortName(), next.shortName()),
                why);
        process.assignerChanged(assignment);
        notices.passedOn(assignment, former, why);
    }

    /** The unit that asked ended: the one in its place reviews, or the leaders who issued the plan if that does the work. */
    void askedNowBy(Assignment assignment, Unit former, Unit next, String why, String by) {
        assignment.passTo(assignment.unit(), next.id());
        assignment.passTo(assignment.unit(), reviewerOf(assignment, assignment.unit()));
        history.record(
                assignment,
                by,
                Kind.PASSED_ON,
                "%s thay %s theo dõi, duyệt kết quả"
                        .formatted(organisation.unit(assignment.assigner()).shortName(), former.shortName()),
                why);
        process.assignerChanged(assignment);
    }

    /** The unit ended and none is in its place. */
    void endWithUnit(Assignment assignment, String why, String by) {
        close(assignment, Progress.WITHDRAWN, by, "Rút việc cùng đơn vị", why);
        process.withdrawn(assignment);
    }

    void withdrawRefused(UUID id, String why, String by) {
        close(get(id), Progress.WITHDRAWN, by, "Rút việc", why);
    }

    private void close(Assignment assignment, Progress outcome, String by, String what, String why) {
        var wasHandedIn = assignment.progress().isHandedIn();
        assignment.close(outcome, clock.instant());
        history.record(assignment, by, Kind.CLOSED, what, why);
        if (!wasHandedIn) { // else ladder and requests ended with the handing in
            escalations.end(assignment.id());
            lapseExtensionOf(assignment);
        }
        publisher.publishEvent(new AssignmentClosed(assignment.id(), assignment.origin(), outcome));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Move> movesUnder(WorkingCalendar next) {
        return movable().flatMap(open -> moveOf(open, next).stream()).toList();
    }

    /** Where the deadline stays, its next reminder may still move. */
    private Optional<Move> moveOf(Assignment open, WorkingCalendar next) {
        var unit = organisation.unit(open.unit()).name();
        var lastDay = movesTo(open, next);
        return lastDay.isPresent()
                ? lastDay.map(after -> new Move(
                        open.subject(),
                        unit,
                        "thời hạn",
                        VietnamTime.format(open.due().orElseThrow()),
                        VietnamTime.format(after)))
                : escalations
                        .timerMove(open.id(), next)
                        .map(timer -> new Move(
                                open.subject(),
                                unit,
                                "lần nhắc kế tiếp",
                                VietnamTime.format(timer.before()),
                                VietnamTime.format(timer.after())));
    }

    /** Deadlines that move, with their tasks; and every ladder, since its steps are counted in working days. */
    @Override
    @Transactional
    public void moveToCalendar(String why, String by) {
        for (var open : movable().toList()) {
            if (movesTo(open, calendar).isPresent()) {
                var term = open.deadlineTerm().orElseThrow();
                moveDeadline(open, term, calendar.deadlineOf(term), why, by);
            } else {
                escalations.follow(open);
            }
        }
    }

    private Stream<Assignment> movable() {
        return repository.findAllByProgressNotInOrderBySubject(CLOSED).stream()
                .filter(open -> open.deadlineTerm().isPresent());
    }

    private static Optional<LocalDate> movesTo(Assignment open, WorkingCalendar next) {
        var lastDay = next.deadlineOf(open.deadlineTerm().orElseThrow()).lastDay();
        return open.due().filter(lastDay::equals).isPresent() ? Optional.empty() : Optional.of(lastDay);
    }

    private void owedBy(Assignment assignment, DeadlineTerm term) {
        var deadline = calendar.deadlineOf(term);
        assignment.owedBy(term, deadline, calendar.endOf(deadline.lastDay()));
    }

    private void moveDeadline(Assignment assignment, DeadlineTerm term, Deadline deadline, String why, String by) {
        var before = assignment.due();
        assignment.owedBy(term, deadline, calendar.endOf(deadline.lastDay()));
        history.record(
                assignment,
                by,
                Kind.DEADLINE_MOVED,
                before.map(VietnamTime::format)
                        .map(day -> "Đổi hạn từ %s thành %s".formatted(day, VietnamTime.format(deadline.lastDay())))
                        .orElseGet(() -> "Đặt hạn " + VietnamTime.format(deadline.lastDay())),
                why);
        process.deadlineMoved(assignment, before.orElse(null));
        escalations.follow(assignment);
        notices.deadlineMoved(assignment, before.orElse(null), why, by);
    }

    /**
     * Adds the working days during which somebody else had the next step. Who was not late when the clock stopped has at
     * least one working day.
     */
    private void giveBackTimeWaited(Assignment assignment, String during, String by) {
        var since = assignment.startClockAgain();
        if (since.isEmpty() || assignment.due().isEmpty()) {
            return;
        }
        var due = assignment.due().orElseThrow();
        var waited = calendar.workingDaysBetween(since.get(), today());
        var moved = waited <= 0 ? due : calendar.plusWorkingDays(due, waited);
        var soonest = calendar.plusWorkingDays(today(), 1);
        if (!since.get().isAfter(due) && waited > 0 && moved.isBefore(soonest)) {
            moved = soonest;
        }
        if (moved.equals(due)) {
            return;
        }
        var term = DeadlineTerm.on(moved);
        var explanation = "Hạn cũ %s, cộng %d ngày làm việc %s: hết ngày %s."
                .formatted(VietnamTime.format(due), waited, during, VietnamTime.format(moved));
        assignment.owedBy(term, new Deadline(moved, explanation, false), calendar.endOf(moved));
        history.record(
                assignment,
                by,
                Kind.DEADLINE_MOVED,
                "Đổi hạn từ %s thành %s".formatted(VietnamTime.format(due), VietnamTime.format(moved)),
                explanation);
        process.deadlineMoved(assignment, due);
    }

    private void requireWithin(Assignment assignment, DeadlineTerm term) {
        var lastDay = calendar.deadlineOf(term).lastDay();
        if (lastDay.isBefore(today())) {
            throw FormRefused.at("deadline", "Hạn mới %s đã qua.".formatted(VietnamTime.format(lastDay)));
        }
        limits.orderedStream()
                .flatMap(limit -> limit.latestDueOf(assignment.origin()).stream())
                .filter(lastDay::isAfter)
                .findFirst()
                .ifPresent(latest -> {
                    throw FormRefused.at(
                            "deadline",
                            "Hạn mới phải trong hạn của cả công việc, chậm nhất %s, gặp %s."
                                    .formatted(VietnamTime.format(latest), VietnamTime.format(lastDay)));
                });
    }

    /** Who asked for the work commands it, and above them the leaders who issued the plan. */
    private void requireCommand(Assignment assignment, String by, String what) {
        if (!commands(by, assignment)) {
            throw FormRefused.because("Chỉ lãnh đạo %s được %s."
                    .formatted(organisation.unit(assignment.assigner()).name(), what));
        }
    }

    boolean commands(String userId, Assignment assignment) {
        return organisation.leads(userId, assignment.assigner())
                || organisation.leads(
                        userId, plans.definition(assignment.planId()).issuer());
    }

    private void lapseExtensionOf(Assignment assignment) {
        extensions.findByAssignmentIdAndDecisionIsNull(assignment.id()).ifPresent(waiting -> {
            waiting.lapse(clock.instant());
            extensionProcess.lapsed(waiting);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void requireMembers(Assignment assignment, Collection<String> people) {
        for (var person : people) {
            if (!organisation.belongsTo(person, assignment.unit())) {
                throw FormRefused.at(
                        "officers",
                        "%s không thuộc %s."
                                .formatted(
                                        organisation.nameOf(person),
                                        organisation.unit(assignment.unit()).name()));
            }
        }
    }

    private String namesOf(List<String> people) {
        return String.join(", ", people.stream().map(organisation::nameOf).toList());
    }
}
