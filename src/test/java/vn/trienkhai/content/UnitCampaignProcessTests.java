package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Measure;

class UnitCampaignProcessTests extends ContentProcessTest {

    private static final String UNIT = "phong-kinh-te";
    private static final String OFFICER = "phong-kinh-te.officer";
    private static final String HEAD = "phong-kinh-te.head";

    @Test
    void writesANewContentAndBringsItOut() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        desk.as(OFFICER).complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        assertThat(task(duty, "UserTask_DraftContent").getName())
                .isEqualTo("Soạn nội dung: KT-2a – phong-kinh-te – quý III/2021");
        desk.as(OFFICER).complete(task(duty, "UserTask_DraftContent"), draft());
        approve(duty.toString(), HEAD, "van-phong.officer", "phong-kinh-te.deputy");
        choose(duty, OFFICER, "KENH-07");
        desk.as(OFFICER).complete(runTask(duty, "KENH-07"), bannerDone(OFFICER));

        assertThat(task(duty, "UserTask_SubmitResult")).isNotNull();
        assertThat(endsOf(duty))
                .containsExactly(
                        "EndEvent_ChannelsServed",
                        "EndEvent_ContentApproved",
                        "EndEvent_Disseminated",
                        "EndEvent_RunDone");
        assertThat(evidenceOf(duty)).singleElement().satisfies(entry -> {
            assertThat(entry.measures()).containsExactly(Map.entry(Measure.BANNERS, 3L));
            assertThat(entry.dutyCode()).contains("KT-2a");
        });
    }

    @Test
    void startsADraftWithTheChannelsThatTheDutyNames() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        desk.as(OFFICER).complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));

        assertThat(formOf(task(duty, "UserTask_DraftContent"), OFFICER).answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("channels", List.of("KENH-06", "KENH-07", "KENH-08", "KENH-17"));
    }

    @Test
    void usesAnApprovedContentOfTheUnitWithoutDraftingAgain() {
        var content = approvedBanner();
        var duty = campaign("KT-2a", UNIT, OFFICER);

        var form = formOf(task(duty, "UserTask_ChooseContent"), OFFICER);
        assertThat(form.choices().get("usable"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .contains(content.toString());
        assertThat(form.known().clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.2");
        use(duty, OFFICER, content);

        assertThat(task(duty, "UserTask_ChooseChannels")).isNotNull();
    }

    @Test
    void usesAContentForAllUnitsButNotThatOfAnotherUnit() {
        var own = approved("phong-vhtt.officer", "phong-vhtt.head", "van-phong.officer", "phong-vhtt.deputy", draft());
        var shared = approved(
                "phong-vhtt.officer",
                "phong-vhtt.head",
                "van-phong.officer",
                "ubnd.head",
                draft("scope", "ALL_UNITS", "channels", List.of("KENH-04", "KENH-07")));
        var duty = campaign("XP-2", "duong-to", "duong-to.broadcasting-officer");

        var refused = desk.as("duong-to.broadcasting-officer")
                .refusedWhenCompleting(
                        task(duty, "UserTask_ChooseContent"), Map.of("act", "USE", "content", own.toString()));
        assertThat(refused).hasMessageContaining("chỉ dành riêng cho đơn vị soạn");
        use(duty, "duong-to.broadcasting-officer", shared);
        choose(duty, "duong-to.broadcasting-officer", "KENH-04");

        assertThat(runTask(duty, "KENH-04")).isNotNull();
    }

    @Test
    void revisesAContentOfTheUnitAndHasItSignedAnew() {
        var content = approvedBanner();
        var duty = campaign("KT-2a", UNIT, OFFICER);
        desk.as(OFFICER)
                .complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "REVISE", "content", content.toString()));
        desk.as(OFFICER).complete(task(duty, "UserTask_DraftContent"), draft("text", "Bản cho quý III."));
        approve(duty.toString(), HEAD, "van-phong.officer", "phong-kinh-te.deputy");

        assertThat(contents.get(content).approvedVersion()).contains(2);
        assertThat(task(duty, "UserTask_ChooseChannels")).isNotNull();
    }

    @Test
    void doesNotUseWhatIsNotApproved() {
        var content = approvedBanner();
        desk.as(OFFICER).start("content-production", Map.of("act", "REVISE", "content", content.toString()));
        desk.as(OFFICER).complete(task(content, "UserTask_DraftContent"), draft("text", "Đang sửa."));
        var duty = campaign("KT-2a", UNIT, OFFICER);

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseContent"),
                                Map.of("act", "USE", "content", content.toString())))
                .hasMessageContaining("chưa được duyệt");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseContent"),
                                Map.of("act", "REVISE", "content", content.toString())))
                .hasMessageContaining("đang được soạn hoặc chờ duyệt");
    }

    @Test
    void asksWhichContent() {
        var duty = campaign("KT-2a", UNIT, OFFICER);

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(task(duty, "UserTask_ChooseContent"), Map.of("act", "USE"))
                        .reasons())
                .extracting("field")
                .containsExactly("content");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(task(duty, "UserTask_ChooseContent"), Map.of())
                        .reasons())
                .extracting("field")
                .containsExactly("act");
    }

    @Test
    void endsWithoutContentWhenTheUnitStopsWriting() {
        var duty = campaign("KT-1a", UNIT, OFFICER);
        desk.as(OFFICER).complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        desk.as(HEAD)
                .complete(task(duty, "UserTask_DraftContent"), Map.of("act", "STOP", "reason", "Chờ tài liệu tỉnh"));

        assertThat(endsOf(duty)).containsExactly("EndEvent_DraftingStopped", "EndEvent_NoContent");
        assertThat(task(duty, "UserTask_SubmitResult")).isNotNull();
    }

    @Test
    void offersWhatWasUsedBeforeWhenTheResultComesBack() {
        var content = approvedBanner();
        var duty = campaign("KT-2a", UNIT, OFFICER);
        use(duty, OFFICER, content);
        choose(duty, OFFICER, "KENH-07");
        desk.as(OFFICER).complete(runTask(duty, "KENH-07"), bannerDone(OFFICER));
        desk.as(OFFICER).complete(task(duty, "UserTask_SubmitResult"), Map.of("result", "Đã treo 3 băng rôn"));
        desk.as("phong-vhtt.head")
                .complete(
                        task(duty, "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Treo thêm ở An Thới"));

        var form = formOf(task(duty, "UserTask_ChooseContent"), OFFICER);
        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("act", "USE")
                .containsEntry("content", content.toString());
        assertThat(form.known().returned()).extracting("why").contains("Treo thêm ở An Thới");
        use(duty, OFFICER, content);
        choose(duty, OFFICER, "KENH-07");
        desk.as(OFFICER).complete(runTask(duty, "KENH-07"), bannerDone(OFFICER));

        assertThat(evidenceOf(duty)).hasSize(2);
        assertThat(task(duty, "UserTask_SubmitResult")).isNotNull();
    }

    @Test
    void laysDownTheDraftWhenTheAssignmentIsWithdrawn() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        desk.as(OFFICER).complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        desk.as(OFFICER).complete(task(duty, "UserTask_DraftContent"), draft("title", "Rút giữa chừng"));
        assignments.withdraw(duty, "Kế hoạch thay đổi", "phong-vhtt.head");

        assertThat(desk.openTasks(duty.toString())).isEmpty();
        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.WITHDRAWN);
        assertThat(contents.editableBy(UNIT))
                .filteredOn(content -> content.title().equals("Rút giữa chừng"))
                .singleElement()
                .satisfies(content -> assertThat(content.status()).isEqualTo(ContentStatus.STOPPED));
    }

    @Test
    void cancelsPlannedChannelsWhenTheAssignmentIsWithdrawn() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        use(duty, OFFICER, approvedBanner());
        choose(duty, OFFICER, "KENH-07", "KENH-17");
        desk.as(OFFICER).complete(runTask(duty, "KENH-07"), bannerDone(OFFICER));
        assignments.withdraw(duty, "Kế hoạch thay đổi", "phong-vhtt.head");

        assertThat(runs.ofAssignment(duty))
                .extracting(ChannelRun::channel, ChannelRun::status)
                .containsExactly(tuple("KENH-07", RunStatus.DONE), tuple("KENH-17", RunStatus.CANCELLED));
        assertThat(evidenceOf(duty)).hasSize(1);
    }

    @Test
    void isSeenByTheOfficersAndTheLeadsOnly() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        var choosing = task(duty, "UserTask_ChooseContent").getId();

        for (var person : List.of(OFFICER, HEAD, "phong-kinh-te.deputy")) {
            assertThat(desk.as(person).sees()).anyMatch(task -> task.getId().equals(choosing));
        }
        assertThat(desk.as("y-te.head").sees()).noneMatch(task -> task.getId().equals(choosing));
    }

    @Test
    void hasNoDueDateWhereTheAssignmentHasNone() {
        var order = new AssignmentOrder(
                PLAN_269,
                "TTVH-3",
                new Origin("programme", UUID.randomUUID().toString()),
                "tt-vhtt",
                "phong-vhtt",
                "TTVH-3",
                null,
                null,
                "unit-campaign");
        var id = assignments.open(order, "phong-vhtt.officer");
        desk.as("tt-vhtt.head").complete(task(id, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("tt-vhtt.head").complete(task(id, "UserTask_HandOut"), Map.of("officers", List.of("tt-vhtt.officer")));

        assertThat(task(id, "UserTask_ChooseContent").getDueDate())
                .as("no deadline")
                .isNull();
    }

    /** Due on Thursday 30/09/2021: drafting five working days before, checks four, signing three. */
    @Test
    void givesDraftingAndApprovalDatesThatFitInsideTheDutys() {
        var duty = campaign("KT-2a", UNIT, OFFICER);
        desk.as(OFFICER).complete(task(duty, "UserTask_ChooseContent"), Map.of("act", "WRITE"));
        assertThat(dueOf(duty, "UserTask_DraftContent")).isEqualTo(LocalDate.of(2021, 9, 23));

        assignments.extend(duty, DeadlineTerm.on(LocalDate.of(2021, 10, 7)), "Nhà in giao chậm", "phong-vhtt.head");

        assertThat(dueOf(duty, "UserTask_DraftContent")).isEqualTo(LocalDate.of(2021, 9, 30));
        desk.as(OFFICER).complete(task(duty, "UserTask_DraftContent"), draft());
        assertThat(dueOf(duty, "UserTask_CheckContent")).isEqualTo(LocalDate.of(2021, 10, 1));
        desk.as(HEAD).complete(task(duty, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(task(duty, "UserTask_CheckForm"), Map.of("passed", true));
        assertThat(dueOf(duty, "UserTask_ApproveContent")).isEqualTo(LocalDate.of(2021, 10, 4));
        desk.as("phong-kinh-te.deputy").complete(task(duty, "UserTask_ApproveContent"), Map.of("passed", true));
        assertThat(dueOf(duty, "UserTask_ChooseChannels")).isEqualTo(LocalDate.of(2021, 10, 7));
    }

    private LocalDate dueOf(UUID duty, String task) {
        return VietnamTime.dateOf(task(duty, task).getDueDate().toInstant());
    }
}
