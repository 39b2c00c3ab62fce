package vn.trienkhai.organisation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the start form of absence.bpmn offers: people whose absence this person may enter, with who can stand in. */
@Component
class AbsenceForms implements FormFacts {

    private final Absences absences;
    private final Organisation organisation;

    AbsenceForms(Absences absences, Organisation organisation) {
        this.absences = absences;
        this.organisation = organisation;
    }

    /** @param substitutes who can stand in for this person */
    record Absentee(String value, String label, List<Choice> substitutes) {}

    @Override
    public String processKey() {
        return "absence";
    }

    @Override
    public FormView of(FormOpened opened) {
        var self = organisation.person(opened.userId());
        return new FormView(
                Known.of(new Fact(
                        "Phạm vi",
                        "Từ 0 giờ ngày đầu đến hết ngày cuối, người thay thấy và làm được việc của vị trí;"
                                + " việc người thay làm được ghi “thay …”, và quyền thay tự hết.")),
                self.map(person -> Map.of("person", person.userId())).orElse(Map.of()),
                Map.of(
                        "people",
                        absences.reportableBy(opened.userId()).stream()
                                .map(this::absentee)
                                .toList(),
                        "kinds",
                        List.of(AbsenceKind.values()).stream()
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList()));
    }

    private Absentee absentee(Person person) {
        return new Absentee(
                person.userId(),
                person.name(),
                absences.possibleSubstitutesOf(person).stream()
                        .map(other -> new Choice(other.userId(), other.name()))
                        .toList());
    }
}
