package vn.trienkhai.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.EvidenceShown;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.content.ContentCorrectionDelegates.CorrectionAct;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/** What the forms of content-correction.bpmn show. */
@Component
class ContentCorrectionForms implements FormFacts {

    private final Contents contents;
    private final ContentRuns runs;
    private final ContentFacts facts;
    private final AssignmentFacts assignmentFacts;
    private final EvidenceBook evidence;
    private final Organisation organisation;
    private final Plans plans;

    ContentCorrectionForms(
            Contents contents,
            ContentRuns runs,
            ContentFacts facts,
            AssignmentFacts assignmentFacts,
            EvidenceBook evidence,
            Organisation organisation,
            Plans plans) {
        this.contents = contents;
        this.runs = runs;
        this.facts = facts;
        this.assignmentFacts = assignmentFacts;
        this.evidence = evidence;
        this.organisation = organisation;
        this.plans = plans;
    }

    /** A content that is out, and where. */
    record OutChoice(String value, String label, List<Choice> runs) {}

    @Override
    public String processKey() {
        return ContentCorrectionProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return requesting(opened.userId());
        }
        var act = CorrectionAct.valueOf(opened.variable(ContentCorrectionProcess.CORRECTION_ACT));
        var known = Known.of(
                new Fact(
                        "Đơn vị đề nghị",
                        organisation
                                .unit(opened.variable(UnitCampaignProcess.UNIT))
                                .name()),
                new Fact("Người đề nghị", organisation.nameOf(opened.variable(ContentProductionProcess.INITIATOR))),
                new Fact("Đề nghị", act.label()),
                new Fact("Lý do", opened.variable(ContentCorrectionProcess.REASON)),
                new Fact(
                        "Nội dung",
                        "true".equals(opened.variable(ContentCorrectionProcess.STOP_USE))
                                ? "ngừng dùng, muốn dùng lại phải duyệt lại"
                                : "vẫn được dùng"));
        var content = UUID.fromString(opened.variable(UnitCampaignProcess.CONTENT));
        return opened.element().equals("UserTask_ApproveCorrection")
                ? deciding(opened, known, content)
                : correcting(known, act, runs.get(UUID.fromString(opened.variable(ChannelDisseminationProcess.RUN))));
    }

    private FormView requesting(String userId) {
        var unit = organisation.person(userId).map(person -> person.unit());
        var out = unit.map(runs::outBy).orElse(List.of());
        var byContent = out.stream()
                .collect(Collectors.groupingBy(ChannelRun::content, LinkedHashMap::new, Collectors.toList()));
        return new FormView(
                Known.of(new Fact("Phạm vi", "Nội dung đơn vị mình đã phát hành trên các kênh")),
                Map.of("runs", List.of(), "stopUse", false),
                Map.of(
                        "contents",
                        byContent.entrySet().stream()
                                .map(entry -> new OutChoice(
                                        entry.getKey().toString(),
                                        contents.get(entry.getKey()).title(),
                                        entry.getValue().stream()
                                                .map(run -> new Choice(run.id().toString(), labelOf(run)))
                                                .toList()))
                                .toList()));
    }

    private FormView deciding(FormOpened opened, Known known, UUID content) {
        var chosen = (List<?>) opened.variables().get(ChannelDisseminationProcess.RUNS);
        var choices = new LinkedHashMap<>(facts.shown(content));
        choices.put(
                "evidence",
                chosen.stream()
                        .map(id -> shown(runs.get(UUID.fromString((String) id))))
                        .toList());
        return new FormView(known, Map.of(), choices);
    }

    private FormView correcting(Known known, CorrectionAct act, ChannelRun run) {
        var channel = plans.definition(run.planId()).channel(run.channel());
        var recorded = evidence.get(run.evidence().orElseThrow());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("attachments", List.of());
        if (act == CorrectionAct.CORRECT) {
            recorded.place().ifPresent(place -> answer.put("place", place));
            recorded.link().ifPresent(link -> answer.put("link", link));
            answer.put("measures", recorded.measures());
        }
        return new FormView(
                known,
                answer,
                Map.of(
                        "evidence", List.of(shown(run)),
                        "act", act.name(),
                        "measures", ContentFacts.choices(channel.measures(), Measure::name, Measure::label)));
    }

    private EvidenceShown shown(ChannelRun run) {
        return assignmentFacts.shown(
                plans.definition(run.planId()), evidence.get(run.evidence().orElseThrow()));
    }

    private String labelOf(ChannelRun run) {
        var shown = shown(run);
        return shown.channel() + ", " + shown.when()
                + (shown.place().isEmpty() ? "" : ", " + shown.place())
                + (shown.measures().isEmpty() ? "" : " (" + shown.measures() + ")");
    }
}
