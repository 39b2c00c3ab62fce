package vn.trienkhai.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.CaseFilePart;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.OpenTask;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** The case file of an assignment: which unit waits for which, who else got the same, what counts as evidence. */
@Component
@Order(-1)
class AssignmentInCaseFile implements CaseFilePart {

    private final AssignmentRepository repository;
    private final AssignmentEventRepository events;
    private final AssignmentFacts facts;
    private final Organisation organisation;
    private final Plans plans;

    AssignmentInCaseFile(
            AssignmentRepository repository,
            AssignmentEventRepository events,
            AssignmentFacts facts,
            Organisation organisation,
            Plans plans) {
        this.repository = repository;
        this.events = events;
        this.facts = facts;
        this.organisation = organisation;
        this.plans = plans;
    }

    @Override
    public Set<String> variables() {
        return Set.of(DutyAssignmentProcess.ASSIGNMENT, OverdueEscalationProcess.ASSIGNMENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> partsOf(OpenTask task) {
        var parts = new ArrayList<Part>();
        var assignment = AssignmentCards.assignmentOf(task).flatMap(repository::findById);
        assignment.ifPresent(found -> {
            parts.add(new Part(Chapter.WAITING, List.of(waiting(found))));
            parts.add(new Part(Chapter.EVIDENCE, evidenceOf(found.id())));
        });
        parts.add(new Part(
                Chapter.OTHERS,
                othersOf(
                        assignment.map(found -> found.origin().id()).orElse(task.businessKey()),
                        assignment.map(Assignment::id),
                        task.userId())));
        return parts;
    }

    /** For example "Phòng Văn hóa và Thông tin chờ Phòng Kinh tế: Đang thực hiện". */
    private Entry waiting(Assignment assignment) {
        var unit = organisation.unit(assignment.unit()).name();
        var assigner = organisation.unit(assignment.assigner()).name();
        return switch (assignment.progress()) {
            case AWAITING_REVIEW, REFUSED ->
                Entry.of(
                        "%s chờ %s".formatted(unit, assigner),
                        new Fact("Tình trạng", assignment.progress().label()),
                        new Fact(
                                "Từ",
                                assignment
                                        .submittedAt()
                                        .filter(at -> assignment.progress() == Progress.AWAITING_REVIEW)
                                        .or(() -> lastEventOf(assignment))
                                        .map(VietnamTime::format)
                                        .orElse("")));
            case ON_HOLD ->
                Entry.of(
                        "Không ai chờ ai: việc tạm hoãn",
                        new Fact("Tình trạng", assignment.progress().label()));
            default ->
                stated(
                        assignment,
                        "%s chờ %s".formatted(assigner, unit),
                        new Fact("Tình trạng", assignment.progress().label()),
                        new Fact("Đến", deadlineOf(assignment)));
        };
    }

    private Optional<Instant> lastEventOf(Assignment assignment) {
        return events.findAllByAssignmentIdOrderByHappenedAt(assignment.id()).stream()
                .reduce((before, last) -> last)
                .map(AssignmentEvent::happenedAt);
    }

    private Entry stated(Assignment assignment, String title, Fact... stated) {
        var timing = facts.timingOf(assignment);
        return new Entry(
                title, null, null, null, timing == null ? null : timing.state(), List.of(stated), List.of(), null);
    }

    private String deadlineOf(Assignment assignment) {
        var timing = facts.timingOf(assignment);
        var day = assignment.due().map(VietnamTime::format).orElse("không hạn");
        return timing == null ? day : "%s (%s)".formatted(day, timing.label());
    }

    private List<Entry> evidenceOf(UUID assignment) {
        return facts.evidenceOf(assignment).stream()
                .map(entry -> new Entry(
                        Stream.of(entry.channel(), entry.place())
                                .filter(text -> !text.isEmpty())
                                .reduce((channel, place) -> channel + ", " + place)
                                .orElse("Minh chứng"),
                        entry.when(),
                        null,
                        entry.note(),
                        null,
                        entry.measures().isEmpty() ? List.of() : List.of(new Fact("Số liệu", entry.measures())),
                        entry.files().stream()
                                .map(file -> new FileEntry(file.id(), file.name(), file.size()))
                                .toList(),
                        entry.link()))
                .toList();
    }

    /**
     * What the same programme, request or visit asked of other units, the unfinished first. The unit that asked, the lead
     * agency and the issuer of the plan see each; the others see how many there are.
     *
     * @param own left out
     */
    private List<Entry> othersOf(String origin, Optional<UUID> own, String userId) {
        var others = origin == null
                ? List.<Assignment>of()
                : repository.findAllByOriginIdOrderBySubject(origin).stream()
                        .filter(other -> !Optional.of(other.id()).equals(own))
                        .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        var closed =
                others.stream().filter(other -> other.progress().isClosed()).count();
        var count = Entry.of("%d việc khác cùng đợt, %d đã kết thúc".formatted(others.size(), closed));
        if (!mayCompare(userId, others.get(0))) {
            return List.of(count);
        }
        var entries = new ArrayList<Entry>();
        entries.add(count);
        others.stream().filter(other -> !other.progress().isClosed()).forEach(other -> entries.add(shown(other)));
        others.stream().filter(other -> other.progress().isClosed()).forEach(other -> entries.add(shown(other)));
        return entries;
    }

    private boolean mayCompare(String userId, Assignment assignment) {
        var plan = plans.definition(assignment.planId());
        return userId != null
                && Stream.of(assignment.assigner(), plan.leadAgency(), plan.issuer())
                        .anyMatch(unit -> organisation.belongsTo(userId, unit));
    }

    private Entry shown(Assignment other) {
        var progress = new Fact("Tình trạng", other.progress().label());
        return other.progress().isClosed()
                ? Entry.of(other.subject(), progress)
                : stated(other, other.subject(), progress, new Fact("Đến", deadlineOf(other)));
    }
}
