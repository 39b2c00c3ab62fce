package vn.trienkhai.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;

/** What the process tests of this module share: opening a campaign, drafting, approving, reporting. */
abstract class ContentProcessTest extends ProcessTest {

    static final LocalDate DUE = LocalDate.of(2021, 9, 30);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidenceBook;

    @Autowired
    Attachments attachments;

    @Autowired
    Contents contents;

    @Autowired
    ContentRuns runs;

    @Autowired
    List<FormFacts> forms;

    /** A complete draft; pairs replace or add fields. */
    static Map<String, Object> draft(Object... pairs) {
        var draft = new HashMap<String, Object>();
        draft.put("act", "HAND_IN");
        draft.put("title", "Mô hình nuôi cá lồng bè bền vững");
        draft.put("topic", "ND-3");
        draft.put("subTopics", List.of("ND-3đ"));
        draft.put("formOfWork", "HT-2");
        draft.put("audiences", List.of("DT-04", "DT-09"));
        draft.put("channels", List.of("KENH-07"));
        draft.put("scope", "UNIT");
        draft.put("text", "Hộ nuôi giảm mật độ lồng, thu gom thức ăn thừa.");
        return with(draft, pairs);
    }

    static Map<String, Object> with(Map<String, ?> map, Object... pairs) {
        var changed = new HashMap<String, Object>(map);
        for (int i = 0; i < pairs.length; i += 2) {
            changed.put((String) pairs[i], pairs[i + 1]);
        }
        return changed;
    }

    /** Drafted by hand, checked and signed. @return id of the approved content, which is also its business key */
    UUID approved(String drafter, String unitHead, String formChecker, String signer, Map<String, ?> draft) {
        var key = desk.as(drafter)
                .start("content-production", Map.of("act", "WRITE", "plan", PLAN_269))
                .getBusinessKey();
        desk.as(drafter).complete(desk.task(key, "UserTask_DraftContent"), draft);
        approve(key, unitHead, formChecker, signer);
        return UUID.fromString(key);
    }

    /** A banner text of the Economic Office that its deputy signed. */
    UUID approvedBanner() {
        return approved(
                "phong-kinh-te.officer", "phong-kinh-te.head", "van-phong.officer", "phong-kinh-te.deputy", draft());
    }

    void approve(String key, String unitHead, String formChecker, String signer) {
        desk.as(unitHead).complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as(formChecker).complete(desk.task(key, "UserTask_CheckForm"), Map.of("passed", true));
        desk.as(signer).complete(desk.task(key, "UserTask_ApproveContent"), Map.of("passed", true));
    }

    /** A duty of dissemination, received and handed out. @return the assignment's id */
    UUID campaign(String duty, String unit, String officer) {
        var id = assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        duty,
                        new Origin("programme", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        duty + " – " + unit + " – quý III/2021",
                        null,
                        DUE,
                        "unit-campaign"),
                "phong-vhtt.officer");
        desk.as(unit + ".head").complete(task(id, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head").complete(task(id, "UserTask_HandOut"), Map.of("officers", List.of(officer)));
        return id;
    }

    /** The campaign uses an approved content and waits for its channels. */
    void use(UUID assignment, String officer, UUID content) {
        desk.as(officer)
                .complete(
                        task(assignment, "UserTask_ChooseContent"),
                        Map.of("act", "USE", "content", content.toString()));
    }

    void choose(UUID assignment, String officer, String... channels) {
        var chosen = new ArrayList<Map<String, String>>();
        for (var channel : channels) {
            chosen.add(Map.of("channel", channel));
        }
        desk.as(officer).complete(task(assignment, "UserTask_ChooseChannels"), Map.of("runs", chosen));
    }

    Task task(UUID key, String definition) {
        return desk.task(key.toString(), definition);
    }

    /** The open task on one channel. */
    Task runTask(UUID assignment, String channel) {
        return desk.tasks(assignment.toString(), "UserTask_DisseminateOnChannel").stream()
                .filter(task -> runOf(task).channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task on " + channel));
    }

    ChannelRun runOf(Task task) {
        return runs.get(UUID.fromString((String) engine.getTaskService().getVariable(task.getId(), "run")));
    }

    UUID photo(String by) {
        return attachments.store("bang-ron.png", PNG, by).id();
    }

    Map<String, Object> bannerDone(String by) {
        return Map.of(
                "outcome",
                "DONE",
                "from",
                "01/07/2021",
                "place",
                "đường 30/4",
                "measures",
                Map.of("BANNERS", 3),
                "attachments",
                List.of(photo(by)));
    }

    List<Evidence> evidenceOf(UUID assignment) {
        return evidenceBook.of(assignment);
    }

    /** What the task's form shows to a person. */
    FormView formOf(Task task, String userId) {
        var variables = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        variables.values().removeIf(value -> value == null);
        var definition = engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
        return formOf(definition.getKey(), task.getTaskDefinitionKey(), userId, variables);
    }

    FormView formOf(String processKey, String element, String userId, Map<String, Object> variables) {
        return forms.stream()
                .filter(facts -> facts.processKey().equals(processKey))
                .findFirst()
                .orElseThrow()
                .of(new FormOpened(element, userId, null, variables));
    }

    boolean isOver(UUID key, String processKey) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.toString())
                        .processDefinitionKey(processKey)
                        .count()
                == 0;
    }

    /** Ends that the key's processes reached, by id, sorted. */
    List<String> endsOf(UUID key) {
        var history = engine.getHistoryService();
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.toString()).list().stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(end -> end.getActivityId())
                .sorted()
                .toList();
    }
}
