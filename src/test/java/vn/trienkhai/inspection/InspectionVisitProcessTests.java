package vn.trienkhai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.attachment.AttachmentUnknown;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.consistency.Broken;
import vn.trienkhai.consistency.ConsistencyCheck;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Measure;

class InspectionVisitProcessTests extends InspectionScenario {

    private static final String KEY = "inspection-visit";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};
    private static final Map<String, Object> MEND_SPEAKERS =
            Map.of("text", "Sửa cụm loa khu phố 3", "due", "30/07/2021", "duty", "XP-2");
    private static final Map<String, Object> KEEP_LOG =
            Map.of("text", "Ghi sổ nhật ký phát thanh", "due", "31/08/2021");

    @Autowired
    DataSource dataSource;

    @Autowired
    List<ConsistencyCheck> checks;

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    Attachments attachments;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    InspectionVisitForms forms;

    @Autowired
    InspectionCancellationForms cancellationForms;

    @Test
    void goesFromNoticeToConclusionWhereNothingIsRecommended() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.culture-officer");
        conduct(visit);
        confirmMinutes(visit, "duong-dong.head");
        close(visit);

        assertThat(endOf(visit, KEY)).containsExactly("Đã kết thúc kiểm tra");
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.CLOSED);
        assertThat(inspections.followUpOf(visit)).isEmpty();
        assertThat(inspections.visit(visit).conclusion()).contains("Thực hiện tốt kế hoạch");
        assertThat(inspections.historyOfVisit(visit))
                .extracting(InspectionEvent::what)
                .containsExactly(
                        "Gửi thông báo kiểm tra",
                        "Gửi báo cáo tự kiểm tra",
                        "Kiểm tra tại đơn vị, lập biên bản",
                        "Thông qua biên bản",
                        "Kết thúc kiểm tra");
    }

    @Test
    void isMissedWhenItsProcessIsLostOrARecommendationNotAssigned() throws SQLException {
        var visit = recommended("duong-dong", MEND_SPEAKERS);
        var broken = new Broken(dataSource, checks);

        assertThat(broken.contradictions()).noneMatch(line -> line.contains(visit.toString()));
        assertThat(broken.by("update inspection_visit set progress = 'CANCELLED' where id = '%s'", visit))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(visit.toString(), "(Đã hủy)", "mong đợi 0 quy trình đang chạy, gặp 1"));
        assertThat(broken.by(
                        "update inspection_visit set progress = 'AWAITING_CONCLUSION' where id = '%1$s';"
                                + " update inspection_recommendation set assignment_id = null where visit_id = '%1$s'",
                        visit))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(visit.toString(), "kiến nghị “Sửa cụm loa khu phố 3” không thành việc được giao"));
    }

    @Test
    void composesTheMinutesFromTheChecklist() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.culture-officer");
        clock.moveTo(VISIT_DATE);
        var answer = visited(visit, MEND_SPEAKERS, KEEP_LOG);
        answer.put(
                "findings",
                List.of(
                        Map.of("dutyCode", "XP-1", "result", "MET"),
                        Map.of("dutyCode", "XP-2", "result", "NOT_MET", "note", "Loa khu phố 3 hỏng."),
                        Map.of("dutyCode", "XP-3", "result", "NOT_APPLICABLE")));
        desk.as(OFFICER).complete(task(visit, "UserTask_ConductVisit"), answer);
        desk.as("duong-dong.deputy")
                .complete(
                        task(visit, "UserTask_ConfirmMinutes"),
                        Map.of("agreed", false, "reservation", "Loa hỏng do bão, đã báo sửa"));

        assertThat(inspections.visit(visit).reservation()).contains("Loa hỏng do bão, đã báo sửa");
        assertThat(inspections.visit(visit).minutes())
                .contains(
                        """
                        BIÊN BẢN
                        Kiểm tra công tác thông tin, tuyên truyền tại Ủy ban nhân dân phường Dương Đông

                        Căn cứ: Kế hoạch 269/KH-UBND, mục III.1.
                        Chương trình: Kiểm tra quý III/2021.
                        Ngày kiểm tra: 15/07/2021.
                        Người kiểm tra: Chuyên viên 1 Phòng VH&TT – Phòng Văn hóa và Thông tin.
                        Báo cáo tự kiểm tra: đã gửi ngày 01/07/2021.

                        I. KẾT QUẢ KIỂM TRA
                        1. XP-1 – Chỉ đạo cán bộ văn hóa, cán bộ truyền thanh triển khai tuyên truyền: Đạt.
                        2. XP-2 – Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở: Chưa đạt. Loa khu phố 3 hỏng.
                        3. XP-3 – Báo cáo công tác tuyên truyền khi có yêu cầu: Không áp dụng.

                        II. KIẾN NGHỊ
                        1. Sửa cụm loa khu phố 3 (nhiệm vụ XP-2; thời hạn: 30/07/2021)
                        2. Ghi sổ nhật ký phát thanh (thời hạn: 31/08/2021)

                        III. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA
                        Thông qua biên bản, bảo lưu ý kiến: Loa hỏng do bão, đã báo sửa
                        Phó Chủ tịch UBND phường Dương Đông, 15/07/2021 08:00.""");
    }

    @Test
    void asksEachStepOfThoseWhoseStepItIs() {
        var visit = visitTo("duong-dong");
        assertThat(seenBy("phong-vhtt.officer-2", visit, "UserTask_SendNotice")).isTrue();
        assertThat(seenBy("duong-dong.head", visit, "UserTask_SendNotice")).isFalse();
        sendNotice(visit);
        assertThat(seenBy("duong-dong.broadcasting-officer", visit, "UserTask_SubmitSelfReport"))
                .isTrue();
        assertThat(seenBy("duong-to.head", visit, "UserTask_SubmitSelfReport")).isFalse();
        assertThat(task(visit, "UserTask_SubmitSelfReport").getDueDate())
                .isEqualTo(VietnamTime.dueDateOf(LocalDate.of(2021, 7, 13)));
        submitSelfReport(visit, "duong-dong.broadcasting-officer");
        assertThat(seenBy("phong-vhtt.head", visit, "UserTask_ConductVisit")).isTrue();
        conduct(visit);
        assertThat(seenBy("duong-dong.deputy", visit, "UserTask_ConfirmMinutes"))
                .isTrue();
        assertThat(seenBy("duong-dong.culture-officer", visit, "UserTask_ConfirmMinutes"))
                .isFalse();
    }

    @Test
    void goesOnAtTheDayOfTheVisitWithoutASelfReport() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);

        clock.moveTo(VISIT_DATE.minusDays(1).atTime(23, 59).atZone(VietnamTime.ZONE));
        desk.runDueJobs();
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_SubmitSelfReport");
        clock.moveTo(VISIT_DATE.atStartOfDay(VietnamTime.ZONE));
        desk.runDueJobs();

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_ConductVisit");
        assertThat(factsOf(visit, "UserTask_ConductVisit"))
                .contains(new Fact("Báo cáo tự kiểm tra", "chưa gửi báo cáo tự kiểm tra"));
        conduct(visit);
        assertThat(inspections.visit(visit).minutes()).hasValueSatisfying(text -> assertThat(text)
                .contains("Báo cáo tự kiểm tra: chưa gửi báo cáo tự kiểm tra."));
    }

    @Test
    void draftsTheSelfReportFromWhatTheUnitRecorded() {
        recordBroadcasts("tho-chau", LocalDate.of(2021, 6, 20), 12);
        recordBroadcasts("tho-chau", LocalDate.of(2021, 6, 27), 8);
        recordBroadcasts("tho-chau", LocalDate.of(2021, 7, 1), 99); // after the inspected period
        var visit = visitTo("tho-chau");
        sendNotice(visit);

        var view = formOf(visit, "UserTask_SubmitSelfReport");

        assertThat(view.answer())
                .isEqualTo(
                        Map.of(
                                "report",
                                """
                                XP-1 – Chỉ đạo cán bộ văn hóa, cán bộ truyền thanh triển khai tuyên truyền: không có việc được giao; chưa ghi minh chứng.
                                XP-2 – Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở: không có việc được giao; 2 minh chứng (số lượt phát: 20).
                                XP-3 – Báo cáo công tác tuyên truyền khi có yêu cầu: không có việc được giao; chưa ghi minh chứng."""));
        assertThat((List<?>) view.choices().get("evidence")).hasSize(2);
        assertThat(view.known().deadline()).isEqualTo("13/07/2021");
    }

    @Test
    void takesFilesWithTheSelfReportAndFromTheVisit() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        var log = attachments.store("sổ phát.png", PNG, "duong-dong.head");
        desk.as("duong-dong.head")
                .complete(
                        task(visit, "UserTask_SubmitSelfReport"),
                        Map.of(
                                "report",
                                "Kèm sổ phát",
                                "attachments",
                                List.of(log.id().toString())));
        clock.moveTo(VISIT_DATE);
        var photo = attachments.store("loa hỏng.png", PNG, OFFICER);
        var answer = visited(visit);
        answer.put("attachments", List.of(photo.id().toString()));
        desk.as(OFFICER).complete(task(visit, "UserTask_ConductVisit"), answer);

        clock.moveTo(VISIT_DATE.plusMonths(1));
        attachments.sweep();
        assertThat(inspections.visit(visit).selfReportFiles()).containsExactly(log.id());
        assertThat(inspections.visit(visit).visitFiles()).containsExactly(photo.id());
        assertThat(attachments.bytesOf(photo.id())).isEqualTo(PNG);
        for (var reader : List.of("duong-dong.officer", OFFICER, "phong-vhtt.head", "ubnd.head", "van-phong.head")) {
            assertThat(attachments.seenBy(reader, log.id()).id()).as(reader).isEqualTo(log.id());
            assertThat(attachments.seenBy(reader, photo.id()).id()).as(reader).isEqualTo(photo.id());
        }
        for (var stranger : List.of("an-thoi.head", "mttq.head", "admin")) {
            assertThatThrownBy(() -> attachments.seenBy(stranger, photo.id()))
                    .as(stranger)
                    .isInstanceOf(AttachmentUnknown.class);
        }
        assertThat(formOf(visit, "UserTask_ConfirmMinutes").choices().get("visitFiles"))
                .asString()
                .contains("loa hỏng.png");
    }

    @Test
    void asksForAnotherNoticeWhenTheVisitIsPostponed() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.head");
        var silent = desk.as(OFFICER)
                .refusedWhenCompleting(
                        task(visit, "UserTask_ConductVisit"), Map.of("act", "POSTPONE", "newDate", "22/07/2021"));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");

        desk.as(OFFICER)
                .complete(
                        task(visit, "UserTask_ConductVisit"),
                        Map.of("act", "POSTPONE", "newDate", "22/07/2021", "reason", "Biển động"));

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_SendNotice");
        var view = formOf(visit, "UserTask_SendNotice");
        assertThat(view.known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by())
                    .isEqualTo("Chuyên viên 1 Phòng VH&TT – Dời ngày kiểm tra từ 15/07/2021 sang 22/07/2021");
            assertThat(returned.why()).isEqualTo("Biển động");
        });
        desk.as(OFFICER)
                .complete(
                        task(visit, "UserTask_SendNotice"),
                        Map.of("visitDate", "22/07/2021", "content", "Như cũ", "selfReportDue", "20/07/2021"));
        clock.moveTo(VISIT_DATE);
        desk.runDueJobs();
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_SubmitSelfReport");
        assertThat(formOf(visit, "UserTask_SubmitSelfReport").answer())
                .as("what was reported before the day was moved")
                .isEqualTo(Map.of("report", "Đã phát 12 lượt"));
        clock.moveTo(LocalDate.of(2021, 7, 22));
        desk.runDueJobs();
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_ConductVisit");
    }

    @Test
    void isNotPostponedToADayThatHasPassed() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.head");

        var refused = desk.as(OFFICER)
                .refusedWhenCompleting(
                        task(visit, "UserTask_ConductVisit"),
                        Map.of("act", "POSTPONE", "newDate", "01/07/2021", "reason", "Biển động"));

        assertThat(refused.reasons()).extracting("field").containsExactly("newDate");
        assertThat(inspections.visit(visit).visitDate()).isEqualTo(VISIT_DATE);
        assertThat(inspections.historyOfVisit(visit)).hasSize(2);
    }

    @Test
    void leavesTheTaskOpenWhenAnAnswerIsRefused() {
        var visit = visitTo("duong-dong");

        assertThat(refusedFields("phong-vhtt.head", visit, "UserTask_SendNotice", Map.of()))
                .containsExactly("content", "visitDate", "selfReportDue");
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.AWAITING_NOTICE);
        sendNotice(visit);
        assertThat(refusedFields("duong-dong.head", visit, "UserTask_SubmitSelfReport", Map.of("report", " ")))
                .containsExactly("report");
        submitSelfReport(visit, "duong-dong.head");
        clock.moveTo(VISIT_DATE);
        var unfounded = visited(visit);
        unfounded.put(
                "findings",
                List.of(
                        Map.of("dutyCode", "XP-1", "result", "NOT_MET"),
                        Map.of("dutyCode", "XP-2", "result", "MET"),
                        Map.of("dutyCode", "XP-3")));
        assertThat(refusedFields(OFFICER, visit, "UserTask_ConductVisit", unfounded))
                .containsExactly("findings[0].note", "findings[2].result");
        conduct(visit);
        assertThat(refusedFields("duong-dong.head", visit, "UserTask_ConfirmMinutes", Map.of("agreed", false)))
                .containsExactly("reservation");
        confirmMinutes(visit, "duong-dong.head");
        assertThat(refusedFields("phong-vhtt.head", visit, "UserTask_CloseVisit", Map.of("conclusion", "")))
                .containsExactly("conclusion");
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_CloseVisit");
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.AWAITING_CONCLUSION);
    }

    @Test
    void turnsEveryRecommendationIntoAnAssignmentOfTheUnit() {
        var visit = recommended("duong-dong", MEND_SPEAKERS, KEEP_LOG);

        assertThat(inspections.followUpOf(visit))
                .extracting(Assignment::subject)
                .containsExactly(
                        "Kiến nghị sau kiểm tra: Ghi sổ nhật ký phát thanh – UBND phường Dương Đông",
                        "Kiến nghị sau kiểm tra: Sửa cụm loa khu phố 3 – UBND phường Dương Đông");
        assertThat(followUp(visit, "Sửa cụm loa")).satisfies(assignment -> {
            assertThat(assignment.unit()).isEqualTo("duong-dong");
            assertThat(assignment.assigner()).isEqualTo("phong-vhtt");
            assertThat(assignment.due()).contains(LocalDate.of(2021, 7, 30));
            assertThat(assignment.dutyCode()).contains("XP-2");
            assertThat(assignment.workProcess()).isEmpty();
            assertThat(assignment.instruction())
                    .contains("Sửa cụm loa khu phố 3\nTheo biên bản kiểm tra ngày 15/07/2021.");
            assertThat(desk.task(assignment.id().toString(), "UserTask_ConfirmReceipt"))
                    .isNotNull();
        });
        assertThat(followUp(visit, "Ghi sổ").dutyCode()).isEmpty();
        assertThat(inspections.recommendationsOf(visit))
                .extracting(recommendation -> recommendation.assignmentId().isPresent())
                .containsExactly(true, true);
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.FOLLOW_UP);
        assertThat(instance(visit, KEY)).isWaitingAt("CatchEvent_RecommendationsVerified");
    }

    @Test
    void followsARecommendationUntilItIsVerifiedAfterARedo() {
        var visit = recommended("duong-dong", MEND_SPEAKERS);
        var work = followUp(visit, "Sửa cụm loa").id();
        handOut(work, "duong-dong");
        submit(work, "duong-dong", "Đã báo sửa");
        desk.as("phong-vhtt.officer")
                .complete(task(work, "UserTask_ReviewResult"), Map.of("accepted", false, "reason", "Loa vẫn chưa kêu"));
        assertThat(instance(visit, KEY)).isWaitingAt("CatchEvent_RecommendationsVerified");
        submit(work, "duong-dong", "Đã thay loa, phát lại từ 28/7");
        desk.as("phong-vhtt.officer").complete(task(work, "UserTask_ReviewResult"), Map.of("accepted", true));

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_CloseVisit");
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.AWAITING_CONCLUSION);
        assertThat(formOf(visit, "UserTask_CloseVisit").choices().get("followUp"))
                .asString()
                .contains("Sửa cụm loa khu phố 3", "30/07/2021", "Hoàn thành", "Đã thay loa, phát lại từ 28/7");
        close(visit);
        assertThat(endOf(visit, KEY)).containsExactly("Đã kết thúc kiểm tra");
    }

    @Test
    void waitsForTheLastRecommendationWhetherFulfilledOrWithdrawn() {
        var visit = recommended("duong-dong", MEND_SPEAKERS, KEEP_LOG);
        var speakers = followUp(visit, "Sửa cụm loa").id();
        handOut(speakers, "duong-dong");
        submit(speakers, "duong-dong", "Đã sửa");
        desk.as(OFFICER).complete(task(speakers, "UserTask_ReviewResult"), Map.of("accepted", true));
        assertThat(instance(visit, KEY)).isWaitingAt("CatchEvent_RecommendationsVerified");

        assignments.withdraw(followUp(visit, "Ghi sổ").id(), "Đã có sổ điện tử", "phong-vhtt.head");

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_CloseVisit");
        assertThat(inspections.followUpOf(visit))
                .extracting(Assignment::progress)
                .containsExactly(Progress.WITHDRAWN, Progress.FULFILLED);
    }

    @Test
    void noticesTheEndWhenTheLastTwoRecommendationsEndAtTheSameMoment() {
        var visit = recommended("duong-dong", MEND_SPEAKERS, KEEP_LOG);
        var speakers = followUp(visit, "Sửa cụm loa").id();
        var log = followUp(visit, "Ghi sổ").id();
        var otherBegins = new CountDownLatch(1);

        var other = new TransactionTemplate(transactionManager).execute(first -> {
            assignments.withdraw(speakers, "Trung tâm đã sửa", "phong-vhtt.head");
            var second = CompletableFuture.runAsync(() -> {
                otherBegins.countDown();
                assignments.withdraw(log, "Đã có sổ điện tử", "phong-vhtt.deputy");
            });
            awaited(otherBegins);
            return second;
        });
        other.orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_CloseVisit");
        assertThat(inspections.historyOfVisit(visit))
                .filteredOn(event -> event.what().equals("Mọi kiến nghị đã kết thúc"))
                .hasSize(1);
    }

    @Test
    void followsARecommendationThatMovedToAnotherUnit() {
        var visit = recommended("duong-dong", MEND_SPEAKERS);
        var refused = followUp(visit, "Sửa cụm loa").id();
        desk.as("duong-dong.head")
                .complete(
                        task(refused, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Loa do Trung tâm quản lý"));
        desk.as("phong-vhtt.head")
                .complete(
                        task(refused, "UserTask_DecideRefusal"),
                        Map.of("decision", "TRANSFER", "unit", "tt-vhtt", "reason", "Đúng là của Trung tâm"));
        assertThat(instance(visit, KEY)).isWaitingAt("CatchEvent_RecommendationsVerified");

        var moved = inspections.followUpOf(visit).stream()
                .filter(assignment -> assignment.unit().equals("tt-vhtt"))
                .findFirst()
                .orElseThrow();
        handOut(moved.id(), "tt-vhtt");
        submit(moved.id(), "tt-vhtt", "Đã sửa");
        desk.as(OFFICER).complete(task(moved.id(), "UserTask_ReviewResult"), Map.of("accepted", true));

        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_CloseVisit");
        assertThat(formOf(visit, "UserTask_CloseVisit").choices().get("followUp"))
                .asString()
                .contains("Đã chuyển đơn vị", "Trung tâm Văn hóa, Thể thao và Truyền thanh", "Hoàn thành");
    }

    @Test
    void isCancelledBeforeAnybodyHasBeenThere() {
        var programme = approvedProgramme(stop("duong-dong", VISIT_DATE));
        var visit = inspections.visitsOf(programme).get(0).id();
        sendNotice(visit);
        assertThat(cancellationForms
                        .of(new FormOpened(null, OFFICER, null, Map.of()))
                        .choices()
                        .get("visits"))
                .asString()
                .contains(visit.toString());

        desk.as(OFFICER).start("inspection-cancellation", cancellation(visit, "Thanh tra đã kiểm tra"));
        desk.runDueJobs();

        assertThat(endOf(visit, KEY)).containsExactly("Đã hủy kiểm tra");
        assertThat(progressOf(visit)).isEqualTo(VisitProgress.CANCELLED);
        assertThat(endOf(programme, "inspection-programme")).containsExactly("Đã hoàn thành chương trình kiểm tra");
        assertThat(inspections.historyOfVisit(visit)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Hủy cuộc kiểm tra");
            assertThat(event.why()).contains("Thanh tra đã kiểm tra");
        });
    }

    @Test
    void isNotCancelledAfterTheVisitNorByAStrangerNorWithoutAReason() {
        var visit = visitTo("duong-dong");
        assertThatThrownBy(() -> inspections.cancel(visit, "Không muốn", "duong-dong.head"))
                .hasMessage("Chỉ Phòng Văn hóa và Thông tin được hủy cuộc kiểm tra này.");
        var silent = desk.as(OFFICER).refusedWhenStarting("inspection-cancellation", Map.of("visit", visit.toString()));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_SendNotice");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.head");
        conduct(visit);

        var late = desk.as(OFFICER).refusedWhenStarting("inspection-cancellation", cancellation(visit, "Thôi"));

        assertThat(late.getMessage()).contains("Chờ thông qua biên bản");
        assertThat(instance(visit, KEY)).isWaitingAt("UserTask_ConfirmMinutes");
        assertThat(cancellationForms
                        .of(new FormOpened(null, OFFICER, null, Map.of()))
                        .choices()
                        .get("visits"))
                .asString()
                .doesNotContain(visit.toString());
    }

    @Test
    void isWonByOneOfTwoPeopleAndRecordedOnce() {
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        var report = task(visit, "UserTask_SubmitSelfReport");
        engine.getTaskService().claim(report.getId(), "duong-dong.culture-officer");

        assertThatThrownBy(() -> desk.as("duong-dong.head").complete(report, Map.of("report", "Của tôi")))
                .isInstanceOf(TaskAlreadyClaimedException.class);
        var claimed = task(visit, "UserTask_SubmitSelfReport");
        desk.as("duong-dong.culture-officer").complete(claimed, Map.of("report", "Của chúng tôi"));
        assertThatThrownBy(() ->
                        desk.as("duong-dong.culture-officer").complete(claimed, Map.of("report", "Của chúng tôi")))
                .hasMessageContaining("Cannot find task");

        assertThat(inspections.visit(visit).selfReport()).contains("Của chúng tôi");
        assertThat(inspections.historyOfVisit(visit))
                .filteredOn(event -> event.what().equals("Gửi báo cáo tự kiểm tra"))
                .hasSize(1);
    }

    @Test
    void offersTheUnitsDutiesAsChecklist() {
        var visit = visitTo("tt-vhtt");
        sendNotice(visit);
        submitSelfReport(visit, "tt-vhtt.officer");

        var view = formOf(visit, "UserTask_ConductVisit");

        assertThat(view.answer()).asString().contains("TTVH-1", "TTVH-2", "TTVH-3", "01/07/2021");
        assertThat(view.choices().get("duties")).asString().contains("TTVH-2 – Tăng thời lượng");
        assertThat(view.choices().get("results")).asString().contains("Đạt", "Chưa đạt", "Không áp dụng");
        assertThat(view.known().facts()).contains(new Fact("Đơn vị tự báo cáo", "Đã phát 12 lượt"));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private UUID recommended(String unit, Object... recommendations) {
        var visit = visitTo(unit);
        sendNotice(visit);
        submitSelfReport(visit, unit + ".head");
        conduct(visit, recommendations);
        confirmMinutes(visit, unit + ".head");
        desk.runDueJobs();
        return visit;
    }

    private Assignment followUp(UUID visit, String words) {
        return inspections.followUpOf(visit).stream()
                .filter(assignment -> assignment.subject().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private void handOut(UUID assignment, String unit) {
        desk.as(unit + ".head").complete(task(assignment, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(unit + ".head")
                .complete(task(assignment, "UserTask_HandOut"), Map.of("officers", List.of(unit + ".officer")));
    }

    private void submit(UUID assignment, String unit, String result) {
        desk.as(unit + ".officer").complete(task(assignment, "UserTask_SubmitResult"), Map.of("result", result));
    }

    private void recordBroadcasts(String unit, LocalDate day, long count) {
        evidence.record(
                new EvidenceEntry(
                        PLAN_269,
                        unit,
                        "XP-2",
                        null,
                        null,
                        "KENH-04",
                        null,
                        null,
                        null,
                        day,
                        null,
                        null,
                        null,
                        null,
                        Map.of(Measure.BROADCASTS, count),
                        null),
                unit + ".broadcasting-officer");
    }

    private static Map<String, String> cancellation(UUID visit, String reason) {
        return Map.of("visit", visit.toString(), "reason", reason);
    }

    private boolean seenBy(String userId, UUID visit, String element) {
        var id = task(visit, element).getId();
        return desk.as(userId).sees().stream().anyMatch(task -> task.getId().equals(id));
    }

    private List<String> refusedFields(String userId, UUID visit, String element, Map<String, ?> answer) {
        return desk.as(userId).refusedWhenCompleting(task(visit, element), answer).reasons().stream()
                .map(reason -> reason.field())
                .toList();
    }

    private FormView formOf(UUID visit, String element) {
        return forms.of(new FormOpened(element, OFFICER, visit.toString(), Map.of("visit", visit.toString())));
    }

    private List<Fact> factsOf(UUID visit, String element) {
        return formOf(visit, element).known().facts();
    }

    private VisitProgress progressOf(UUID visit) {
        return inspections.visit(visit).progress();
    }
}
