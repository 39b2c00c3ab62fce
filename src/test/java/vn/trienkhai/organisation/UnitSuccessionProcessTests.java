package vn.trienkhai.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.plan.PlanFiles;
import vn.trienkhai.plan.Plans;

/**
 * Units of plan 269 are reorganised on 12/07/2021, as in the reform of 2025: one is renamed, one goes into another, one is
 * abolished, one leaves the territory. Each test has units of its own, so that none needs another to have run.
 */
@TestPropertySource(properties = "spring.application.name=unit-succession")
@DirtiesContext
class UnitSuccessionProcessTests extends ProcessTest {

    private static final String REVIEW = "UserTask_ReviewDryRun";
    private static final String CONFIRM = "UserTask_ConfirmReorganisation";
    private static final String CALL_OFF = "UserTask_CallOffReorganisation";

    @Autowired
    Assignments assignments;

    @Autowired
    Organisation organisation;

    @Autowired
    Plans plans;

    @Autowired
    UnitSuccessionForms forms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsEverythingBeforeAnythingHappens() {
        var work = inProgress("ham-ninh", "KT-1c – UBND xã Hàm Ninh – Tháng 7");
        var succession = start(form("MERGE", List.of("ham-ninh"), "duong-to"));

        assertThat(succession).isWaitingAt(REVIEW);
        var view = forms.of(new FormOpened(
                REVIEW,
                "admin",
                succession.getBusinessKey(),
                Map.of(UnitSuccessionProcess.REORGANISATION, succession.getBusinessKey())));
        assertThat(view.known().facts())
                .extracting("label", "value")
                .containsExactly(
                        tuple("Hình thức", "Sáp nhập, hợp nhất"),
                        tuple("Đơn vị kết thúc", "Ủy ban nhân dân xã Hàm Ninh"),
                        tuple("Đơn vị tiếp nhận", "Ủy ban nhân dân xã Dương Tơ"),
                        tuple("Căn cứ", "Văn bản số 1654/NQ-UBTVQH15 ngày 30/06/2021 của Ủy ban Thường vụ Quốc hội"),
                        tuple("Ngày hiệu lực", "01/07/2021"),
                        tuple("Người nhập", "admin"));
        assertThat(view.choices().get("blocking"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        assertThat(view.choices().get("items"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("kind", "what", "becomes")
                .contains(
                        tuple(
                                "Việc được giao",
                                "KT-1c – UBND xã Hàm Ninh – Tháng 7",
                                "UBND xã Dương Tơ làm tiếp, hạn giữ nguyên 30/07/2021"),
                        tuple(
                                "Bước đang chờ",
                                "Trình kết quả: KT-1c – UBND xã Hàm Ninh – Tháng 7",
                                "Chuyển sang danh sách việc của UBND xã Dương Tơ"),
                        tuple(
                                "Người",
                                "Chủ tịch UBND xã Hàm Ninh (ham-ninh.head)",
                                "Nguyên Chủ tịch UBND xã Hàm Ninh"));
        assertThat(organisation.unit("ham-ninh").isInForce()).isTrue();
        assertThat(assignments.get(work).unit()).isEqualTo("ham-ninh");

        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", false));

        assertThat(succession).isEnded().hasPassed("EndEvent_ReorganisationDropped");
        assertThat(organisation.unit("ham-ninh").isInForce()).isTrue();
    }

    @Test
    void mergesAtOnceAndEverythingGoesOnWhereItStands() {
        var work = inProgress("cua-can", "KT-1c – UBND xã Cửa Cạn – Tháng 7");
        var closed = inProgress("cua-can", "KT-1c – UBND xã Cửa Cạn – đã xong");
        submitAndAccept(closed, "cua-can");
        var waiting = open("cua-can", "phong-vhtt", "KT-1c – UBND xã Cửa Cạn – chưa nhận");
        var sameOfSuccessor = inProgress("ganh-dau", "KT-1c – UBND xã Gành Dầu – Tháng 7");
        var succession = confirmed(form("MERGE", List.of("cua-can"), "ganh-dau"));

        assertThat(succession).isEnded().hasPassed("EndEvent_Reorganised").hasNotPassed(CALL_OFF);
        var former = organisation.unit("cua-can");
        assertThat(former.name()).isEqualTo("Ủy ban nhân dân xã Cửa Cạn");
        assertThat(former.nameAndWhatItIsNow()).isEqualTo("Ủy ban nhân dân xã Cửa Cạn (nay là UBND xã Gành Dầu)");
        assertThat(former.endedOn()).isEqualTo(LocalDate.of(2021, 7, 1));
        assertThat(organisation.units()).extracting(Unit::id).doesNotContain("cua-can");

        assertThat(assignments.get(closed).unit()).as("closed stays").isEqualTo("cua-can");
        assertThat(assignments.get(work)).satisfies(passed -> {
            assertThat(passed.unit()).isEqualTo("ganh-dau");
            assertThat(passed.progress()).isEqualTo(Progress.IN_PROGRESS);
            assertThat(passed.due()).contains(LocalDate.of(2021, 7, 30));
            assertThat(passed.officers()).containsExactly("cua-can.officer");
            assertThat(passed.subject()).isEqualTo("KT-1c – UBND xã Cửa Cạn – Tháng 7");
        });
        assertThat(assignments.historyOf(work)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Chuyển từ UBND xã Cửa Cạn sang UBND xã Gành Dầu");
            assertThat(event.why())
                    .contains("Sáp nhập, hợp nhất theo văn bản số 1654/NQ-UBTVQH15 ngày 30/06/2021"
                            + " của Ủy ban Thường vụ Quốc hội");
            assertThat(event.actor()).contains("ubnd.head");
        });
        assertThat(assignments.get(sameOfSuccessor).progress())
                .as("two pieces of one duty at one unit stay two")
                .isEqualTo(Progress.IN_PROGRESS);

        assertThat(candidateGroups(desk.task(work.toString(), "UserTask_SubmitResult")))
                .containsExactlyInAnyOrder("ganh-dau.head", "ganh-dau.deputy");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroupIn(List.of("cua-can", "cua-can.head", "cua-can.deputy", "cua-can.officer"))
                        .includeAssignedTasks()
                        .count())
                .isZero();
        submitAndAccept(work, "cua-can", "cua-can.officer");
        desk.as("ganh-dau.head")
                .complete(desk.task(waiting.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        assertThat(assignments.get(waiting).progress()).isEqualTo(Progress.AWAITING_HANDOUT);
        assertThat(desk.as("cua-can.head").sees()).as("leads nothing there").isEmpty();

        assertThat(organisation.person("cua-can.officer")).hasValueSatisfying(person -> {
            assertThat(person.unit()).isEqualTo("ganh-dau");
            assertThat(person.post()).isEqualTo("ganh-dau.officer-cua-can");
        });
        assertThat(groupsOf("cua-can.officer")).containsExactlyInAnyOrder("ganh-dau", "ganh-dau.officer-cua-can");
        assertThat(organisation.belongsTo("ganh-dau.head", "cua-can"))
                .as("reads what it took over")
                .isTrue();
        assertThat(plans.ownersOf(PLAN_269, "XP-1"))
                .extracting(Unit::id)
                .contains("ganh-dau")
                .doesNotContain("cua-can");
        assertThat(items(succession)).contains("Việc được giao: KT-1c – UBND xã Cửa Cạn – Tháng 7");
    }

    @Test
    void becomesANewUnitWhoseLeadersAreThoseOfTheFirst() {
        var work = inProgress("phong-kinh-te", "KT-1c – Phòng Kinh tế – Tháng 7");
        var asked = open("cua-duong", "phong-kinh-te", "Phòng Kinh tế giao");
        desk.as("cua-duong.head")
                .complete(
                        desk.task(asked.toString(), "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không thuộc chức năng"));
        var form = form("RENAME", List.of("phong-kinh-te"), null);
        form.put("newUnit", economyAndUrban());

        var succession = confirmed(form);

        assertThat(succession).isEnded().hasPassed("EndEvent_Reorganised");
        assertThat(organisation.unit("phong-kt-ht-dt"))
                .satisfies(unit -> assertThat(unit.symbol()).isEqualTo("KTHTDT"));
        assertThat(organisation.leadGroupsOf("phong-kt-ht-dt"))
                .containsExactly("phong-kt-ht-dt.head", "phong-kt-ht-dt.deputy");
        assertThat(organisation.person("phong-kinh-te.head")).hasValueSatisfying(person -> {
            assertThat(person.post()).isEqualTo("phong-kt-ht-dt.head");
            assertThat(person.name()).isEqualTo("Trưởng phòng Kinh tế, Hạ tầng và Đô thị");
        });
        assertThat(organisation.leads("phong-kinh-te.head", "phong-kt-ht-dt")).isTrue();
        assertThat(candidateGroups(desk.task(work.toString(), "UserTask_SubmitResult")))
                .containsExactlyInAnyOrder("phong-kt-ht-dt.head", "phong-kt-ht-dt.deputy");
        assertThat(assignments.get(asked).assigner()).isEqualTo("phong-kt-ht-dt");
        desk.as("phong-kinh-te.officer")
                .complete(
                        desk.task(asked.toString(), "UserTask_DecideRefusal"),
                        Map.of("decision", "WITHDRAW", "reason", "Đồng ý"));
        assertThat(assignments.get(asked).progress()).isEqualTo(Progress.WITHDRAWN);
        assertThat(plans.dutiesOf(PLAN_269, "phong-kt-ht-dt"))
                .extracting(duty -> duty.code())
                .contains("KT-2a");

        startsAgainWithTheChartOf2021();
    }

    /** The chart names the unit that ended: it stays ended, its successor stays, and both have their people. */
    private void startsAgainWithTheChartOf2021() {
        var chart = new OrganisationChart(
                List.of(
                        new Unit("phong-kinh-te", "Phòng Kinh tế", "Phòng Kinh tế", UnitKind.AGENCY),
                        new Unit("an-thoi", "Ủy ban nhân dân phường An Thới", "UBND phường An Thới", UnitKind.COMMUNE)),
                List.of(
                        new Post("phong-kinh-te", "head", "Trưởng phòng Kinh tế"),
                        new Post("an-thoi", "head", "Chủ tịch UBND phường An Thới")),
                List.of(
                        new Person("phong-kinh-te.head", "Trưởng phòng Kinh tế", "phong-kinh-te", "phong-kinh-te.head"),
                        new Person("an-thoi.head", "Chủ tịch UBND phường An Thới", "an-thoi", "an-thoi.head")),
                List.of(new UnitGroup("named-in-a-plan", "Hai đơn vị", List.of("phong-kinh-te", "an-thoi"))));

        organisation.establish(chart);

        assertThat(organisation.unit("phong-kinh-te").isInForce()).isFalse();
        assertThat(organisation.person("phong-kinh-te.head"))
                .hasValueSatisfying(person -> assertThat(person.unit()).isEqualTo("phong-kt-ht-dt"));
        assertThat(organisation.expand("named-in-a-plan"))
                .extracting(Unit::id)
                .containsExactly("phong-kt-ht-dt", "an-thoi");
        assertThat(groupsOf("phong-kinh-te.head")).containsExactlyInAnyOrder("phong-kt-ht-dt", "phong-kt-ht-dt.head");
    }

    @Test
    void loadingThePlanAgainResurrectsNothing() {
        confirmed(form("MERGE", List.of("quy-dat-thu"), "duong-to"), List.of("quy-dat-thu"));
        var original = PlanFiles.in(Path.of("plans/269-kh-ubnd-2021"));
        assertThat(plans.load(original).outcome()).hasToString("UNCHANGED");
        assertThat(organisation.unit("quy-dat-thu").isInForce()).isFalse();
    }

    @Test
    void goesBackToWhoEnteredItWhenTheLeaderDoesNotAgree() {
        var succession = start(form("ABOLISH", List.of("duong-dong"), null));
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", true));
        assertThat(candidateGroups(task(succession, CONFIRM))).containsExactlyInAnyOrder("ubnd.head", "ubnd.deputy");

        assertThat(desk.as("ubnd.head")
                        .refusedWhenCompleting(task(succession, CONFIRM), Map.of("confirmed", false))
                        .reasons())
                .extracting("field", "message")
                .containsExactly(tuple("reason", "Chưa điền lý do trả lại."));
        desk.as("ubnd.head")
                .complete(task(succession, CONFIRM), Map.of("confirmed", false, "reason", "Chờ nghị quyết"));

        assertThat(succession).isWaitingAt(REVIEW);
        var view = forms.of(new FormOpened(
                REVIEW,
                "admin",
                succession.getBusinessKey(),
                engine.getTaskService().getVariables(task(succession, REVIEW).getId()).entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        assertThat(view.known().facts())
                .extracting("label", "value")
                .contains(tuple("Chưa thực hiện", "Chủ tịch UBND thành phố trả lại: Chờ nghị quyết"));
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", false));
        assertThat(organisation.unit("duong-dong").isInForce()).isTrue();
    }

    @Test
    void waitsForTheDayAndHappensThen() {
        var work = inProgress("bai-thom", "KT-1c – UBND xã Bãi Thơm – Tháng 7");
        var form = form("LEAVE", List.of("bai-thom"), null);
        form.put("effectiveOn", "12/07/2021");

        var succession = confirmed(form);

        assertThat(succession).isWaitingAt(CALL_OFF);
        assertThat(organisation.unit("bai-thom").isInForce()).isTrue();
        clock.moveTo(at("2021-07-11T23:59"));
        desk.runDueJobs();
        assertThat(succession).isWaitingAt(CALL_OFF);
        clock.moveTo(at("2021-07-12T00:00"));
        desk.runDueJobs();

        assertThat(succession).isEnded().hasPassed("BoundaryEvent_EffectiveDay", "EndEvent_Reorganised");
        assertThat(organisation.unit("bai-thom").nameAndWhatItIsNow())
                .isEqualTo("Ủy ban nhân dân xã Bãi Thơm (kết thúc ngày 12/07/2021)");
        assertThat(assignments.get(work)).satisfies(ended -> {
            assertThat(ended.progress()).isEqualTo(Progress.WITHDRAWN);
            clock.moveTo(LocalDate.of(2021, 9, 1));
            assertThat(ended.isLateAt(clock.instant())).as("not overdue").isFalse();
        });
        assertThat(assignments.historyOf(work)).last().satisfies(event -> assertThat(event.why())
                .contains("Ra khỏi địa bàn theo văn bản số 1654/NQ-UBTVQH15 ngày 30/06/2021"
                        + " của Ủy ban Thường vụ Quốc hội"));
        assertThat(desk.openTasks(work.toString())).isEmpty();
        assertThat(groupsOf("bai-thom.head")).as("an account without rights").isEmpty();
        assertThat(organisation.nameOf("bai-thom.head")).isEqualTo("Chủ tịch UBND xã Bãi Thơm");
        assertThat(plans.ownersOf(PLAN_269, "XP-1")).extracting(Unit::id).doesNotContain("bai-thom");
    }

    @Test
    void isCalledOffByALeaderBeforeItsDay() {
        var form = form("ABOLISH", List.of("duong-dong"), null);
        form.put("effectiveOn", "12/07/2021");
        var succession = confirmed(form);

        desk.as("ubnd.deputy").complete(task(succession, CALL_OFF), Map.of("reason", "Nghị quyết được thay"));

        assertThat(succession).isEnded().hasPassed("EndEvent_ReorganisationCalledOff");
        clock.moveTo(LocalDate.of(2021, 7, 13));
        desk.runDueJobs();
        assertThat(organisation.unit("duong-dong").isInForce()).isTrue();
    }

    @Test
    void goesBackWhenSomethingCameUpBeforeItsDay() {
        var form = form("ABOLISH", List.of("tho-chau"), null);
        form.put("effectiveOn", "12/07/2021");
        var succession = confirmed(form);
        var asked = open("an-thoi", "tho-chau", "UBND xã Thổ Châu giao");

        clock.moveTo(at("2021-07-12T00:00"));
        desk.runDueJobs();

        assertThat(succession).hasPassed("BoundaryEvent_ReorganisationBlocked").isWaitingAt(REVIEW);
        assertThat(organisation.unit("tho-chau").isInForce()).isTrue();
        assertThat(succession)
                .variables()
                .containsEntry(
                        UnitSuccessionProcess.RETURNED_WHY,
                        "Đến ngày hiệu lực còn vướng: Việc đã giao cho đơn vị khác “UBND xã Thổ Châu giao”"
                                + " (Phải duyệt xong, rút hoặc chọn đơn vị tiếp nhận trước).");
        assignments.withdraw(asked, "Không cần nữa", "tho-chau.head");
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", true));
        desk.as("ubnd.head").complete(task(succession, CONFIRM), Map.of("confirmed", true));

        assertThat(succession).isEnded().hasPassed("EndEvent_Reorganised");
        assertThat(organisation.unit("tho-chau").endedOn()).isEqualTo(LocalDate.of(2021, 7, 12));
    }

    @Test
    void knowsEveryVariableThatModelsNameGroupsBy() throws IOException {
        try (var models = Files.walk(Path.of("processes"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var named = Pattern.compile("candidateGroups=\"\\$\\{(\\w+)}\"")
                        .matcher(Files.readString(model))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertThat(UnitSuccessionProcess.NAMING_UNITS)
                        .as(model.toString())
                        .containsAll(named);
            }
        }
    }

    @Test
    void leavesNothingWithoutAnOwner() {
        var succession = start(form("ABOLISH", List.of("phong-vhtt"), null));
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", true));

        var refused = desk.as("ubnd.head").refusedWhenCompleting(task(succession, CONFIRM), Map.of("confirmed", true));

        assertThat(refused.getMessage())
                .startsWith("Chưa sắp xếp được, còn vướng: ")
                .contains(
                        "Vai trò trong kế hoạch “Chủ trì Kế hoạch 269/KH-UBND” (Phải chọn đơn vị tiếp nhận vai trò này)");
        assertThat(organisation.unit("phong-vhtt").isInForce()).isTrue();
        desk.as("ubnd.head").complete(task(succession, CONFIRM), Map.of("confirmed", false, "reason", "Còn vướng"));
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", false));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refused(form("MERGE", List.of("an-thoi"), null)))
                .containsExactly(tuple("successor", "Chưa chọn đơn vị tiếp nhận, hoặc điền đơn vị mới."));
        assertThat(refused(form("MERGE", List.of("an-thoi"), "an-thoi")))
                .containsExactly(tuple("successor", "UBND phường An Thới cũng được kê là kết thúc."));
        assertThat(refused(form("LEAVE", List.of("an-thoi"), "duong-to")))
                .containsExactly(tuple("successor", "Đơn vị ra khỏi địa bàn: không có đơn vị tiếp nhận ở đây."));
        assertThat(refused(form("RENAME", List.of("an-thoi", "duong-to"), null)))
                .containsExactly(tuple("units", "Đổi tên: mong đợi một đơn vị, gặp 2."));
        assertThat(refused(form("RENAME", List.of("an-thoi"), null)))
                .containsExactly(tuple("newUnit.name", "Chưa điền tên đầy đủ của đơn vị mới."));
        assertThat(refused(form("ABOLISH", List.of("khong-co"), null)))
                .containsExactly(tuple("units", "Không có đơn vị “khong-co”."));
        var taken = form("RENAME", List.of("an-thoi"), null);
        taken.put(
                "newUnit",
                Map.of("name", "Đơn vị", "shortName", "Dương Tơ", "kind", "COMMUNE", "headTitle", "Chủ tịch"));
        assertThat(refused(taken))
                .containsExactly(tuple("newUnit.shortName", "Đã có đơn vị mang mã “duong-to”: hãy chọn tên gọn khác."));
        var early = form("ABOLISH", List.of("an-thoi"), null);
        early.put("effectiveOn", "29/06/2021");
        assertThat(refused(early))
                .containsExactly(
                        tuple("effectiveOn", "Mong đợi không trước ngày văn bản, 30/06/2021, gặp 29/06/2021."));
        var undated = form("ABOLISH", List.of("an-thoi"), null);
        undated.put("basisDate", "02/07/2021");
        assertThat(refused(undated))
                .containsExactly(tuple("basisDate", "Mong đợi không sau hôm nay, 01/07/2021, gặp 02/07/2021."));
        assertThat(refused(Map.of("kind", "ABOLISH", "units", List.of("an-thoi"))))
                .contains(
                        tuple("basisNumber", "Chưa điền số, ký hiệu văn bản."),
                        tuple("effectiveOn", "Chưa điền ngày hiệu lực."));
    }

    @Test
    void isEnteredByAdministratorsAndNobodyConfirmsTheirOwn() {
        assertThatThrownBy(
                        () -> desk.as("ubnd.head").start("unit-succession", form("ABOLISH", List.of("an-thoi"), null)))
                .isInstanceOf(AuthorizationException.class);
        var succession = start(form("ABOLISH", List.of("an-thoi"), null));

        assertThat(desk.as("admin")
                        .refusedWhenStarting("unit-succession", form("MERGE", List.of("duong-dong"), "an-thoi"))
                        .getMessage())
                .isEqualTo("UBND phường An Thới đã có trong một đợt sắp xếp chưa xong:"
                        + " giải thể – UBND phường An Thới, từ 01/07/2021.");
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", true));
        var own = task(succession, CONFIRM);
        engine.getTaskService().addCandidateUser(own.getId(), "admin");
        assertThat(desk.as("admin")
                        .refusedWhenCompleting(own, Map.of("confirmed", true))
                        .getMessage())
                .isEqualTo("Bạn là người nhập đợt sắp xếp này: người khác phải xác nhận.");
        engine.getTaskService().setAssignee(own.getId(), null);
        desk.as("ubnd.head").complete(task(succession, CONFIRM), Map.of("confirmed", false, "reason", "Thôi"));
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", false));
        assertThat(jdbc.sql("select act from audit_entry where subject = :id order by sequence")
                        .param("id", succession.getBusinessKey())
                        .query(String.class)
                        .list())
                .containsSubsequence("REORGANISATION_ENTERED", "REORGANISATION_RETURNED", "REORGANISATION_DROPPED");
    }

    private static ZonedDateTime at(String text) {
        return LocalDateTime.parse(text).atZone(VietnamTime.ZONE);
    }

    private static Map<String, Object> form(String kind, List<String> units, String successor) {
        var form = new HashMap<String, Object>();
        form.put("kind", kind);
        form.put("units", units);
        if (successor != null) {
            form.put("successor", successor);
        }
        form.put("basisNumber", "1654/NQ-UBTVQH15");
        form.put("basisDate", "30/06/2021");
        form.put("basisAgency", "Ủy ban Thường vụ Quốc hội");
        form.put("effectiveOn", "01/07/2021");
        return form;
    }

    private static Map<String, Object> economyAndUrban() {
        return Map.of(
                "name", "Phòng Kinh tế, Hạ tầng và Đô thị",
                "shortName", "Phòng KT-HT-ĐT",
                "kind", "AGENCY",
                "symbol", "KTHTDT",
                "headTitle", "Trưởng phòng Kinh tế, Hạ tầng và Đô thị");
    }

    private ProcessInstance start(Map<String, Object> form) {
        return desk.as("admin").start("unit-succession", form);
    }

    /** The key of the instance is set while it starts. */
    private ProcessInstance confirmed(Map<String, Object> form) {
        var succession = start(form);
        desk.as("admin").complete(task(succession, REVIEW), Map.of("submitted", true));
        desk.as("ubnd.head").complete(task(succession, CONFIRM), Map.of("confirmed", true));
        return succession;
    }

    private ProcessInstance confirmed(Map<String, Object> form, List<String> first) {
        organisation.establish(new OrganisationChart(
                first.stream()
                        .map(id -> new Unit(id, "Đơn vị " + id, id, UnitKind.AGENCY))
                        .toList(),
                first.stream().map(id -> new Post(id, "head", "Trưởng " + id)).toList(),
                List.of(),
                List.of()));
        return confirmed(form);
    }

    private List<Tuple> refused(Map<String, Object> form) {
        return desk.as("admin").refusedWhenStarting("unit-succession", form).reasons().stream()
                .map(reason -> tuple(reason.field(), reason.message()))
                .toList();
    }

    private Task task(ProcessInstance succession, String id) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(succession.getId())
                .taskDefinitionKey(id)
                .singleResult();
    }

    private List<String> candidateGroups(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private List<String> groupsOf(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    private List<String> items(ProcessInstance succession) {
        return jdbc.sql("select kind, what from reorganisation_item where reorganisation_id = :id")
                .param("id", UUID.fromString(succession.getBusinessKey()))
                .query((row, number) -> row.getString(1) + ": " + row.getString(2))
                .list();
    }

    private UUID open(String unit, String assigner, String subject) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1c",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        assigner,
                        subject,
                        "Tuyên truyền",
                        LocalDate.of(2021, 7, 30),
                        null),
                assigner + ".head");
    }

    private UUID inProgress(String unit, String subject) {
        var work = open(unit, "phong-vhtt", subject);
        var head = unit + ".head";
        desk.as(head).complete(desk.task(work.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(head)
                .complete(
                        desk.task(work.toString(), "UserTask_HandOut"), Map.of("officers", List.of(unit + ".officer")));
        return work;
    }

    private void submitAndAccept(UUID work, String unit) {
        submitAndAccept(work, unit, unit + ".officer");
    }

    private void submitAndAccept(UUID work, String unit, String officer) {
        desk.as(officer).complete(desk.task(work.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã làm"));
        desk.as("phong-vhtt.officer")
                .complete(desk.task(work.toString(), "UserTask_ReviewResult"), Map.of("accepted", true));
        assertThat(assignments.get(work)).extracting(Assignment::progress).isEqualTo(Progress.FULFILLED);
    }
}
