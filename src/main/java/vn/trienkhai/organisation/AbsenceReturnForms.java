package vn.trienkhai.organisation;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the start form of absence-return.bpmn offers: planned and running absences that this person may end. */
@Component
class AbsenceReturnForms implements FormFacts {

    private final Absences absences;

    AbsenceReturnForms(Absences absences) {
        this.absences = absences;
    }

    @Override
    public String processKey() {
        return "absence-return";
    }

    @Override
    public FormView of(FormOpened opened) {
        return new FormView(
                Known.of(new Fact("Phạm vi", "Quyền thay hết ngay; việc người thay đang làm dở trở về vị trí.")),
                Map.of(),
                Map.of(
                        "absences",
                        absences.endableBy(opened.userId()).stream()
                                .map(absence -> new Choice(absence.id().toString(), absences.subjectOf(absence)))
                                .toList()));
    }
}
