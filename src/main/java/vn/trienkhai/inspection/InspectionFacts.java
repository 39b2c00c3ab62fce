package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.FileShown;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** What every form of an inspection shows first. */
@Component
class InspectionFacts {

    private final Inspections inspections;
    private final InspectionRules rules;
    private final Organisation organisation;
    private final Attachments attachments;
    private final Plans plans;

    InspectionFacts(
            Inspections inspections,
            InspectionRules rules,
            Organisation organisation,
            Attachments attachments,
            Plans plans) {
        this.inspections = inspections;
        this.rules = rules;
        this.organisation = organisation;
        this.attachments = attachments;
        this.plans = plans;
    }

    /** What can be chosen under a plan. @param value id of the plan */
    record PlanOffered(String value, String label, List<Choice> units, List<Choice> people) {}

    PlanOffered offered(PlanDefinition plan) {
        return new PlanOffered(
                plan.id(),
                "Kế hoạch %s – %s".formatted(plan.number(), plan.title()),
                rules.inspectableUnits(plan).stream()
                        .map(InspectionFacts::choice)
                        .toList(),
                organisation.peopleOf(plan.leadAgency()).stream()
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id(), unit.name());
    }

    Known ofPlans(List<PlanDefinition> allowed, Fact... more) {
        return allowed.size() == 1 ? known(allowed.get(0), null, null, List.of(), List.of(more)) : Known.of(more);
    }

    Known of(InspectionProgramme programme) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Chương trình", programme.name()));
        facts.add(new Fact("Thời kỳ kiểm tra", periodOf(programme)));
        facts.add(new Fact("Nội dung kiểm tra", programme.content()));
        for (var visit : inspections.visitsOf(programme.id())) {
            facts.add(new Fact(
                    organisation.unit(visit.unit()).name(),
                    VietnamTime.format(visit.visitDate()) + " – " + namesOf(visit.inspectors())));
        }
        return known(
                plans.definition(programme.planId()),
                organisation.unit(programme.leadAgency()).name(),
                null,
                reasonsOf(inspections.historyOfProgramme(programme.id())),
                facts);
    }

    /** @param deadline dd/MM/yyyy; null if none @param more lines to add below the visit's own */
    Known of(InspectionVisit visit, String deadline, List<Fact> more) {
        var programme = inspections.programme(visit.programmeId());
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact("Đơn vị được kiểm tra", organisation.unit(visit.unit()).name()));
        facts.add(new Fact("Chương trình", programme.name()));
        facts.add(new Fact("Thời kỳ kiểm tra", periodOf(programme)));
        facts.add(new Fact("Ngày kiểm tra", VietnamTime.format(visit.visitedOn().orElse(visit.visitDate()))));
        facts.add(new Fact("Người kiểm tra", namesOf(visit.inspectors())));
        facts.addAll(more);
        return known(
                plans.definition(programme.planId()),
                organisation.unit(programme.leadAgency()).name(),
                deadline,
                reasonsOf(inspections.historyOfVisit(visit.id()).stream()
                        .filter(event -> visit.confirmedAt().isEmpty())
                        .toList()),
                facts);
    }

    List<FileShown> files(Collection<UUID> ids) {
        return attachments.all(ids).stream()
                .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes()))
                .toList();
    }

    private Known known(
            PlanDefinition plan, String askedBy, String deadline, List<Returned> returned, List<Fact> facts) {
        var duty = rules.inspectionDuty(plan);
        return new Known(
                duty.map(found -> AssignmentFacts.clauseOf(plan, found.clause()))
                        .orElse(null),
                duty.map(found -> found.quote()).orElse(null),
                askedBy,
                deadline,
                returned,
                facts);
    }

    private List<Returned> reasonsOf(List<InspectionEvent> events) {
        return events.stream()
                .filter(event -> event.why().isPresent())
                .sorted(Comparator.comparing(InspectionEvent::happenedAt).reversed())
                .map(event -> new Returned(
                        event.actor().map(organisation::nameOf).orElse("Hệ thống") + " – " + event.what(),
                        VietnamTime.format(event.happenedAt()),
                        event.why().orElse("")))
                .toList();
    }

    private String namesOf(List<String> people) {
        return String.join(", ", people.stream().map(organisation::nameOf).toList());
    }

    private static String periodOf(InspectionProgramme programme) {
        return VietnamTime.format(programme.periodFrom()) + " – " + VietnamTime.format(programme.periodTo());
    }
}
