package vn.trienkhai.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Plans;

/** What the forms of inspection-programme.bpmn show. */
@Component
class InspectionProgrammeForms implements FormFacts {

    private final Inspections inspections;
    private final InspectionRules rules;
    private final InspectionFacts facts;
    private final Plans plans;
    private final Clock clock;

    InspectionProgrammeForms(
            Inspections inspections, InspectionRules rules, InspectionFacts facts, Plans plans, Clock clock) {
        this.inspections = inspections;
        this.rules = rules;
        this.facts = facts;
        this.plans = plans;
        this.clock = clock;
    }

    /** A stop as the form edits it. */
    record StopShown(String unit, String visitDate, List<String> inspectors) {}

    @Override
    public String processKey() {
        return InspectionProgrammeDelegates.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return proposing(opened.userId());
        }
        var programme = inspections.programme(UUID.fromString(opened.variable(InspectionProgrammeDelegates.PROGRAMME)));
        return opened.element().equals("UserTask_ReviseInspectionProgramme")
                ? new FormView(
                        facts.of(programme),
                        answerOf(programme),
                        Map.of("plans", List.of(facts.offered(plans.definition(programme.planId())))))
                : FormView.of(facts.of(programme));
    }

    private FormView proposing(String userId) {
        var allowed = rules.plansFor(userId);
        var today = LocalDate.now(clock);
        var answer = new LinkedHashMap<String, Object>();
        if (allowed.size() == 1) {
            answer.put("plan", allowed.get(0).id());
        }
        answer.put("periodFrom", VietnamTime.format(today.withDayOfYear(1)));
        answer.put("periodTo", VietnamTime.format(today));
        answer.put("visits", List.of(new StopShown(null, null, List.of(userId))));
        return new FormView(
                facts.ofPlans(
                        allowed,
                        new Fact(
                                "Phạm vi",
                                allowed.isEmpty()
                                        ? "Đơn vị của bạn không chủ trì kế hoạch nào đang có hiệu lực."
                                        : "Đơn vị có nhiệm vụ theo kế hoạch; lãnh đạo duyệt trước khi thông báo.")),
                answer,
                Map.of("plans", allowed.stream().map(facts::offered).toList()));
    }

    private Map<String, Object> answerOf(InspectionProgramme programme) {
        return Map.of(
                "plan", programme.planId(),
                "name", programme.name(),
                "periodFrom", VietnamTime.format(programme.periodFrom()),
                "periodTo", VietnamTime.format(programme.periodTo()),
                "content", programme.content(),
                "visits",
                        inspections.visitsOf(programme.id()).stream()
                                .map(visit -> new StopShown(
                                        visit.unit(), VietnamTime.format(visit.visitDate()), visit.inspectors()))
                                .toList());
    }
}
