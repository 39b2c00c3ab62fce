package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.trienkhai.plan.Measure;

class ContentCorrectionProcessTests extends ContentProcessTest {

    private static final String OFFICER = "phong-kinh-te.officer";
    private static final String HEAD = "phong-kinh-te.head";

    private UUID content;
    private UUID duty;
    private ChannelRun banner;
    private ChannelRun poster;

    @BeforeEach
    void bringOut() {
        content = approvedBanner();
        duty = campaign("KT-2a", "phong-kinh-te", OFFICER);
        use(duty, OFFICER, content);
        choose(duty, OFFICER, "KENH-07", "KENH-17");
        desk.as(OFFICER).complete(runTask(duty, "KENH-07"), bannerDone(OFFICER));
        desk.as(OFFICER)
                .complete(runTask(duty, "KENH-17"), with(bannerDone(OFFICER), "measures", Map.of("POSTERS", 10)));
        banner = run("KENH-07");
        poster = run("KENH-17");
    }

    @Test
    void correctsOnEveryChosenChannelAndKeepsWhatWasRecorded() {
        var before = banner.evidence().orElseThrow();
        request("CORRECT", banner, poster);
        assertThat(task(content, "UserTask_ApproveCorrection").getName())
                .isEqualTo("Duyệt đính chính, thu hồi: Đính chính: Mô hình nuôi cá lồng bè bền vững – Phòng Kinh tế");
        desk.as(HEAD).complete(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true));
        assertThat(desk.tasks(content.toString(), "UserTask_CorrectOnChannel"))
                .extracting(Task::getName)
                .containsExactlyInAnyOrder(
                        "Đính chính, gỡ trên kênh: Đính chính: Băng rôn trên các tuyến đường – Phòng Kinh tế",
                        "Đính chính, gỡ trên kênh: Đính chính: Áp phích – Phòng Kinh tế");
        desk.as(OFFICER).complete(correcting(banner), corrected(Map.of("BANNERS", 2)));
        assertThat(isOver(content, "content-correction")).isFalse();
        desk.as(OFFICER).complete(correcting(poster), corrected(Map.of("POSTERS", 10)));

        assertThat(endsOf(content)).contains("EndEvent_Corrected");
        assertThat(evidenceBook.get(before).replacedWhy()).contains("Sai số điện thoại");
        assertThat(evidenceOf(duty)).hasSize(2);
        var after = evidenceBook.get(run("KENH-07").evidence().orElseThrow());
        assertThat(after.id()).isNotEqualTo(before);
        assertThat(after.measures()).containsExactly(Map.entry(Measure.BANNERS, 2L));
        assertThat(after.note()).contains("Đính chính: Thay băng rôn ghi đúng số");
        assertThat(after.attachments()).hasSize(2);
        assertThat(after.content()).contains(content);
        assertThat(run("KENH-07").correctedOn()).isPresent();
        assertThat(contents.get(content).isApproved()).isTrue();
    }

    @Test
    void withdrawsWhatNoLongerStandsFromAllCounts() {
        request("WITHDRAW", banner);
        desk.as(HEAD).complete(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true));
        desk.as(OFFICER).complete(correcting(banner), corrected(Map.of()));

        assertThat(run("KENH-07").status()).isEqualTo(RunStatus.WITHDRAWN);
        assertThat(run("KENH-07").correctionNote()).contains("Thay băng rôn ghi đúng số");
        assertThat(run("KENH-07").proofs()).hasSize(1);
        assertThat(evidenceOf(duty))
                .extracting(entry -> entry.channel().orElse(""))
                .containsExactly("KENH-17");
        assertThat(runs.outBy("phong-kinh-te")).noneMatch(run -> run.id().equals(banner.id()));
    }

    @Test
    void stopsTheUseOfAContentThatIsWrongItself() {
        desk.as(OFFICER).start("content-correction", with(asked("WITHDRAW", banner), "stopUse", true));
        desk.as(HEAD).complete(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true));

        assertThat(contents.get(content).status()).isEqualTo(ContentStatus.STOPPED);
        assertThat(contents.usableBy("phong-kinh-te", PLAN_269))
                .noneMatch(usable -> usable.id().equals(content));
        assertThat(contents.reviewsOf(content)).anySatisfy(review -> {
            assertThat(review.step()).isEqualTo(ReviewStep.RECALL);
            assertThat(review.remark()).contains("Sai số điện thoại");
        });
    }

    @Test
    void changesNothingWhenTheSignerRefuses() {
        request("CORRECT", banner);
        assertThat(desk.as(HEAD)
                        .refusedWhenCompleting(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", false))
                        .reasons())
                .extracting("field")
                .containsExactly("remark");
        desk.as(HEAD)
                .complete(
                        task(content, "UserTask_ApproveCorrection"),
                        Map.of("accepted", false, "remark", "Nội dung đúng, không phải sửa"));

        assertThat(endsOf(content)).contains("EndEvent_CorrectionRefused");
        assertThat(evidenceOf(duty)).hasSize(2);
        assertThat(run("KENH-07").isUnderCorrection()).isFalse();
        request("CORRECT", banner);
        assertThat(task(content, "UserTask_ApproveCorrection")).isNotNull();
    }

    @Test
    void isDecidedBySomebodyElseThanWhoAsks() {
        desk.as(HEAD).start("content-correction", asked("CORRECT", banner));

        assertThat(desk.as(HEAD)
                        .refusedWhenCompleting(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true)))
                .hasMessageContaining("Bạn là người đề nghị");
    }

    @Test
    void isDecidedByWhoSignsThatContent() {
        var portal = approved(
                "tt-vhtt.officer",
                "tt-vhtt.head",
                "van-phong.officer",
                "ban-bien-tap.head",
                draft("channels", List.of("KENH-01")));
        var posting = campaign("TTVH-3", "tt-vhtt", "tt-vhtt.officer");
        use(posting, "tt-vhtt.officer", portal);
        choose(posting, "tt-vhtt.officer", "KENH-01");
        desk.as("tt-vhtt.officer")
                .complete(
                        runTask(posting, "KENH-01"),
                        Map.of(
                                "outcome",
                                "DONE",
                                "from",
                                "01/07/2021",
                                "link",
                                "https://phuquoc.example/1",
                                "measures",
                                Map.of("ITEMS", 1)));
        var run = runs.ofAssignment(posting).get(0);
        desk.as("tt-vhtt.officer")
                .start(
                        "content-correction",
                        Map.of(
                                "content",
                                portal.toString(),
                                "runs",
                                List.of(run.id().toString()),
                                "act",
                                "CORRECT",
                                "reason",
                                "Sai tên mô hình"));

        var decision = task(portal, "UserTask_ApproveCorrection").getId();
        assertThat(desk.as("ban-bien-tap.deputy").sees())
                .anyMatch(task -> task.getId().equals(decision));
        assertThat(desk.as("tt-vhtt.head").sees())
                .noneMatch(task -> task.getId().equals(decision));
    }

    @Test
    void isAskedOnceAtATimeAndOnlyForWhatIsOut() {
        request("CORRECT", banner);

        assertThat(desk.as(OFFICER).refusedWhenStarting("content-correction", asked("WITHDRAW", banner)))
                .hasMessageContaining("Đã có đề nghị đính chính hoặc thu hồi");
        assertThat(desk.as("phong-vhtt.officer").refusedWhenStarting("content-correction", asked("WITHDRAW", poster)))
                .hasMessageContaining("Chỉ chọn được kênh mà đơn vị mình đã phát hành");
        assertThat(desk.as(OFFICER)
                        .refusedWhenStarting("content-correction", Map.of("act", "CORRECT"))
                        .reasons())
                .extracting("field")
                .containsExactlyInAnyOrder("content", "runs", "reason");
    }

    @Test
    void needsADateAWordAndAProofOnEachChannel() {
        request("CORRECT", banner);
        desk.as(HEAD).complete(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true));

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(correcting(banner), Map.of())
                        .reasons())
                .extracting("field")
                .containsExactly("from", "note", "attachments");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(correcting(banner), corrected(Map.of()))
                        .reasons())
                .extracting("field")
                .containsExactly("measures.BANNERS");
        assertThat(evidenceOf(duty)).hasSize(2);
    }

    @Test
    void showsWhatIsOutAndWhatIsToBeCorrected() {
        var start = formOf("content-correction", null, OFFICER, Map.of());
        assertThat(start.choices().get("contents"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .contains(content.toString());
        request("CORRECT", banner);
        var deciding = formOf(task(content, "UserTask_ApproveCorrection"), HEAD);
        assertThat(deciding.known().facts()).extracting("value").contains("Đính chính", "Sai số điện thoại");
        assertThat(deciding.choices().get("evidence"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        desk.as(HEAD).complete(task(content, "UserTask_ApproveCorrection"), Map.of("accepted", true));
        var form = formOf(correcting(banner), OFFICER);
        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("place", "đường 30/4")
                .containsEntry("measures", Map.of(Measure.BANNERS, 3L));
    }

    private Map<String, Object> asked(String act, ChannelRun... chosen) {
        return Map.of(
                "content",
                content.toString(),
                "runs",
                List.of(chosen).stream().map(run -> run.id().toString()).toList(),
                "act",
                act,
                "reason",
                "Sai số điện thoại");
    }

    private void request(String act, ChannelRun... chosen) {
        desk.as(OFFICER).start("content-correction", asked(act, chosen));
    }

    private Map<String, Object> corrected(Map<String, Integer> measures) {
        return Map.of(
                "from",
                "01/07/2021",
                "note",
                "Thay băng rôn ghi đúng số",
                "measures",
                measures,
                "attachments",
                List.of(photo(OFFICER)));
    }

    private Task correcting(ChannelRun run) {
        return desk.tasks(content.toString(), "UserTask_CorrectOnChannel").stream()
                .filter(task -> runOf(task).id().equals(run.id()))
                .findFirst()
                .orElseThrow();
    }

    private ChannelRun run(String channel) {
        return runs.ofAssignment(duty).stream()
                .filter(run -> run.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
