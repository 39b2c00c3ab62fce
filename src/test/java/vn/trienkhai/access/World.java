package vn.trienkhai.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import vn.trienkhai.Desk;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Documents;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/**
 * Things of one unit, Phòng Kinh tế, whose ids others know: what rights are tried on. Made when first asked for; what an allowed
 * change uses up is made anew each time.
 */
@TestComponent
class World {

    static final String UNIT = "phong-kinh-te";
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    private static final String OFFICER = UNIT + ".officer";
    private static final String HEAD = UNIT + ".head";
    private static final LocalDate DUE = LocalDate.of(2030, 12, 31);

    /** The people who try, by their column in the matrix. */
    static final Map<String, String> PEOPLE = people();

    private final ProcessEngine engine;
    private final Assignments assignments;
    private final EvidenceBook evidence;
    private final Attachments attachments;
    private final Documents documents;
    private final Plans plans;
    private final Clock clock;
    private final Desk desk;
    private final Map<String, String> kept = new HashMap<>();

    World(
            ProcessEngine engine,
            Assignments assignments,
            EvidenceBook evidence,
            Attachments attachments,
            Documents documents,
            Plans plans,
            Clock clock) {
        this.engine = engine;
        this.assignments = assignments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.documents = documents;
        this.plans = plans;
        this.clock = clock;
        this.desk = new Desk(engine);
    }

    private static Map<String, String> people() {
        var people = new LinkedHashMap<String, String>();
        people.put("officer", OFFICER);
        people.put("other", "y-te.officer");
        people.put("head", HEAD);
        people.put("lead", "phong-vhtt.head");
        people.put("leader", "ubnd.head");
        people.put("clerk", "van-phong.clerk");
        people.put("mass", "mttq.officer");
        people.put("admin", "admin");
        people.put("anonymous", null);
        return people;
    }

    /** The id of something, kept for the next who asks. */
    String known(String thing) {
        var id = kept.get(thing);
        if (id == null) {
            id = made(thing);
            kept.put(thing, id);
        }
        return id;
    }

    /** The id of something that nobody has touched. */
    String made(String thing) {
        engine.getIdentityService().clearAuthentication();
        return switch (thing) {
            case "plan" -> ProcessTest.PLAN_269;
            case "nothing" -> UUID.randomUUID().toString();
            case "receipt" -> receiptTask();
            case "claimed" -> claimed(receiptTask(), HEAD);
            case "officersTask" -> officersTask();
            case "instance" -> instanceOf(receiptTask());
            case "executable" -> jobOf(receiptTask());
            case "duty" -> duty().toString();
            case "evidenceFile" -> evidenceFile().toString();
            case "upload" -> upload(OFFICER).toString();
            case "draft" -> draft("Dự thảo kín của Phòng Kinh tế").toString();
            case "request" -> request();
            case "list" -> listOf("Việc của đơn vị", UNIT);
            case "account" -> account();
            case "deployment" ->
                engine.getRepositoryService()
                        .createDeploymentQuery()
                        .listPage(0, 1)
                        .get(0)
                        .getId();
            default -> {
                if (thing.startsWith("process:")) {
                    yield definition(thing.substring("process:".length()));
                }
                throw new IllegalArgumentException("No such thing: " + thing);
            }
        };
    }

    private String definition(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }

    UUID duty() {
        return assignments.open(
                new AssignmentOrder(
                        ProcessTest.PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        UNIT,
                        "phong-vhtt",
                        "KT-1b – Việc kín của Phòng Kinh tế",
                        null,
                        DUE,
                        null),
                "phong-vhtt.head");
    }

    String receiptTask() {
        return desk.task(duty().toString(), "UserTask_ConfirmReceipt").getId();
    }

    String claimed(String task, String userId) {
        engine.getTaskService().claim(task, userId);
        return task;
    }

    String officersTask() {
        var duty = duty().toString();
        desk.as(HEAD).complete(desk.task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(HEAD).complete(desk.task(duty, "UserTask_HandOut"), Map.of("officers", List.of(OFFICER)));
        return desk.task(duty, "UserTask_SubmitResult").getId();
    }

    String instanceOf(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
    }

    /** Any job there is; the ladder's timer stands beside each duty. */
    private String jobOf(String task) {
        return engine.getManagementService()
                .createJobQuery()
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    UUID evidenceFile() {
        var file = upload(OFFICER);
        evidence.record(
                new EvidenceEntry(
                        ProcessTest.PLAN_269,
                        UNIT,
                        "KT-1b",
                        duty(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        today(),
                        today(),
                        null,
                        null,
                        null,
                        Map.of(),
                        Set.of(file)),
                OFFICER);
        return file;
    }

    UUID upload(String userId) {
        return attachments.store("anh.png", PNG, userId).id();
    }

    UUID draft(String title) {
        return documents.draft(
                new DocumentOrder(
                        DocumentType.REPORT,
                        UNIT,
                        UNIT,
                        ProcessTest.PLAN_269,
                        List.of("KT-1b"),
                        Urgency.ORDINARY,
                        new DocumentOrder.Source("test", UUID.randomUUID().toString()),
                        new DocumentText(
                                title,
                                List.of(),
                                List.of(),
                                List.of(new DocumentText.Paragraph("Nội dung.")),
                                List.of(),
                                List.of("Như trên"))),
                OFFICER);
    }

    /** Asked by the Chairman, of Phòng Kinh tế alone; figures are counted, no report is made yet. */
    private String request() {
        if (plans.plan(ProcessTest.PLAN_269).status() != PlanStatus.ADOPTED) {
            plans.adopt(ProcessTest.PLAN_269, "ubnd.head");
        }
        var form = new HashMap<String, Object>();
        form.put("plan", ProcessTest.PLAN_269);
        form.put("name", "Báo cáo kín");
        form.put("kind", "TOPICAL");
        form.put("content", "Kết quả tuyên truyền");
        form.put("basisNumber", "1234/UBND-VX");
        form.put("basisDate", VietnamTime.format(today().minusDays(1)));
        form.put("units", List.of(UNIT));
        form.put("from", VietnamTime.format(today().minusDays(90)));
        form.put("to", VietnamTime.format(today()));
        form.put("unitsDue", VietnamTime.format(today().plusDays(20)));
        form.put("wholeDue", VietnamTime.format(today().plusDays(30)));
        form.put("urgency", "ORDINARY");
        form.put("outline", List.of("Kết quả"));
        var started = desk.as("ubnd.head").start("report-on-request", form);
        desk.runDueJobs();
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey();
    }

    private String listOf(String name, String owner) {
        return engine.getFilterService().createTaskFilterQuery().filterName(name).list().stream()
                .filter(list -> owner.equals(list.getProperties().get("ofWhom")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /** An account that nobody uses. */
    private String account() {
        var user = engine.getIdentityService().newUser("tam-" + UUID.randomUUID());
        user.setFirstName("Tạm");
        user.setLastName("");
        user.setPassword(UUID.randomUUID() + "Aa1!");
        engine.getIdentityService().saveUser(user);
        return user.getId();
    }

    LocalDate today() {
        return VietnamTime.dateOf(clock.instant());
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
