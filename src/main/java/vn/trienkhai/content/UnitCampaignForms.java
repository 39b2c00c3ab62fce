package vn.trienkhai.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;

/** What the form of unit-campaign.bpmn shows. */
@Component
class UnitCampaignForms implements FormFacts {

    private final Contents contents;
    private final ContentRuns runs;
    private final ContentFacts facts;
    private final Assignments assignments;

    UnitCampaignForms(Contents contents, ContentRuns runs, ContentFacts facts, Assignments assignments) {
        this.contents = contents;
        this.runs = runs;
        this.facts = facts;
        this.assignments = assignments;
    }

    @Override
    public String processKey() {
        return UnitCampaignProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        var assignment = assignments.get(UUID.fromString(opened.variable(UnitCampaignProcess.ASSIGNMENT)));
        var usable = contents.usableBy(assignment.unit(), assignment.planId());
        var own = contents.editableBy(assignment.unit()).stream()
                .filter(content -> content.planId().equals(assignment.planId()))
                .toList();
        var answer = new LinkedHashMap<String, Object>();
        runs.ofAssignment(assignment.id()).stream()
                .map(ChannelRun::content)
                .filter(used -> usable.stream().anyMatch(content -> content.id().equals(used)))
                .findFirst()
                .ifPresent(used -> {
                    answer.put("act", UnitCampaignDelegates.ContentAct.USE.name());
                    answer.put("content", used.toString());
                });
        return new FormView(
                facts.known(assignment.id(), null),
                answer,
                Map.of("usable", facts.choicesOf(usable), "own", facts.choicesOf(own)));
    }
}
