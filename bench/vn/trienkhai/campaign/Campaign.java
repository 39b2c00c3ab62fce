package vn.trienkhai.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * One campaign of a unit from the assignment to the accepted result, as people do it: every step looks its task up, claims
 * it and completes it through the engine's public API, signed in as the person whose step it is. Eleven user tasks, four
 * processes, the ladder of reminders beside them.
 */
abstract class Campaign {

    static final String OFFICER = "phong-kinh-te.officer";
    static final String HEAD = "phong-kinh-te.head";
    private static final String DEPUTY = "phong-kinh-te.deputy";
    private static final String CLERK = "van-phong.officer";
    private static final String LEAD = "phong-vhtt.head";

    private static final Map<String, List<String>> GROUPS = Map.of(
            OFFICER, List.of("phong-kinh-te", "phong-kinh-te.officer"),
            HEAD, List.of("phong-kinh-te", "phong-kinh-te.head"),
            DEPUTY, List.of("phong-kinh-te", "phong-kinh-te.deputy"),
            CLERK, List.of("van-phong", "van-phong.officer"),
            LEAD, List.of("phong-vhtt", "phong-vhtt.head"));

    /** What a step tells the engine. */
    enum Step {
        CONFIRM_RECEIPT("UserTask_ConfirmReceipt", HEAD),
        HAND_OUT("UserTask_HandOut", HEAD),
        CHOOSE_CONTENT("UserTask_ChooseContent", OFFICER),
        DRAFT("UserTask_DraftContent", OFFICER),
        CHECK_CONTENT("UserTask_CheckContent", HEAD),
        CHECK_FORM("UserTask_CheckForm", CLERK),
        APPROVE("UserTask_ApproveContent", DEPUTY),
        CHOOSE_CHANNELS("UserTask_ChooseChannels", OFFICER),
        DISSEMINATE("UserTask_DisseminateOnChannel", OFFICER),
        SUBMIT("UserTask_SubmitResult", OFFICER),
        REVIEW("UserTask_ReviewResult", LEAD);

        private final String task;
        private final String person;

        Step(String task, String person) {
            this.task = task;
            this.person = person;
        }
    }

    final ProcessEngine engine;

    Campaign(ProcessEngine engine) {
        this.engine = engine;
    }

    static Set<String> people() {
        return GROUPS.keySet();
    }

    static List<String> groupsOf(String person) {
        return GROUPS.get(person);
    }

    /** @return business key of the new assignment */
    abstract UUID open();

    abstract Map<String, Object> answer(Step step);

    /** Whatever the program does when the result is accepted and stock Camunda does not by itself. */
    abstract void accepted(UUID key);

    void run() {
        var key = open();
        for (var step : Step.values()) {
            engine.getIdentityService().setAuthentication(step.person, GROUPS.get(step.person));
            try {
                var tasks = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(key.toString())
                        .taskDefinitionKey(step.task)
                        .list();
                if (tasks.isEmpty()) {
                    throw new IllegalStateException("No open " + step.task + " of " + key);
                }
                for (var task : tasks) {
                    engine.getTaskService().claim(task.getId(), step.person);
                    engine.getFormService().submitTaskForm(task.getId(), answer(step));
                }
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
        accepted(key);
    }

    /** How many campaigns came to their end, and no assignment is under way. */
    long done() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("duty-assignment")
                .completed()
                .count();
    }

    long open(String processKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .count();
    }
}
