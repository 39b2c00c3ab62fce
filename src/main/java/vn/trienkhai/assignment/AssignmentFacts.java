package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.Standing;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Happened;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.form.FormView.Timing;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** What every form inside an assignment shows first: the quoted clause, who asks, by when, what came back and why. */
@Service
public class AssignmentFacts {

    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final Clock clock;

    AssignmentFacts(
            Assignments assignments,
            EvidenceBook evidence,
            Attachments attachments,
            Organisation organisation,
            Plans plans,
            WorkingCalendar calendar,
            Clock clock) {
        this.assignments = assignments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.organisation = organisation;
        this.plans = plans;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A file behind an entry, as a form lists it. */
    public record FileShown(UUID id, String name, long size) {}

    /**
     * An entry of evidence, as a form lists it.
     *
     * @param measures "Số băng rôn: 3; Số người …: 120"
     * @param late "ghi muộn (ngày 20/09/2021)"; null where it was recorded in time, or nothing closes
     */
    public record EvidenceShown(
            UUID id,
            String when,
            String channel,
            String place,
            String measures,
            String link,
            String note,
            List<FileShown> files,
            String late) {}

    /** @param more lines to add below the assignment's own */
    @Transactional(readOnly = true)
    public Known of(UUID id, Fact... more) {
        var assignment = assignments.get(id);
        var plan = plans.definition(assignment.planId());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "Đơn vị thực hiện", organisation.unit(assignment.unit()).name()));
        assignment.instruction().ifPresent(text -> facts.add(new Fact("Yêu cầu", text)));
        if (!assignment.isBinding()) {
            facts.add(new Fact("Tính chất", "Đề nghị phối hợp: đơn vị có thể không nhận"));
        }
        if (!assignment.officers().isEmpty()) {
            facts.add(new Fact(
                    "Người thực hiện",
                    String.join(
                            ", ",
                            assignment.officers().stream()
                                    .map(organisation::nameOf)
                                    .toList())));
        }
        facts.addAll(List.of(more));
        var duty = assignment.dutyCode().map(plan::duty);
        return new Known(
                duty.map(found -> clauseOf(plan, found.clause())).orElse(null),
                duty.map(found -> found.quote()).orElse(null),
                organisation.unit(assignment.assigner()).name(),
                assignment.due().map(VietnamTime::format).orElse("không hạn"),
                returned(id),
                facts,
                timingOf(assignment),
                history(id));
    }

    /** For example "Sắp đến hạn, còn 2 ngày làm việc"; null where there is no deadline to keep. */
    Timing timingOf(Assignment assignment) {
        var state = assignments.deadlineStateOf(assignment);
        var explanation = assignment
                .dueExplained()
                .filter(sentence -> !sentence.startsWith("Hết ngày")) // says no more than the day itself
                .orElse(null);
        if (assignment.progress() == Progress.ON_HOLD) {
            return new Timing(Progress.ON_HOLD.name(), "Tạm hoãn, thời hạn ngừng tính", explanation);
        }
        if (state == DeadlineState.NONE) {
            return null;
        }
        var left = calendar.workingDaysBetween(
                LocalDate.now(clock), assignment.due().orElseThrow());
        var label =
                switch (state) {
                    case ON_TRACK -> Standing.ON_TRACK.inWords(left);
                    case DUE_SOON -> Standing.DUE_SOON.inWords(left);
                    case OVERDUE -> Standing.OVERDUE.inWords(left);
                    default -> state.label();
                };
        return new Timing(state.name(), label, explanation);
    }

    private List<Happened> history(UUID id) {
        return assignments.historyOf(id).stream()
                .map(event -> new Happened(
                        VietnamTime.format(event.happenedAt()),
                        nameOf(event),
                        event.what(),
                        event.why().orElse(null)))
                .toList();
    }

    /** What counts as evidence of an assignment, for showing. */
    @Transactional(readOnly = true)
    public List<EvidenceShown> evidenceOf(UUID id) {
        var plan = plans.definition(assignments.get(id).planId());
        return evidence.of(id).stream().map(entry -> shown(plan, entry)).toList();
    }

    /** An entry as forms show it where no period closes. */
    public EvidenceShown shown(PlanDefinition plan, Evidence entry) {
        return shown(plan, entry, LocalDate.MAX);
    }

    /** An entry as reports show it. @param cutOff last day of the figures; what was recorded after it is marked as late */
    public EvidenceShown shown(PlanDefinition plan, Evidence entry, LocalDate cutOff) {
        var when = entry.from().equals(entry.to())
                ? VietnamTime.format(entry.from())
                : VietnamTime.format(entry.from()) + " – " + VietnamTime.format(entry.to());
        var measures = entry.measures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(counted -> counted.getKey().label() + ": " + counted.getValue())
                .toList();
        return new EvidenceShown(
                entry.id(),
                when,
                entry.channel().map(code -> plan.channel(code).name()).orElse(""),
                entry.place().orElse(""),
                String.join("; ", measures),
                entry.link().orElse(null),
                entry.note().orElse(null),
                attachments.all(entry.attachments()).stream()
                        .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                        .toList(),
                entry.isLateFor(cutOff)
                        ? "ghi muộn (ngày %s)".formatted(VietnamTime.format(VietnamTime.dateOf(entry.recordedAt())))
                        : null);
    }

    /** For example "Kế hoạch 269/KH-UBND, mục III.2". */
    public static String clauseOf(PlanDefinition plan, String clause) {
        return "Kế hoạch %s, mục %s".formatted(plan.number(), clause);
    }

    private List<Returned> returned(UUID id) {
        return assignments.historyOf(id).stream()
                .filter(event -> event.kind().sendsBack())
                .sorted(Comparator.comparing(AssignmentEvent::happenedAt).reversed())
                .map(event -> new Returned(
                        nameOf(event) + " – " + event.what(),
                        VietnamTime.format(event.happenedAt()),
                        event.why().orElse("")))
                .toList();
    }

    /** With "(thay …)" if who acted stood in for somebody then. */
    private String nameOf(AssignmentEvent event) {
        return event.actor()
                .map(actor -> organisation.nameOf(actor, event.happenedAt()))
                .orElse("Hệ thống");
    }
}
