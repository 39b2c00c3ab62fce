package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.ProgrammeResults.UnitResult;

/** What the forms of work-programme.bpmn show. */
@Component
class WorkProgrammeForms implements FormFacts {

    private final WorkProgrammes programmes;
    private final Plans plans;
    private final PlanHistory history;
    private final Organisation organisation;
    private final ObjectProvider<ProgrammeResults> results;

    WorkProgrammeForms(
            WorkProgrammes programmes,
            Plans plans,
            PlanHistory history,
            Organisation organisation,
            ObjectProvider<ProgrammeResults> results) {
        this.programmes = programmes;
        this.plans = plans;
        this.history = history;
        this.organisation = organisation;
        this.results = results;
    }

    /** A period to choose, dd/MM/yyyy. */
    record PeriodShown(String label, String from, String to) {

        static PeriodShown of(ProgrammePeriod period) {
            return new PeriodShown(period.label(), VietnamTime.format(period.from()), VietnamTime.format(period.to()));
        }
    }

    /** A plan to choose, with what can be chosen of it. */
    record PlanShown(
            String value,
            String label,
            List<PeriodShown> quarters,
            List<PeriodShown> years,
            List<Choice> topics,
            List<Choice> duties,
            List<String> dutyCodes) {}

    /** A line of the programme. @param at its place, from 0 */
    record ItemShown(
            int at,
            String duty,
            String unit,
            String dutyName,
            String unitName,
            String assignerName,
            boolean included,
            String due,
            String instruction) {}

    /** What a unit achieved. */
    record ResultShown(String unit, int onTime, int late, int open, int overdue, int withdrawn) {}

    @Override
    public String processKey() {
        return WorkProgrammeProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return proposing(opened.userId());
        }
        var programme = programmes.get(UUID.fromString(opened.variable(WorkProgrammeProcess.PROGRAMME)));
        var plan = plans.definition(programme.planId());
        return switch (opened.element()) {
            case "UserTask_PrepareProgramme" -> preparing(programme, plan);
            case "UserTask_CloseProgramme" -> closing(programme, plan);
            default ->
                new FormView(
                        known(programme, plan, summaryOf(programme)),
                        Map.of(),
                        Map.of(
                                "items",
                                shown(plan, programme.items().stream())
                                        .filter(ItemShown::included)
                                        .toList()));
        };
    }

    private FormView proposing(String userId) {
        var offered = plans.inForce().stream()
                .filter(plan -> organisation.belongsTo(userId, plan.leadAgency()))
                .map(this::offered)
                .toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("duties", List.of());
        if (offered.size() == 1) {
            answer.put("plan", offered.get(0).value());
            answer.put("duties", offered.get(0).dutyCodes());
        }
        return new FormView(
                Known.of(new Fact(
                        "Phạm vi",
                        "Đơn vị chủ trì lập chương trình cho một kế hoạch đang thực hiện. Báo cáo không nằm trong chương"
                                + " trình: chỉ làm khi có yêu cầu.")),
                answer,
                Map.of("plans", offered));
    }

    private PlanShown offered(PlanDefinition plan) {
        var duties = programmes.programmable(plan);
        return new PlanShown(
                plan.id(),
                plan.number() + " – " + plan.title(),
                rounds(plan, ProgrammePeriod.quarterOf(programmes.today())),
                rounds(plan, ProgrammePeriod.yearOf(programmes.today())),
                plan.topics().stream()
                        .map(topic -> new Choice(topic.code(), topic.code() + " – " + topic.name()))
                        .toList(),
                duties.stream()
                        .map(duty -> new Choice(duty.code(), duty.code() + " – " + duty.name()))
                        .toList(),
                duties.stream().map(Duty::code).toList());
    }

    /** This round and the next, as far as the plan lasts. */
    private static List<PeriodShown> rounds(PlanDefinition plan, ProgrammePeriod current) {
        return Stream.of(current, current.next())
                .filter(round ->
                        plan.period().contains(round.from()) && plan.period().contains(round.to()))
                .map(PeriodShown::of)
                .toList();
    }

    private FormView preparing(WorkProgramme programme, PlanDefinition plan) {
        var items = shown(plan, programme.items().stream()).toList();
        var bulk = new LinkedHashMap<String, String>();
        bulk.put("due", VietnamTime.format(programme.period().to()));
        return new FormView(
                known(programme, plan),
                Map.of("items", items),
                Map.of(
                        "bulk",
                        bulk,
                        "duties",
                        plan.duties().stream()
                                .filter(duty -> programme.duties().contains(duty.code()))
                                .map(duty -> new Choice(duty.code(), duty.code() + " – " + duty.name()))
                                .toList(),
                        "units",
                        programme.items().stream()
                                .map(ProgrammeItem::unit)
                                .distinct()
                                .map(unit ->
                                        new Choice(unit, organisation.unit(unit).name()))
                                .toList()));
    }

    private FormView closing(WorkProgramme programme, PlanDefinition plan) {
        var lines = results.stream()
                .flatMap(found -> found.resultsOf(programme.id()).stream())
                .toList();
        var answer = Map.of("conclusion", conclusionOf(programme, lines));
        return new FormView(
                known(programme, plan, summaryOf(programme)),
                answer,
                Map.of(
                        "results",
                        lines.stream()
                                .map(line -> new ResultShown(
                                        organisation.unit(line.unit()).name(),
                                        line.onTime(),
                                        line.late(),
                                        line.open(),
                                        line.overdue(),
                                        line.withdrawn()))
                                .toList()));
    }

    /** A first sentence with today's figures, to be completed by a person. */
    private static String conclusionOf(WorkProgramme programme, List<UnitResult> lines) {
        return "Kết quả %s: hoàn thành đúng hạn %d việc, hoàn thành muộn %d việc, chưa xong %d việc (quá hạn %d), đã rút %d việc."
                .formatted(
                        programme.label(),
                        lines.stream().mapToInt(UnitResult::onTime).sum(),
                        lines.stream().mapToInt(UnitResult::late).sum(),
                        lines.stream().mapToInt(UnitResult::open).sum(),
                        lines.stream().mapToInt(UnitResult::overdue).sum(),
                        lines.stream().mapToInt(UnitResult::withdrawn).sum());
    }

    private Known known(WorkProgramme programme, PlanDefinition plan, Fact... more) {
        var facts = new ArrayList<Fact>();
        facts.add(PlanFacts.nameOf(plan));
        facts.add(new Fact("Chương trình", programme.name()));
        facts.add(new Fact(
                "Kỳ",
                VietnamTime.format(programme.period().from()) + " – "
                        + VietnamTime.format(programme.period().to())));
        programme
                .topic()
                .map(plan::topic)
                .ifPresent(topic -> facts.add(new Fact("Nội dung trọng tâm", topic.code() + " – " + topic.name())));
        programme.note().ifPresent(note -> facts.add(new Fact("Ghi chú", note)));
        facts.add(new Fact(
                "Người đề xuất",
                programme.proposedBy().map(organisation::nameOf).orElse("Hệ thống, theo kỳ") + ", "
                        + VietnamTime.format(programme.proposedAt())));
        facts.addAll(List.of(more));
        return new Known(
                "Kế hoạch %s, mục %s".formatted(plan.number(), plan.period().clause()),
                plan.period().quote(),
                organisation.unit(plan.issuer()).name(),
                null,
                history.returned(programme.id()),
                facts);
    }

    private static Fact summaryOf(WorkProgramme programme) {
        return new Fact(
                "Số việc giao",
                "%d việc cho %d đơn vị"
                        .formatted(
                                programme.includedItems().size(),
                                programme.includedItems().stream()
                                        .map(ProgrammeItem::unit)
                                        .distinct()
                                        .count()));
    }

    private Stream<ItemShown> shown(PlanDefinition plan, Stream<ProgrammeItem> items) {
        var place = new int[1];
        return items.map(item -> new ItemShown(
                place[0]++,
                item.dutyCode(),
                item.unit(),
                plan.duty(item.dutyCode()).name(),
                organisation.unit(item.unit()).name(),
                organisation.unit(item.assigner()).shortName(),
                item.included(),
                VietnamTime.format(item.due()),
                item.instruction()));
    }
}
