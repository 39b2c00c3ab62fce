package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

/** What the forms of plan-adoption.bpmn show. */
@Component
class PlanAdoptionForms implements FormFacts {

    private final PlanAdoptions adoptions;
    private final Plans plans;
    private final PlanFacts facts;
    private final PlanHistory history;
    private final Organisation organisation;

    PlanAdoptionForms(
            PlanAdoptions adoptions, Plans plans, PlanFacts facts, PlanHistory history, Organisation organisation) {
        this.adoptions = adoptions;
        this.plans = plans;
        this.facts = facts;
        this.history = history;
        this.organisation = organisation;
    }

    @Override
    public String processKey() {
        return PlanAdoptionProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        var adoption = adoptions.get(UUID.fromString(opened.variable(PlanAdoptionProcess.ADOPTION)));
        var plan = plans.definition(adoption.planId());
        return switch (opened.element()) {
            case "UserTask_ConfirmDuties" ->
                new FormView(known(adoption, plan, null), Map.of("duties", checksOf(adoption, plan)), shown(plan));
            case "UserTask_ConfirmPlanReceipt" -> receiving(adoption, plan, opened);
            default -> new FormView(known(adoption, plan, null, sending(plan)), Map.of(), shown(plan));
        };
    }

    private Known known(PlanAdoption adoption, PlanDefinition plan, String deadline, Fact... more) {
        var lines = new ArrayList<>(facts.identityOf(plan));
        lines.addAll(List.of(more));
        var superior = plan.superior();
        return new Known(
                superior.map(found -> "Kế hoạch %s, mục %s".formatted(plan.number(), found.clause()))
                        .orElse(null),
                superior.map(SuperiorPlan::quote).orElse(null),
                organisation.unit(plan.issuer()).name(),
                deadline,
                history.returned(adoption.id()),
                lines);
    }

    private Map<String, Object> shown(PlanDefinition plan) {
        return Map.of(
                "duties",
                plan.duties().stream().map(duty -> facts.shown(plan, duty)).toList(),
                "source",
                plans.plan(plan.id()).sourceText());
    }

    /** One row for each duty, with what was found before. */
    private static List<Map<String, String>> checksOf(PlanAdoption adoption, PlanDefinition plan) {
        var before = new HashMap<String, DutyCheck>();
        adoption.checks().forEach(check -> before.put(check.dutyCode(), check));
        return plan.duties().stream()
                .map(duty -> {
                    var row = new LinkedHashMap<String, String>();
                    row.put("code", duty.code());
                    if (before.containsKey(duty.code())) {
                        row.put("verdict", before.get(duty.code()).verdict().name());
                        row.put("reason", before.get(duty.code()).reason());
                    }
                    return (Map<String, String>) row;
                })
                .toList();
    }

    private Fact sending(PlanDefinition plan) {
        return new Fact(
                "Khi phê duyệt, gửi đến",
                "%d dòng nơi nhận; %d đơn vị có nhiệm vụ phải xác nhận đã nhận: %s"
                        .formatted(
                                plan.recipients().size(),
                                adoptions.responsibleUnits(plan).size(),
                                facts.namesOf(adoptions.responsibleUnits(plan))));
    }

    private FormView receiving(PlanAdoption adoption, PlanDefinition plan, FormOpened opened) {
        var unit = organisation.unit(opened.variable(PlanAdoptionProcess.UNIT));
        var asked = adoptions.receiptAskedOf(adoption.id(), unit.id()).orElseThrow();
        return new FormView(
                known(
                        adoption,
                        plan,
                        VietnamTime.format(VietnamTime.dateOf(asked.askedAt())),
                        new Fact("Đơn vị nhận", unit.name())),
                Map.of("contact", opened.userId()),
                Map.of(
                        "duties",
                        plans.dutiesOf(plan.id(), unit.id()).stream()
                                .map(duty -> facts.shown(plan, duty))
                                .toList(),
                        "source",
                        plans.plan(plan.id()).sourceText(),
                        "people",
                        organisation.peopleOf(unit.id()).stream()
                                .map(person -> new Choice(person.userId(), person.name()))
                                .toList()));
    }
}
