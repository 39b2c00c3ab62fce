package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;

@RecordApplicationEvents
class DocumentIssueProcessTests extends DocumentScenario {

    private static final Map<String, Object> PASSED = Map.of("passed", true);
    private static final Map<String, Object> HERE = Map.of("act", "HERE", "date", "01/07/2021");

    @Autowired
    DocumentIssueForms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void goesThroughBothChecksAndTheSignatureToTheNumber() {
        var key = handedIn();
        assertThat(task(key, "UserTask_CheckContent").getName())
                .isEqualTo("Kiểm tra nội dung: Báo cáo – Kết quả tuyên truyền quý II");
        toSignature(key);
        desk.as(SIGNER).complete(task(key, "UserTask_Sign"), PASSED);
        desk.as(CLERK).complete(task(key, "UserTask_NumberAndIssue"), HERE);

        var document = register.get(key);
        assertThat(document.status()).isEqualTo(DocumentStatus.ISSUED);
        assertThat(document.issuedBy()).contains(CLERK);
        assertThat(endOf(key)).isEqualTo("EndEvent_DocumentIssued");
        assertThat(events.stream(DocumentIssued.class)
                        .filter(issued -> issued.id().equals(key)))
                .singleElement()
                .satisfies(issued -> {
                    assertThat(issued.number()).isEqualTo(document.number().orElseThrow());
                    assertThat(issued.date()).isEqualTo(LocalDate.of(2021, 7, 1));
                    assertThat(issued.signedBy()).isEqualTo(SIGNER);
                });
        assertThat(told("document:%s:issued".formatted(key))).containsExactlyInAnyOrder(DRAFTER, SIGNER);
    }

    @Test
    void offersEachStepToWhomItConcerns() {
        var key = handedIn();
        seenBy(key, "UserTask_CheckContent", List.of(HEAD, "phong-vhtt.deputy"), List.of(DRAFTER, SIGNER, CLERK));
        desk.as(HEAD).complete(task(key, "UserTask_CheckContent"), PASSED);
        seenBy(key, "UserTask_CheckForm", List.of(FORM_CHECKER, CLERK), List.of(HEAD, SIGNER));
        desk.as(FORM_CHECKER).complete(task(key, "UserTask_CheckForm"), PASSED);
        seenBy(key, "UserTask_Sign", List.of(SIGNER, "ubnd.head"), List.of(HEAD, FORM_CHECKER));
        desk.as(SIGNER).complete(task(key, "UserTask_Sign"), PASSED);
        seenBy(key, "UserTask_NumberAndIssue", List.of(CLERK), List.of(HEAD, SIGNER));
    }

    @Test
    void staysInTheUnitThatIssuesItself() {
        var key = begun(TestMaker.OF_THE_UNIT);
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), handIn("Lịch kiểm tra tháng 7"));
        desk.as("phong-vhtt.deputy").complete(task(key, "UserTask_CheckContent"), PASSED);
        seenBy(key, "UserTask_CheckForm", List.of(DRAFTER, "phong-vhtt.officer-2"), List.of(FORM_CHECKER));
        desk.as("phong-vhtt.officer-2").complete(task(key, "UserTask_CheckForm"), PASSED);
        desk.as(HEAD).complete(task(key, "UserTask_Sign"), PASSED);
        desk.as("phong-vhtt.officer-2").complete(task(key, "UserTask_NumberAndIssue"), HERE);

        assertThat(register.get(key).number().orElseThrow()).endsWith("/TB-VHTT");
    }

    @Test
    void takesTheFileEditedInWordWhenItIsHandedIn() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        var answer = new HashMap<String, Object>(handIn("Kết quả tuyên truyền quý II năm 2021"));
        answer.put(
                "attachments", List.of(edited(key, DRAFTER, "Kiến nghị thêm.").toString()));
        answer.put("what", "Thêm kiến nghị");
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), answer);

        assertThat(register.get(key).title()).isEqualTo("Kết quả tuyên truyền quý II năm 2021");
        assertThat(register.versionsOf(key))
                .extracting(DocumentVersion::changeNote)
                .containsExactly("Thêm kiến nghị", "Soạn tự động");
        assertThat(task(key, "UserTask_CheckContent").getName()).endsWith("quý II năm 2021");
        assertThat(titleInFile(key)).isEqualTo("Kết quả tuyên truyền quý II năm 2021");
    }

    @Test
    void takesTheAbstractEditedInWordSoThatNobodyTypesItAgain() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        var file = entitledInWord(key, "Kết quả tuyên truyền 6 tháng đầu năm 2021");
        var answer = new HashMap<String, Object>(handIn("Kết quả tuyên truyền quý II"));
        answer.put("attachments", List.of(upload(DRAFTER, "van-ban.docx", file).toString()));
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), answer);

        assertThat(register.get(key).title()).isEqualTo("Kết quả tuyên truyền 6 tháng đầu năm 2021");
        assertThat(task(key, "UserTask_CheckContent").getName()).endsWith("6 tháng đầu năm 2021");
        assertThat(register.versionsOf(key)).hasSize(2);
    }

    @Test
    void writesTheAbstractOfTheFormIntoTheFile() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), handIn("Kết quả tuyên truyền nửa đầu năm"));

        assertThat(titleInFile(key)).isEqualTo("Kết quả tuyên truyền nửa đầu năm");
        assertThat(register.versionsOf(key))
                .extracting(DocumentVersion::changeNote)
                .containsExactly("Sửa trích yếu", "Soạn tự động");
    }

    @Test
    void refusesTwoDifferentNewAbstracts() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        var file = entitledInWord(key, "Kết quả trong tệp");
        var answer = new HashMap<String, Object>(handIn("Kết quả trong ô"));
        answer.put("attachments", List.of(upload(DRAFTER, "van-ban.docx", file).toString()));

        assertThat(desk.as(DRAFTER)
                        .refusedWhenCompleting(task(key, "UserTask_Draft"), answer)
                        .reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.field()).isEqualTo("title");
                    assertThat(reason.message())
                            .isEqualTo(
                                    "Tệp Word ghi trích yếu “Kết quả trong tệp”, ô này ghi “Kết quả trong ô”: hãy ghi như nhau.");
                });
    }

    private byte[] entitledInWord(UUID key, String title) {
        return WordReading.edited(
                register.bytesOf(register.current(register.get(key))),
                "word/document.xml",
                "Kết quả tuyên truyền quý II",
                title);
    }

    private String titleInFile(UUID key) {
        return new WordReading(register.bytesOf(register.current(register.get(key))))
                .linesOfStyle("Trích yếu")
                .get(0)
                .words();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserTask_CheckContent", "UserTask_CheckForm", "UserTask_Sign", "UserTask_NumberAndIssue"})
    void comesBackToTheDrafterFromEveryStepWithTheReason(String step) {
        var key = at(step);
        var who = personAt(step);
        var number = step.equals("UserTask_NumberAndIssue");
        Map<String, Object> without = number ? Map.of("act", "RETURN") : Map.of("passed", false);
        var refused = desk.as(who).refusedWhenCompleting(task(key, step), without);
        assertThat(refused.reasons()).extracting("field").containsExactly("remark");

        var returned = new HashMap<>(without);
        returned.put("remark", "Sai số liệu mục 2");
        var task = task(key, step);
        desk.as(who).complete(task, returned);

        var draft = task(key, "UserTask_Draft");
        assertThat(formOf(draft, DRAFTER).known().returned()).singleElement().satisfies(line -> assertThat(line.why())
                .isEqualTo("Sai số liệu mục 2"));
        assertThat(told("document:%s:%s".formatted(key, task.getId()))).contains(DRAFTER);
        desk.as(DRAFTER).complete(draft, handIn("Kết quả tuyên truyền quý II"));
        assertThat(task(key, "UserTask_CheckContent")).as("all checks anew").isNotNull();
        assertThat(register.standingMarks(register.get(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserTask_CheckContent", "UserTask_CheckForm", "UserTask_Sign", "UserTask_NumberAndIssue"})
    void beginsAtTheContentCheckAgainWhenItIsEditedMeanwhile(String step) {
        var key = at(step);
        var before = task(key, step).getId();

        register.upload(key, edited(key, "phong-vhtt.officer-2", "Sửa giữa chừng."), null, "phong-vhtt.officer-2");

        assertThat(desk.openTasks(key.toString())).singleElement().satisfies(task -> {
            assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_CheckContent");
            assertThat(task.getId()).isNotEqualTo(before);
        });
        assertThat(register.standingMarks(register.get(key))).isEmpty();
        assertThat(register.get(key).status()).isEqualTo(DocumentStatus.DRAFT);
        toSignature(key);
        desk.as(SIGNER).complete(task(key, "UserTask_Sign"), PASSED);
    }

    @Test
    void asksTheNextLevelForTheContentWhenAllLeadersWroteOnIt() {
        var key = handedIn();
        register.upload(key, edited(key, HEAD, "Trưởng phòng sửa."), null, HEAD);
        register.upload(key, edited(key, "phong-vhtt.deputy", "Phó Trưởng phòng sửa."), null, "phong-vhtt.deputy");

        seenBy(key, "UserTask_CheckContent", List.of(SIGNER), List.of(HEAD));
        desk.as("ubnd.head").complete(task(key, "UserTask_CheckContent"), PASSED);
    }

    @Test
    void refusesOnesOwnDraftAndLeavesTheTaskOpen() {
        var key = UUID.fromString(desk.as(HEAD)
                .start("document-issue", choice(TestMaker.OF_THE_COMMITTEE))
                .getBusinessKey());
        desk.as(HEAD).complete(task(key, "UserTask_Draft"), handIn("Của trưởng phòng"));

        assertThat(desk.as(HEAD).refusedWhenCompleting(task(key, "UserTask_CheckContent"), PASSED))
                .hasMessageContaining("không ai tự kiểm tra nội dung");
        assertThat(task(key, "UserTask_CheckContent")).isNotNull();
    }

    @Test
    void isNumberedWithTheNumberOfAnotherRegister() {
        var key = at("UserTask_NumberAndIssue");
        var task = task(key, "UserTask_NumberAndIssue");
        assertThat(desk.as(CLERK)
                        .refusedWhenCompleting(task, Map.of("act", "OUTSIDE", "date", "01/07/2021"))
                        .reasons())
                .extracting("field")
                .containsExactly("number");
        assertThat(desk.as(CLERK)
                        .refusedWhenCompleting(
                                task, Map.of("act", "OUTSIDE", "date", "01/07/2021", "number", "812/BC-UBND"))
                        .reasons())
                .extracting("field")
                .containsExactly("attachments");
        assertThat(desk.as(CLERK)
                        .refusedWhenCompleting(task, Map.of("act", "HERE"))
                        .reasons())
                .extracting("field")
                .containsExactly("date");

        var scan = scan(CLERK);
        desk.as(CLERK)
                .complete(
                        task,
                        Map.of(
                                "act",
                                "OUTSIDE",
                                "date",
                                "01/07/2021",
                                "number",
                                "812/BC-UBND-NC",
                                "attachments",
                                List.of(scan.toString())));

        assertThat(register.get(key).number()).contains("812/BC-UBND-NC");
        assertThat(register.get(key).numberedWhere()).contains(NumberedWhere.OUTSIDE);
    }

    @Test
    void isGivenUpWithAReasonAndOnlyWithOne() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        assertThat(desk.as(DRAFTER)
                        .refusedWhenCompleting(task(key, "UserTask_Draft"), Map.of("act", "STOP"))
                        .reasons())
                .extracting("field")
                .containsExactly("reason");
        desk.as(DRAFTER)
                .complete(task(key, "UserTask_Draft"), Map.of("act", "STOP", "reason", "Đã có văn bản của tỉnh"));

        assertThat(endOf(key)).isEqualTo("EndEvent_Abandoned");
        assertThat(register.get(key).status()).isEqualTo(DocumentStatus.ABANDONED);
    }

    @Test
    void offersOnlyWhatAPersonCanHaveMade() {
        var form = forms.of(new FormOpened(null, DRAFTER, null, Map.of()));
        assertThat(form.choices().get("makers"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .contains(TestMaker.KIND);
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("document-issue", Map.of("maker", "khac", "subject", "x"))
                        .reasons())
                .extracting("field")
                .containsExactly("maker");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("document-issue", Map.of("maker", TestMaker.KIND, "subject", "x"))
                        .reasons())
                .extracting("field")
                .containsExactly("subject");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("document-issue", Map.of())
                        .reasons())
                .extracting("field")
                .containsExactly("maker", "subject");
    }

    @Test
    void showsTheNumberThatComesNextAndTheVersions() {
        clock.moveTo(LocalDate.of(2026, 2, 3));
        var key = at("UserTask_NumberAndIssue");

        var form = formOf(task(key, "UserTask_NumberAndIssue"), CLERK);

        assertThat(form.known().facts()).extracting("value").contains("01/BC-UBND");
        assertThat(form.choices().get("document"))
                .asInstanceOf(InstanceOfAssertFactories.type(DocumentFacts.Shown.class))
                .satisfies(shown -> assertThat(shown.marks())
                        .extracting("step")
                        .containsExactly("Ký", "Kiểm tra thể thức", "Kiểm tra nội dung"));
    }

    @Test
    void isSignedByASubstituteByDelegationOrOrder() {
        var substitute = "phong-vhtt.officer-2";
        clock.moveTo(LocalDate.of(2027, 3, 1));
        desk.as(HEAD)
                .start(
                        "absence",
                        Map.of(
                                "person",
                                HEAD,
                                "substitute",
                                substitute,
                                "kind",
                                "LEAVE",
                                "firstDay",
                                "01/03/2027",
                                "lastDay",
                                "03/03/2027",
                                "reason",
                                "Đi họp"));
        desk.runDueJobs();
        var key = begun(TestMaker.OF_THE_UNIT);
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), handIn("Lịch kiểm tra tháng 3"));
        desk.as("phong-vhtt.deputy").complete(task(key, "UserTask_CheckContent"), PASSED);
        desk.as(DRAFTER).complete(task(key, "UserTask_CheckForm"), PASSED);
        assertThat(capacitiesFor(key, substitute)).containsExactly("BY_DELEGATION", "BY_ORDER");
        assertThat(capacitiesFor(key, "phong-vhtt.deputy")).isEmpty();

        desk.as(substitute).complete(task(key, "UserTask_Sign"), Map.of("passed", true, "capacity", "BY_ORDER"));
        clock.moveTo(LocalDate.of(2027, 3, 10));
        desk.runDueJobs();
        desk.as(DRAFTER).complete(task(key, "UserTask_NumberAndIssue"), Map.of("act", "HERE", "date", "10/03/2027"));

        assertThat(roles.signatureOf(register.get(key), substitute, SigningCapacity.BY_ORDER)
                        .authority())
                .containsExactly("TL. TRƯỞNG PHÒNG", "CHUYÊN VIÊN 2");
        assertThat(register.get(key).signingCapacity()).contains(SigningCapacity.BY_ORDER);
    }

    private List<String> capacitiesFor(UUID key, String userId) {
        return ((List<?>) formOf(task(key, "UserTask_Sign"), userId).choices().get("capacities"))
                .stream().map(choice -> ((Choice) choice).value()).toList();
    }

    @Autowired
    DocumentRoles roles;

    @Test
    void endsAtOnceForACallerWhoDraftsAnew() {
        var id = called(true);
        desk.as(HEAD)
                .complete(task(id, "UserTask_CheckContent"), Map.of("passed", false, "remark", "Số liệu chưa khớp"));

        assertThat(callerEndedWith(id)).isEqualTo(true);
        assertThat(documents.returnsOf(id)).singleElement().satisfies(line -> assertThat(line.why())
                .isEqualTo("Số liệu chưa khớp"));
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.DRAFT);
    }

    @Test
    void goesToTheDrafterForACallerWhoDoesNot() {
        var id = called(false);
        desk.as(HEAD).complete(task(id, "UserTask_CheckContent"), Map.of("passed", false, "remark", "Sửa"));
        desk.as("phong-vhtt.officer-2").complete(task(id, "UserTask_Draft"), handIn("Báo cáo"));
        toSignature(id);
        desk.as(SIGNER).complete(task(id, "UserTask_Sign"), PASSED);
        desk.as(CLERK).complete(task(id, "UserTask_NumberAndIssue"), HERE);

        assertThat(callerEndedWith(id)).isEqualTo(false);
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.ISSUED);
    }

    /** A process that calls document-issue with a draft, as reports do. @return the draft, which is the business key too */
    private UUID called(boolean redrafts) {
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("test-caller")
                        .count()
                == 0) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "test-caller.bpmn",
                            Bpmn.createExecutableProcess("test-caller")
                                    .camundaHistoryTimeToLive(1)
                                    .startEvent()
                                    .callActivity()
                                    .calledElement("document-issue")
                                    .camundaIn("document", "document")
                                    .camundaIn("redraftedByCaller", "redraftedByCaller")
                                    .camundaOut("documentReturned", "documentReturned")
                                    .camundaInBusinessKey("#{execution.processBusinessKey}")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        var id = report("Báo cáo theo yêu cầu");
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "test-caller", id.toString(), Map.of("document", id.toString(), "redraftedByCaller", redrafts));
        return id;
    }

    private Object callerEndedWith(UUID key) {
        var history = engine.getHistoryService();
        var caller = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .processDefinitionKey("test-caller")
                .finished()
                .singleResult();
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(caller.getId())
                .variableName("documentReturned")
                .singleResult()
                .getValue();
    }

    private UUID begun(String subject) {
        return UUID.fromString(
                desk.as(DRAFTER).start("document-issue", choice(subject)).getBusinessKey());
    }

    private static Map<String, Object> choice(String subject) {
        return Map.of("maker", TestMaker.KIND, "subject", subject);
    }

    private static Map<String, Object> handIn(String title) {
        return Map.of("act", "HAND_IN", "title", title, "attachments", List.of());
    }

    private UUID handedIn() {
        var key = begun(TestMaker.OF_THE_COMMITTEE);
        desk.as(DRAFTER).complete(task(key, "UserTask_Draft"), handIn("Kết quả tuyên truyền quý II"));
        return key;
    }

    private void toSignature(UUID key) {
        desk.as(HEAD).complete(task(key, "UserTask_CheckContent"), PASSED);
        desk.as(FORM_CHECKER).complete(task(key, "UserTask_CheckForm"), PASSED);
    }

    /** A document that waits at this step. */
    private UUID at(String step) {
        var key = handedIn();
        for (var before : List.of("UserTask_CheckContent", "UserTask_CheckForm", "UserTask_Sign")) {
            if (step.equals(before)) {
                return key;
            }
            desk.as(personAt(before)).complete(task(key, before), PASSED);
        }
        return key;
    }

    private static String personAt(String step) {
        return switch (step) {
            case "UserTask_CheckContent" -> HEAD;
            case "UserTask_CheckForm" -> FORM_CHECKER;
            case "UserTask_Sign" -> SIGNER;
            default -> CLERK;
        };
    }

    private void seenBy(UUID key, String step, List<String> who, List<String> others) {
        var id = task(key, step).getId();
        for (var user : who) {
            assertThat(desk.as(user).sees()).as(user + " sees " + step).anyMatch(task -> task.getId()
                    .equals(id));
        }
        for (var user : others) {
            assertThat(desk.as(user).sees()).as(user + " does not see " + step).noneMatch(task -> task.getId()
                    .equals(id));
        }
    }

    private Task task(UUID key, String definition) {
        return desk.task(key.toString(), definition);
    }

    private FormView formOf(Task task, String userId) {
        var variables = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        variables.values().removeIf(value -> value == null);
        return forms.of(new FormOpened(task.getTaskDefinitionKey(), userId, null, variables));
    }

    private String endOf(UUID key) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key.toString())
                        .singleResult()
                        .getId())
                .activityType("noneEndEvent")
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list()
                .stream()
                .map(end -> end.getActivityId())
                .filter(end -> !end.equals("EndEvent_Approved") && !end.equals("EndEvent_SentBack"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String event) {
        return jdbc.sql(
                        "select d.recipient from notice_delivery d join notice n on n.id = d.notice_id where n.event = ?")
                .param(event)
                .query(String.class)
                .list();
    }
}
