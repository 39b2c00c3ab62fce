package vn.trienkhai.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Audience;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.FormOfWork;
import vn.trienkhai.plan.Plan;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.SubTopic;

/** What the forms of content-production.bpmn show. */
@Component
class ContentProductionForms implements FormFacts {

    private final Contents contents;
    private final ContentRuns runs;
    private final ContentFacts facts;
    private final Assignments assignments;
    private final Organisation organisation;
    private final Plans plans;

    ContentProductionForms(
            Contents contents,
            ContentRuns runs,
            ContentFacts facts,
            Assignments assignments,
            Organisation organisation,
            Plans plans) {
        this.contents = contents;
        this.runs = runs;
        this.facts = facts;
        this.assignments = assignments;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** @param quote the clause of the plan */
    record TopicChoice(String value, String label, String quote, List<Choice> subTopics) {}

    @Override
    public String processKey() {
        return ContentProductionProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return beginning(opened.userId());
        }
        var content = UUID.fromString(opened.variable(UnitCampaignProcess.CONTENT));
        var assignment = opened.variable(UnitCampaignProcess.ASSIGNMENT);
        var assignmentId = assignment == null ? null : UUID.fromString(assignment);
        var unit = new Fact(
                "Đơn vị soạn",
                organisation.unit(opened.variable(UnitCampaignProcess.UNIT)).name());
        return switch (opened.element()) {
            case "UserTask_DraftContent" ->
                new FormView(
                        facts.known(assignmentId, content, unit),
                        drafting(content, assignmentId),
                        drafting(opened, content));
            case "UserTask_ApproveContent" ->
                new FormView(
                        facts.known(
                                assignmentId,
                                content,
                                unit,
                                new Fact(
                                        "Thẩm quyền ký duyệt",
                                        Approver.valueOf(opened.variable(ContentProductionProcess.APPROVER))
                                                .label())),
                        Map.of(),
                        facts.shown(content));
            default -> new FormView(facts.known(assignmentId, content, unit), Map.of(), facts.shown(content));
        };
    }

    private FormView beginning(String userId) {
        var unit = organisation.person(userId).map(person -> person.unit());
        var loaded = plans.all();
        var answer = new LinkedHashMap<String, Object>();
        if (loaded.size() == 1) {
            answer.put("plan", loaded.get(0).id());
        }
        return new FormView(
                Known.of(new Fact(
                        "Đơn vị soạn",
                        unit.map(id -> organisation.unit(id).name()).orElse("Tài khoản này không thuộc đơn vị nào"))),
                answer,
                Map.of(
                        "plans",
                        ContentFacts.choices(
                                loaded, Plan::id, plan -> "Kế hoạch " + plan.number() + ": " + plan.title()),
                        "own",
                        facts.choicesOf(unit.map(contents::editableBy).orElse(List.of()))));
    }

    /** What the fields hold: the latest version or, for a new content, the channels that the duty names. */
    private Object drafting(UUID content, UUID assignment) {
        var answer = new LinkedHashMap<String, Object>();
        var latest = contents.versionsOf(content).stream().findFirst().map(ContentVersion::draft);
        answer.put("act", ContentProductionDelegates.DraftAct.HAND_IN.name());
        answer.put("scope", ContentScope.UNIT.name());
        answer.put("subTopics", List.of());
        answer.put("audiences", List.of());
        answer.put("channels", assignment == null ? List.of() : runs.namedBy(assignments.get(assignment)));
        answer.put("attachments", List.of());
        answer.put("files", List.of());
        latest.ifPresent(draft -> {
            answer.put("title", draft.title());
            answer.put("topic", draft.topic());
            answer.put("subTopics", draft.subTopics());
            answer.put("formOfWork", draft.formOfWork());
            answer.put("audiences", draft.audiences());
            answer.put("channels", draft.channels());
            answer.put("scope", draft.scope().name());
            answer.put("text", draft.text());
            answer.put("attachments", draft.attachments());
            answer.put("files", facts.files(draft.attachments()));
        });
        return answer;
    }

    private Map<String, Object> drafting(FormOpened opened, UUID content) {
        var plan = plans.definition(opened.variable(ContentProductionProcess.PLAN));
        var own = runs.channelsFor(plan.id(), opened.variable(UnitCampaignProcess.UNIT));
        var choices = new LinkedHashMap<>(facts.shown(content));
        choices.put("topics", topicsOf(plan));
        choices.put("formsOfWork", ContentFacts.choices(plan.formsOfWork(), FormOfWork::code, FormOfWork::name));
        choices.put("audiences", ContentFacts.choices(plan.audiences(), Audience::code, Audience::name));
        choices.put("ownChannels", ContentFacts.choices(own, Channel::code, Channel::name));
        choices.put(
                "otherChannels",
                ContentFacts.choices(
                        plan.channels().stream()
                                .filter(channel -> !own.contains(channel))
                                .toList(),
                        Channel::code,
                        Channel::name));
        choices.put(
                "scopes",
                ContentFacts.choices(List.of(ContentScope.values()), ContentScope::name, ContentScope::label));
        return choices;
    }

    private static List<TopicChoice> topicsOf(PlanDefinition plan) {
        return plan.topics().stream()
                .map(topic -> new TopicChoice(
                        topic.code(),
                        topic.code() + " – " + topic.name(),
                        topic.quote(),
                        ContentFacts.choices(
                                topic.subTopics(), SubTopic::code, sub -> sub.letter() + ") " + sub.name())))
                .toList();
    }
}
