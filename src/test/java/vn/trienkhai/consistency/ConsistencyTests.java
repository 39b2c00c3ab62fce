package vn.trienkhai.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.Campaign;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.attachment.Attachments;

/** Each rule is broken by hand, in a transaction that is rolled back: the check names what was broken, and nothing else. */
class ConsistencyTests extends ProcessTest {

    @Autowired
    Assignments assignments;

    @Autowired
    Attachments attachments;

    @Autowired
    List<ConsistencyCheck> checks;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UUID closed;
    private UUID underWay;
    private UUID fresh;

    @BeforeEach
    void workInEveryStage() {
        closed = carriedUpTo(Campaign.REVIEW);
        underWay = carriedUpTo(Campaign.CHOOSE_CHANNELS);
        fresh = open();
    }

    @Test
    void findsNothingInWorkAsItIs() throws SQLException {
        assertThat(contradictions())
                .noneMatch(sentence -> sentence.contains(closed.toString())
                        || sentence.contains(underWay.toString())
                        || sentence.contains(fresh.toString()));
    }

    @Test
    void namesAnOpenAssignmentWithoutItsProcess() throws SQLException {
        assertThat(whenBrokenBy(
                        "update act_ru_execution set business_key_ = 'x' where business_key_ = '%s'"
                                + " and id_ in (select id_ from act_hi_procinst where proc_def_key_ = 'duty-assignment')",
                        fresh))
                .anySatisfy(line -> assertThat(line).contains("Việc " + fresh, "mong đợi 1 quy trình đang chạy, gặp 0"))
                .anySatisfy(line -> assertThat(line).contains("duty-assignment", "cho việc x, không có trong sổ"));
    }

    @Test
    void namesAClosedAssignmentThatStillRuns() throws SQLException {
        assertThat(whenBrokenBy("update assignment set progress = 'FULFILLED' where id = '%s'", fresh))
                .anySatisfy(line -> assertThat(line).contains("Việc " + fresh, "mong đợi 0 quy trình đang chạy, gặp 1"))
                .anySatisfy(line ->
                        assertThat(line).contains("Việc " + fresh, "mong đợi không có bậc thang nhắc việc, gặp 1"))
                .anySatisfy(line -> assertThat(line).contains("Việc " + fresh, "nhật ký trạng thái"));
    }

    @Test
    void namesARunningClockWithoutLadderOrTimer() throws SQLException {
        assertThat(whenBrokenBy(
                        "update act_ru_execution set business_key_ = 'x' where business_key_ = '%s'"
                                + " and id_ in (select id_ from act_hi_procinst where proc_def_key_ = 'overdue-escalation')",
                        fresh))
                .anySatisfy(line ->
                        assertThat(line).contains("Việc " + fresh, "mong đợi 1 bậc thang nhắc việc đang chạy, gặp 0"));
        assertThat(whenBrokenBy(
                        "delete from act_ru_job where process_instance_id_ in"
                                + " (select id_ from act_ru_execution where business_key_ = '%s')",
                        fresh))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(fresh.toString(), "mong đợi 1 hẹn giờ, gặp 0"));
    }

    @Test
    void namesARungThatNobodyIsAskedToHandle() throws SQLException {
        clock.moveTo(LocalDate.of(2021, 10, 20));
        desk.runDueJobs();

        assertThat(contradictions()).noneMatch(line -> line.contains(fresh.toString()));
        assertThat(whenBrokenBy("update assignment_rung set lapsed_at = reached_at where assignment_id = '%s'", fresh))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(fresh.toString(), "Quyết định việc quá hạn"));
    }

    @Test
    void namesAServedChannelWithoutEvidence() throws SQLException {
        assertThat(whenBrokenBy("update channel_run set evidence_id = null where assignment_id = '%s'", closed))
                .anySatisfy(line -> assertThat(line).contains("KENH-07", "phong-kinh-te", "sổ không có minh chứng"))
                .anySatisfy(line -> assertThat(line).contains("không thuộc lượt tuyên truyền nào"));
    }

    @Test
    void namesAPlannedChannelThatNobodyIsAskedToServe() throws SQLException {
        assertThat(whenBrokenBy(
                        "delete from act_ru_variable where name_ = 'run' and proc_inst_id_ in"
                                + " (select id_ from act_ru_execution where business_key_ = '%s')",
                        underWay))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("KENH-07", "mong đợi 1 bước đang chờ, gặp 0"));
    }

    @Test
    void namesAFileThatIsGoneOrAnother() throws SQLException {
        var file = "(select attachment_id from evidence_attachment where evidence_id in"
                + " (select id from evidence where assignment_id = '%s'))";

        assertThat(whenBrokenBy("delete from attachment_content where attachment_id in " + file, closed))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("bang-ron.png", "evidence:", "mất nội dung"));
        assertThat(whenBrokenBy("update attachment set sha256 = 'x' where id in " + file, closed))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("bang-ron.png", "SHA-256"));
    }

    @Test
    void namesATaskThatIsLost() throws SQLException {
        var task = desk.task(fresh.toString(), "UserTask_ConfirmReceipt").getId();

        assertThat(whenBrokenBy(
                        "delete from act_ru_identitylink where task_id_ = '%1$s'; delete from act_ru_task where id_ = '%1$s'",
                        task))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Nhận việc", fresh.toString(), "không còn việc nào"));
    }

    @Test
    void namesAnInstanceThatHistoryDoesNotKnowAsRunning() throws SQLException {
        assertThat(whenBrokenBy(
                        "update act_hi_procinst set end_time_ = start_time_ where business_key_ = '%s'"
                                + " and proc_def_key_ = 'duty-assignment'",
                        fresh))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("duty-assignment", fresh.toString(), "lịch sử"));
    }

    @Test
    void namesAJobThatFailedForGoodUntilSomebodyExplainsIt() throws SQLException {
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(fresh.toString(), "overdue-escalation")
                        .singleResult()
                        .getId())
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        try {
            assertThat(contradictions()).anySatisfy(line -> assertThat(line).contains(job.getId(), "thôi thử lại"));

            var incident = engine.getRuntimeService()
                    .createIncidentQuery()
                    .configuration(job.getId())
                    .singleResult();
            engine.getRuntimeService().setAnnotationForIncidentById(incident.getId(), "Chờ sửa lịch nghỉ");

            assertThat(contradictions()).noneMatch(line -> line.contains(job.getId()));
        } finally {
            engine.getManagementService().setJobRetries(job.getId(), 3);
        }
    }

    @Test
    void namesMailThatIsLost() throws SQLException {
        var ofFresh = "(select d.mail_id from notice_delivery d join notice n on n.id = d.notice_id"
                + " where n.business_key = '%s')";

        assertThat(whenBrokenBy(
                        "update notice_mail set next_attempt_at = null, state = 'WAITING' where id in " + ofFresh,
                        fresh))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("phong-kinh-te.", "không được gửi tiếp"));
        assertThat(whenBrokenBy(
                        "update notice_delivery set mail_id = null where notice_id in"
                                + " (select id from notice where business_key = '%s')",
                        fresh))
                .anySatisfy(line -> assertThat(line).contains("phải gửi ngay cho phong-kinh-te.head mà không có thư"))
                .anySatisfy(line -> assertThat(line).contains("không báo tin nào"));
        assertThat(whenBrokenBy(
                        "delete from notice_delivery where notice_id in"
                                + " (select id from notice where business_key = '%s')",
                        fresh))
                .anySatisfy(line -> assertThat(line).contains("không đến ai"));
    }

    @Test
    void namesAGapAmongTheNumbersOfDocuments() throws SQLException {
        var document =
                "insert into document (id, version, type, issuer, drafter, plan_id, urgency, source_kind, source_id,"
                        + " title, search_text, status, current_version, drafted_by, drafted_at, listed_on, number_year,"
                        + " sequence_number, number_text, numbered_where) values ('%s', 0, 'LETTER', 'thu', 'thu', 'p',"
                        + " 'NONE', 'k', 'i', 't', 't', 'ISSUED', 1, 'b', timestamp '2021-07-01 08:00:00', date '2021-07-01',"
                        + " 2021, %s, '%d/T', '%s');";
        var sequence = "insert into document_number values ('thu', 'LETTER', 2021, 5, null);";
        var first = document.formatted(UUID.randomUUID(), "1", 1, "HERE");
        var fourth = document.formatted(UUID.randomUUID(), "4", 4, "HERE");
        var fifth = document.formatted(UUID.randomUUID(), "5", 5, "HERE");
        var thirdFromElsewhere = document.formatted(UUID.randomUUID(), "null", 3, "OUTSIDE");

        assertThat(whenBrokenBy(sequence + first + fourth + fifth))
                .extracting(line -> line.replaceAll(".*2021: ", ""))
                .containsExactly("thiếu số 2.", "thiếu số 3.");
        assertThat(whenBrokenBy(sequence + first + thirdFromElsewhere + fourth + fifth))
                .isEmpty();
        assertThat(whenBrokenBy(sequence + first + thirdFromElsewhere + fourth))
                .extracting(line -> line.replaceAll(".*2021: ", ""))
                .containsExactly("thiếu số 5.");
    }

    @Test
    void saysItInWordsAndByTheExitCode() {
        var said = new StringWriter();

        assertThat(CheckConsistency.report(
                        List.of(
                                new Consistency.Finding("Tệp đính kèm", List.of()),
                                new Consistency.Finding("Tin báo và thư", List.of("Tin “A” (e) không đến ai."))),
                        new PrintWriter(said)))
                .isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly(
                        "Tệp đính kèm: khớp",
                        "Tin báo và thư: 1 chỗ không khớp",
                        "  Tin “A” (e) không đến ai.",
                        "KẾT LUẬN: 1 chỗ KHÔNG khớp.");
        assertThat(CheckConsistency.report(
                        List.of(new Consistency.Finding("Tệp đính kèm", List.of())), new PrintWriter(said)))
                .isZero();
    }

    private UUID open() {
        return transaction.execute(status ->
                assignments.open(Campaign.order("KT-2a – đối chiếu", LocalDate.of(2021, 9, 30)), "phong-vhtt.officer"));
    }

    private UUID carriedUpTo(Campaign last) {
        var id = open();
        for (var step : Campaign.values()) {
            if (step.compareTo(last) <= 0) {
                var proof = step == Campaign.DISSEMINATE
                        ? attachments
                                .store("bang-ron.png", Campaign.PICTURE, step.person())
                                .id()
                        : null;
                desk.as(step.person())
                        .complete(desk.task(id.toString(), step.task()), step.answer("01/07/2021", proof));
            }
        }
        return id;
    }

    private List<String> contradictions() throws SQLException {
        return new Broken(dataSource, checks).contradictions();
    }

    private List<String> whenBrokenBy(String statements, Object... values) throws SQLException {
        return new Broken(dataSource, checks).by(statements, values);
    }
}
