package vn.trienkhai.assignment;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The way out to overdue-escalation.bpmn and overdue-handling.bpmn. */
@Component
class OverdueEscalationProcess {

    static final String KEY = "overdue-escalation";
    static final String HANDLING_KEY = "overdue-handling";

    /** Id of the assignment, as text; the business key too. */
    static final String ASSIGNMENT = "escalationOf";

    static final String SUBJECT = "subject";

    /** Inputs of escalation-ladder.dmn, and the rungs that it gives. */
    static final String URGENCY = "urgency";

    static final String KIND = "kind";
    static final String LADDER = "ladder";

    /** Since when the ladder stands: reminders that lie before it are not missed. */
    static final String SINCE = "ladderSince";

    static final String ANY_RUNG = "anyRung";
    static final String NEXT_RUNG_AT = "nextRungAt";

    /** Id of the rung to handle, as text. */
    static final String RUNG = "rung";

    /** Candidate groups of whoever handles it, separated by commas. */
    static final String HANDLERS = "handlers";

    private static final String LADDER_ENDED = "ladder-ended";
    private static final String RUNG_LAPSED = "rung-lapsed";

    private final RuntimeService runtimeService;

    OverdueEscalationProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    void clockStarted(Assignment assignment, String kind, Date since) {
        runtimeService.startProcessInstanceByKey(
                KEY,
                assignment.id().toString(),
                Variables.putValue(ASSIGNMENT, assignment.id().toString())
                        .putValue(SUBJECT, assignment.subject())
                        .putValue(URGENCY, assignment.isUrgent() ? "URGENT" : "ORDINARY")
                        .putValue(KIND, kind)
                        .putValue(SINCE, since));
    }

    /** A ladder as it stands. @param next when it is climbed next */
    record Standing(List<Rung> ladder, Instant since, Instant next) {}

    /** Empty if no ladder stands, or it was climbed to its top. */
    Optional<Standing> standing(UUID assignment) {
        return Optional.ofNullable(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(assignment.toString(), KEY)
                        .singleResult())
                .map(instance -> runtimeService.getVariables(instance.getId()))
                .filter(variables -> variables.get(NEXT_RUNG_AT) != null)
                .map(variables -> new Standing(
                        ladderIn(variables.get(LADDER)),
                        ((Date) variables.get(SINCE)).toInstant(),
                        ((Date) variables.get(NEXT_RUNG_AT)).toInstant()));
    }

    @SuppressWarnings("unchecked") // as the decision table gives it
    static List<Rung> ladderIn(Object rows) {
        return ((List<Map<String, Object>>) rows).stream().map(Rung::of).toList();
    }

    /** Nothing if no ladder stands. */
    void clockStopped(UUID assignment) {
        runtimeService
                .createMessageCorrelation(LADDER_ENDED)
                .processInstanceVariableEquals(ASSIGNMENT, assignment.toString())
                .correlateAll();
    }

    void toBeHandled(Assignment assignment, AssignmentRung rung, String groups) {
        runtimeService.startProcessInstanceByKey(
                HANDLING_KEY,
                assignment.id().toString(),
                Variables.putValue(ASSIGNMENT, assignment.id().toString())
                        .putValue(SUBJECT, assignment.subject())
                        .putValue(RUNG, rung.id().toString())
                        .putValue(HANDLERS, groups));
    }

    void lapsed(AssignmentRung rung) {
        runtimeService
                .createMessageCorrelation(RUNG_LAPSED)
                .processInstanceVariableEquals(RUNG, rung.id().toString())
                .correlateAll();
    }
}
