package vn.trienkhai.assignment;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentEvent.Kind;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.OpenPlanWork;

/**
 * Opens, changes and closes assignments; the only place that does. Every change is a line of history, and the engine's
 * process follows in the same transaction.
 */
@Service
public class Assignments implements OpenPlanWork {

    static final Set<Progress> CLOSED = EnumSet.of(Progress.FULFILLED, Progress.WITHDRAWN, Progress.TRANSFERRED);

    private final AssignmentRepository repository;
    private final AssignmentEventRepository events;
    private final DutyAssignmentProcess process;
    private final Organisation organisation;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Assignments(
            AssignmentRepository repository,
            AssignmentEventRepository events,
            DutyAssignmentProcess process,
            Organisation organisation,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.process = process;
        this.organisation = organisation;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Opens an assignment and starts its process: the unit's leads find "Nhận việc" in their list. */
    @Transactional
    public UUID open(AssignmentOrder order, String by) {
        var assignment = repository.save(new Assignment(
                UUID.randomUUID(),
                order,
                order.binding() && organisation.canBeAssigned(order.unit()),
                clock.instant()));
        record(
                assignment,
                by,
                Kind.OPENED,
                assignment.isBinding() ? "Giao việc" : "Đề nghị phối hợp",
                order.instruction());
        process.opened(assignment, organisation.leadGroupsOf(order.unit()));
        return assignment.id();
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

    @Transactional(readOnly = true)
    public List<Assignment> ofUnit(String unit, String planId) {
        return repository.findAllByUnitAndPlanIdOrderByOpenedAt(unit, planId);
    }

    @Transactional(readOnly = true)
    public List<Assignment> ofPlan(String planId) {
        return repository.findAllByPlanIdOrderByOpenedAt(planId);
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
                .filter(open -> open.unit().equals(led) || open.assigner().equals(led))
                .toList();
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
        record(assignment, by, Kind.RECEIVED, "Nhận việc", null);
    }

    void refuse(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.refuse();
        record(assignment, by, Kind.REFUSED, "Từ chối nhận việc", why);
    }

    void insist(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.insist();
        record(assignment, by, Kind.INSISTED, "Giữ nguyên việc giao", why);
    }

    /** Closes the assignment here and opens the same for another unit. @return the new one's id */
    UUID transfer(UUID id, String toUnit, String why, String by) {
        var assignment = get(id);
        if (toUnit.equals(assignment.unit())) {
            throw FormRefused.at("unit", "Hãy chọn đơn vị khác với đơn vị đang được giao.");
        }
        var order = new AssignmentOrder(
                assignment.planId(),
                assignment.dutyCode().orElse(null),
                assignment.origin(),
                toUnit,
                assignment.assigner(),
                assignment
                        .subject()
                        .replace(
                                organisation.unit(assignment.unit()).shortName(),
                                organisation.unit(toUnit).shortName()),
                assignment.instruction().orElse(null),
                assignment.due().orElse(null),
                assignment.workProcess().orElse(null),
                assignment.isBinding());
        var newer = open(order, by);
        close(
                assignment,
                Progress.TRANSFERRED,
                by,
                "Chuyển sang " + organisation.unit(toUnit).name(),
                why);
        return newer;
    }

    void handOut(UUID id, List<String> people, String note, String by) {
        var assignment = get(id);
        requireMembers(assignment, people);
        assignment.handOutTo(people);
        record(assignment, by, Kind.HANDED_OUT, "Phân công " + namesOf(people), note);
    }

    void submitResult(UUID id, String text, String by) {
        var assignment = get(id);
        assignment.submit(text, clock.instant());
        record(assignment, by, Kind.SUBMITTED, "Trình kết quả", text);
    }

    void requestRedo(UUID id, String why, String by) {
        var assignment = get(id);
        assignment.redo();
        record(assignment, by, Kind.RETURNED, "Trả lại để làm lại", why);
    }

    void accept(UUID id, String note, String by) {
        close(get(id), Progress.FULFILLED, by, "Chấp nhận kết quả", note);
    }

    void becameOverdue(UUID id) {
        var assignment = get(id);
        assignment.becomeOverdue(clock.instant());
        if (assignment.isLateAt(clock.instant())) {
            record(assignment, null, Kind.OVERDUE, "Quá hạn", null);
        }
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
        record(assignment, by, Kind.HANDED_OUT, "Thu hồi và phân công lại cho " + namesOf(people), why);
        process.officersChanged(assignment);
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
    }

    /** Withdraws whatever an origin still has open, because the origin itself was withdrawn; its module decides who may. */
    @Transactional
    public void withdrawAllOf(Origin origin, String why, String by) {
        for (var assignment : openedBy(origin)) {
            if (!assignment.progress().isClosed()) {
                close(assignment, Progress.WITHDRAWN, by, "Rút việc", why);
                process.withdrawn(assignment);
            }
        }
    }

    void withdrawRefused(UUID id, String why, String by) {
        close(get(id), Progress.WITHDRAWN, by, "Rút việc", why);
    }

    private void close(Assignment assignment, Progress outcome, String by, String what, String why) {
        assignment.close(outcome, clock.instant());
        record(assignment, by, Kind.CLOSED, what, why);
        publisher.publishEvent(new AssignmentClosed(assignment.id(), assignment.origin(), outcome));
    }

    private void record(Assignment assignment, String by, Kind kind, String what, String why) {
        var line = what.length() <= 200 ? what : what.substring(0, 199) + "…";
        events.save(new AssignmentEvent(assignment.id(), clock.instant(), by, kind, line, why));
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
