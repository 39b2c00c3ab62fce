package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.PlanCitation;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** What the documents of an inspection have in common: who makes them, what they rest on, how they name people and times. */
@Component
class InspectionText {

    private final Inspections inspections;
    private final InspectionRules rules;
    private final Plans plans;
    private final Organisation organisation;

    InspectionText(Inspections inspections, InspectionRules rules, Plans plans, Organisation organisation) {
        this.inspections = inspections;
        this.rules = rules;
        this.plans = plans;
        this.organisation = organisation;
    }

    /** The programmes of the lead agencies that this person is of. */
    Stream<InspectionProgramme> programmesOf(String userId) {
        return plans.all().stream()
                .map(plan -> plans.definition(plan.id()))
                .filter(plan -> organisation.belongsTo(userId, plan.leadAgency()))
                .flatMap(plan -> inspections.programmesOf(plan.id()).stream());
    }

    PlanDefinition planOf(InspectionProgramme programme) {
        return plans.definition(programme.planId());
    }

    /** What the plan calls its inspection, for example "Kiểm tra công tác thông tin, tuyên truyền". */
    String dutyNameOf(PlanDefinition plan) {
        return rules.inspectionDuty(plan).map(Duty::name).orElse("Kiểm tra việc thực hiện kế hoạch");
    }

    Optional<String> dutyCodeOf(PlanDefinition plan) {
        return rules.inspectionDuty(plan).map(Duty::code);
    }

    /** The plan with its clause, and the programme once it is approved. */
    List<String> basesOf(PlanDefinition plan, InspectionProgramme programme) {
        var issuer = organisation.unit(plan.issuer());
        var bases = new ArrayList<String>();
        bases.add("Căn cứ %s%s"
                .formatted(
                        rules.inspectionDuty(plan)
                                .map(duty -> "mục %s ".formatted(duty.clause()))
                                .orElse(""),
                        PlanCitation.of(plan, issuer)));
        programme
                .decidedAt()
                .ifPresent(at -> bases.add("Căn cứ chương trình “%s” đã được %s duyệt %s"
                        .formatted(programme.name(), issuer.name(), VietnamTime.inWords(VietnamTime.dateOf(at)))));
        return bases;
    }

    /** Name and post; only one of them where the person is named by the post. */
    String personOf(String userId) {
        var title = organisation.person(userId).flatMap(this::titleOf);
        var name = organisation.nameOf(userId);
        return title.filter(post -> !post.equals(name))
                .map(post -> "%s, %s".formatted(name, post))
                .orElse(name);
    }

    private Optional<String> titleOf(Person person) {
        return organisation.postsOf(person.unit()).stream()
                .filter(post -> post.id().equals(person.post()))
                .map(post -> post.title())
                .findFirst();
    }

    String peopleOf(InspectionVisit visit) {
        return visit.inspectors().stream().map(organisation::nameOf).collect(Collectors.joining("; "));
    }

    static String periodOf(InspectionProgramme programme) {
        return "từ %s đến hết %s"
                .formatted(VietnamTime.inWords(programme.periodFrom()), VietnamTime.inWords(programme.periodTo()));
    }

    static String withoutStop(String text) {
        return text.strip().replaceFirst("[.;]$", "");
    }
}
