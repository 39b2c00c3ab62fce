package vn.trienkhai.inspection;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the start form of inspection-cancellation.bpmn offers: visits of the own unit that did not take place yet. */
@Component
class InspectionCancellationForms implements FormFacts {

    private final Inspections inspections;

    InspectionCancellationForms(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public String processKey() {
        return "inspection-cancellation";
    }

    @Override
    public FormView of(FormOpened opened) {
        return new FormView(
                Known.of(new Fact("Phạm vi", "Chỉ hủy được cuộc kiểm tra chưa tiến hành tại đơn vị.")),
                Map.of(),
                Map.of(
                        "visits",
                        inspections.cancellableBy(opened.userId()).stream()
                                .map(this::choice)
                                .toList()));
    }

    private Choice choice(InspectionVisit visit) {
        return new Choice(
                visit.id().toString(),
                "%s – %s (%s)"
                        .formatted(
                                inspections.subjectOf(visit),
                                VietnamTime.format(visit.visitDate()),
                                visit.progress().label()));
    }
}
