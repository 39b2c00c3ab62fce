package vn.trienkhai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;

class InspectionProgrammeProcessTests extends InspectionScenario {

    private static final String KEY = "inspection-programme";
    private static final String APPROVE = "UserTask_ApproveInspectionProgramme";
    private static final String REVISE = "UserTask_ReviseInspectionProgramme";

    @Autowired
    InspectionProgrammeForms forms;

    @Test
    void startsOneVisitForEachUnitOnceALeaderApproves() {
        var programme =
                approvedProgramme(stop("duong-dong", VISIT_DATE), stop("phong-kinh-te", VISIT_DATE.plusDays(1)));

        var visits = inspections.visitsOf(programme);
        assertThat(visits).extracting("unit").containsExactly("duong-dong", "phong-kinh-te");
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.progress()).isEqualTo(VisitProgress.AWAITING_NOTICE);
            assertThat(instance(visit.id(), "inspection-visit")).isWaitingAt("UserTask_SendNotice");
        });
        assertThat(task(visits.get(0).id(), "UserTask_SendNotice").getName())
                .isEqualTo("Gửi thông báo kiểm tra: VHTT-2 – UBND phường Dương Đông – Kiểm tra quý III/2021");
        assertThat(inspections.programme(programme).status()).isEqualTo(ProgrammeStatus.APPROVED);
    }

    @Test
    void isDecidedByTheLeadersOfTheIssuerAndByNobodyElse() {
        var programme = programmeOf(propose(stop("duong-dong", VISIT_DATE)));
        var decision = task(programme, APPROVE).getId();

        assertThat(desk.as("ubnd.head").sees()).anyMatch(task -> task.getId().equals(decision));
        assertThat(desk.as("ubnd.deputy").sees()).anyMatch(task -> task.getId().equals(decision));
        assertThat(desk.as("phong-vhtt.head").sees())
                .noneMatch(task -> task.getId().equals(decision));
        assertThat(desk.as("duong-dong.head").sees())
                .noneMatch(task -> task.getId().equals(decision));
    }

    @Test
    void comesBackWithTheReasonAndIsApprovedAfterRevision() {
        var programme = returned();

        assertThat(formOf(programme, REVISE).known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by()).isEqualTo("Chủ tịch UBND thành phố – Trả lại chương trình kiểm tra");
            assertThat(returned.why()).isEqualTo("Thêm xã Thổ Châu");
        });
        var revised = new HashMap<>(proposal(List.of(stop("duong-dong", VISIT_DATE), stop("tho-chau", VISIT_DATE))));
        revised.put("act", "RESUBMIT");
        revised.put("name", "Kiểm tra quý III/2021, bổ sung");
        desk.as("phong-vhtt.head").complete(task(programme, REVISE), revised);

        assertThat(task(programme, APPROVE).getName())
                .isEqualTo("Duyệt chương trình kiểm tra: Kiểm tra quý III/2021, bổ sung");
        desk.as("ubnd.head").complete(task(programme, APPROVE), Map.of("approved", true));
        assertThat(inspections.visitsOf(programme)).extracting("unit").containsExactly("duong-dong", "tho-chau");
    }

    @Test
    void endsWithoutInspectionWhenTheLeadAgencyGivesUp() {
        var programme = returned();

        var silent = desk.as(OFFICER).refusedWhenCompleting(task(programme, REVISE), Map.of("act", "GIVE_UP"));
        assertThat(silent.reasons()).extracting("field").containsExactly("reason");
        desk.as(OFFICER)
                .complete(task(programme, REVISE), Map.of("act", "GIVE_UP", "reason", "Trùng đợt của thanh tra"));

        assertThat(endOf(programme, KEY)).containsExactly("Không kiểm tra");
        assertThat(inspections.programme(programme).status()).isEqualTo(ProgrammeStatus.ABANDONED);
        assertThat(inspections.visitsOf(programme)).extracting("progress").containsExactly(VisitProgress.CANCELLED);
    }

    @Test
    void isNotReturnedWithoutAReason() {
        var programme = programmeOf(propose(stop("duong-dong", VISIT_DATE)));

        var refused = desk.as("ubnd.head").refusedWhenCompleting(task(programme, APPROVE), Map.of("approved", false));

        assertThat(refused.reasons()).extracting("field").containsExactly("reason");
        assertThat(instance(programme, KEY)).isWaitingAt(APPROVE);
        assertThat(inspections.programme(programme).status()).isEqualTo(ProgrammeStatus.PROPOSED);
    }

    @Test
    void isNotResubmittedWithAnImpossibleDay() {
        var programme = returned();
        var revised = new HashMap<>(proposal(List.of(stop("duong-dong", LocalDate.of(2021, 6, 1)))));
        revised.put("act", "RESUBMIT");

        var refused = desk.as(OFFICER).refusedWhenCompleting(task(programme, REVISE), revised);

        assertThat(refused.reasons()).extracting("field").containsExactly("visits[0].visitDate");
        assertThat(instance(programme, KEY)).isWaitingAt(REVISE);
        assertThat(inspections.visitsOf(programme)).extracting("visitDate").containsExactly(VISIT_DATE);
    }

    @Test
    void recordsNothingWhenTheStartFormIsRefused() {
        var before = inspections.programmesOf(PLAN_269).size();

        var refused = desk.as(OFFICER)
                .refusedWhenStarting(KEY, proposal(List.of(stop("duong-dong", LocalDate.of(2021, 7, 1)))));

        assertThat(refused.reasons()).extracting("field").containsExactly("visits[0].visitDate");
        assertThat(inspections.programmesOf(PLAN_269)).hasSize(before);
    }

    @Test
    void isCompletedWhenTheLastVisitHasEnded() {
        var programme = approvedProgramme(stop("duong-dong", VISIT_DATE), stop("duong-to", VISIT_DATE));
        for (var visit : inspections.visitsOf(programme)) {
            assertThat(instance(programme, KEY)).isNotNull();
            sendNotice(visit.id());
        }
        clock.moveTo(VISIT_DATE);
        desk.runDueJobs();
        for (var visit : inspections.visitsOf(programme)) {
            conduct(visit.id());
            confirmMinutes(visit.id(), visit.unit() + ".head");
            close(visit.id());
        }
        desk.runDueJobs();

        assertThat(endOf(programme, KEY)).containsExactly("Đã hoàn thành chương trình kiểm tra");
    }

    @Test
    void keepsThePlanFromBeingReplacedWhileItIsOpen() {
        propose(stop("duong-dong", VISIT_DATE));

        assertThat(inspections.openWorkOf(PLAN_269))
                .hasValueSatisfying(open -> assertThat(open).contains("chương trình kiểm tra chưa duyệt xong"));
    }

    @Test
    void offersInItsStartFormThePlanItsUnitsAndItsInspectors() {
        var view = forms.of(new FormOpened(null, OFFICER, null, Map.of()));

        assertThat(view.known().clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.1");
        assertThat(view.known().quote()).startsWith("Kiểm tra việc thực hiện công tác thông tin, tuyên truyền");
        assertThat(view.answer()).asString().contains(PLAN_269, "01/01/2021", "01/07/2021");
        assertThat(view.choices().get("plans"))
                .asString()
                .contains("Ủy ban nhân dân xã Thổ Châu", "Chuyên viên 1 Phòng VH&TT");
    }

    private UUID returned() {
        var programme = programmeOf(propose(stop("duong-dong", VISIT_DATE)));
        desk.as("ubnd.head")
                .complete(task(programme, APPROVE), Map.of("approved", false, "reason", "Thêm xã Thổ Châu"));
        assertThat(instance(programme, KEY)).isWaitingAt(REVISE);
        return programme;
    }

    private FormView formOf(UUID programme, String element) {
        return forms.of(
                new FormOpened(element, OFFICER, programme.toString(), Map.of("programme", programme.toString())));
    }
}
