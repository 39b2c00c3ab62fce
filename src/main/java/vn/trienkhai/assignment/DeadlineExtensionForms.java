package vn.trienkhai.assignment;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What the forms of deadline-extension.bpmn show. */
@Component
class DeadlineExtensionForms implements FormFacts {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Organisation organisation;

    DeadlineExtensionForms(Assignments assignments, AssignmentFacts facts, Organisation organisation) {
        this.assignments = assignments;
        this.facts = facts;
        this.organisation = organisation;
    }

    @Override
    public String processKey() {
        return DeadlineExtensionProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        return opened.element() == null ? asking(opened.userId()) : deciding(opened);
    }

    private FormView asking(String userId) {
        return new FormView(
                Known.of(
                        new Fact(
                                "Phạm vi",
                                "Lãnh đạo đơn vị và người được phân công xin thêm thời gian cho việc đang làm; nơi giao quyết định.")),
                Map.of(),
                Map.of(
                        "assignments",
                        assignments.extensibleBy(userId).stream()
                                .map(open -> new Choice(
                                        open.id().toString(),
                                        "%s (hạn %s)"
                                                .formatted(
                                                        open.subject(),
                                                        VietnamTime.format(
                                                                open.due().orElseThrow()))))
                                .toList()));
    }

    private FormView deciding(FormOpened opened) {
        var request = assignments.extension(UUID.fromString(opened.variable(DeadlineExtensionProcess.REQUEST)));
        return new FormView(
                facts.of(
                        request.assignmentId(),
                        new Fact("Người đề nghị", organisation.nameOf(request.askedBy(), request.askedAt())),
                        new Fact("Ngày đề nghị", VietnamTime.format(request.askedAt())),
                        new Fact("Xin gia hạn đến", "hết ngày " + VietnamTime.format(request.askedDue())),
                        new Fact("Lý do", request.reason())),
                Map.of("deadline", request.term().text()),
                Map.of());
    }
}
