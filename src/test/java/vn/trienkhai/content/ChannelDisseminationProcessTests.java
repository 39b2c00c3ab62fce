package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Measure;

class ChannelDisseminationProcessTests extends ContentProcessTest {

    private static final String OFFICER = "duong-to.culture-officer";
    private static final String BROADCASTER = "duong-to.broadcasting-officer";

    @Test
    void runsAllChosenChannelsAtOnceEachWithItsOwnMeasures() {
        var content = communeContent();
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, content);
        choose(duty, OFFICER, "KENH-03", "KENH-04", "KENH-05", "KENH-09", "KENH-11", "KENH-14", "KENH-13");

        assertThat(desk.tasks(duty.toString(), "UserTask_DisseminateOnChannel"))
                .extracting(task -> task.getName())
                .contains("Thực hiện trên kênh: XP-2 – Bảng tin công cộng của xã, phường – UBND xã Dương Tơ")
                .hasSize(7);
        done(duty, "KENH-03", Map.of("ITEMS", 2), "link", "https://duongto.example/tin");
        done(duty, "KENH-04", Map.of("BROADCASTS", 12, "MINUTES", 180));
        done(duty, "KENH-05", Map.of("BOARDS", 4), "attachments", List.of(photo(OFFICER)));
        done(duty, "KENH-09", Map.of("DOCUMENTS", 20));
        done(
                duty,
                "KENH-11",
                Map.of("LEAFLETS", 500, "REACHED", 450),
                "audiences",
                List.of("DT-09", "DT-10"),
                "note",
                "Phát tại chợ");
        done(duty, "KENH-14", Map.of("MEETINGS", 1, "PARTICIPANTS", 60));
        assertThat(isOver(duty, "channel-dissemination")).isFalse();
        done(duty, "KENH-13", Map.of("EVENTS", 2, "REACHED", 300));

        assertThat(isOver(duty, "channel-dissemination")).isTrue();
        assertThat(task(duty, "UserTask_SubmitResult")).isNotNull();
        assertThat(evidenceOf(duty)).hasSize(7);
        assertThat(evidenceOf(duty))
                .filteredOn(entry -> entry.channel().orElse("").equals("KENH-11"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.measures())
                            .containsOnly(Map.entry(Measure.LEAFLETS, 500L), Map.entry(Measure.REACHED, 450L));
                    assertThat(entry.note()).contains("Phát cho: Hộ gia đình, Người chăn nuôi\nPhát tại chợ");
                    assertThat(entry.content()).contains(content);
                    assertThat(entry.topic()).contains("ND-3");
                    assertThat(entry.subTopics()).containsExactly("ND-3đ");
                    assertThat(entry.formOfWork()).contains("HT-2");
                    assertThat(entry.dutyCode()).contains("XP-2");
                    assertThat(entry.unit()).isEqualTo("duong-to");
                    assertThat(entry.recordedBy()).isEqualTo(OFFICER);
                });
    }

    @Test
    void offersTheUnitsChannelsWithTheDutysChosenBeforehand() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());

        var form = formOf(task(duty, "UserTask_ChooseChannels"), OFFICER);

        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("runs", List.of(Map.of("channel", "KENH-04")));
        assertThat(form.choices().get("channels"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .startsWith("KENH-04")
                .contains("KENH-03", "KENH-05")
                .doesNotContain("KENH-01", "KENH-02", "KENH-19");
    }

    @Test
    void showsWhatWasPlannedAndAsksExactlyTheChannelsMeasures() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        desk.as(OFFICER)
                .complete(
                        task(duty, "UserTask_ChooseChannels"),
                        Map.of(
                                "runs",
                                List.of(Map.of(
                                        "channel", "KENH-04",
                                        "from", "05/07/2021",
                                        "to", "30/07/2021",
                                        "place", "ấp Dương Tơ"))));

        var form = formOf(runTask(duty, "KENH-04"), OFFICER);

        assertThat(form.choices().get("measures"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .containsExactly("BROADCASTS", "MINUTES");
        assertThat(form.known().facts()).extracting("value").contains("05/07/2021", "30/07/2021", "ấp Dương Tơ");
        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("from", "05/07/2021")
                .containsEntry("place", "ấp Dương Tơ");
    }

    @Test
    void takesASubstituteForAChannelThatDoesNotExistAtTheUnit() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        var substitute = Map.of("channel", "KENH-13", "substituteFor", "KENH-04");

        var refused = desk.as(OFFICER)
                .refusedWhenCompleting(task(duty, "UserTask_ChooseChannels"), Map.of("runs", List.of(substitute)));
        assertThat(refused.reasons()).extracting("field").containsExactly("runs[0].substituteWhy");
        desk.as(OFFICER)
                .complete(
                        task(duty, "UserTask_ChooseChannels"),
                        Map.of("runs", List.of(with(substitute, "substituteWhy", "Xã chưa có đài truyền thanh"))));
        done(duty, "KENH-13", Map.of("EVENTS", 1, "REACHED", 80));

        assertThat(evidenceOf(duty)).singleElement().satisfies(entry -> assertThat(entry.note())
                .contains("Thay cho kênh “Chương trình phát thanh trên hệ thống truyền thanh cơ sở”: Xã chưa có đài"
                        + " truyền thanh"));
    }

    @Test
    void goesOnWithASubstituteWhenTheChannelTurnsOutNotToExist() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        choose(duty, OFFICER, "KENH-04", "KENH-05");
        var broken = runTask(duty, "KENH-04");

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(broken, Map.of("outcome", "SUBSTITUTE", "reason", "Loa hỏng"))
                        .reasons())
                .extracting("field")
                .containsExactly("substitute");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                broken, Map.of("outcome", "SUBSTITUTE", "substitute", "KENH-05", "reason", "Loa hỏng"))
                        .reasons())
                .extracting("field")
                .containsExactly("substitute");
        desk.as(OFFICER)
                .complete(
                        broken,
                        Map.of("outcome", "SUBSTITUTE", "substitute", "KENH-13", "reason", "Hệ thống loa hỏng"));

        var other = runTask(duty, "KENH-13");
        assertThat(other.getName())
                .isEqualTo("Thực hiện trên kênh: XP-2 – Thông tin, tuyên truyền lưu động ở cơ sở – UBND xã Dương Tơ");
        assertThat(formOf(other, OFFICER).known().facts())
                .extracting("value")
                .contains("Chương trình phát thanh trên hệ thống truyền thanh cơ sở: Hệ thống loa hỏng");
        done(duty, "KENH-13", Map.of("EVENTS", 1, "REACHED", 80));
        done(duty, "KENH-05", Map.of("BOARDS", 1), "attachments", List.of(photo(OFFICER)));
        assertThat(runs.ofAssignment(duty))
                .extracting(ChannelRun::channel, ChannelRun::status)
                .containsExactlyInAnyOrder(
                        tuple("KENH-04", RunStatus.ABSENT),
                        tuple("KENH-05", RunStatus.DONE),
                        tuple("KENH-13", RunStatus.DONE));
        assertThat(isOver(duty, "channel-dissemination")).isTrue();
    }

    @Test
    void dropsAChannelWithAReason() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        choose(duty, OFFICER, "KENH-04");

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(runTask(duty, "KENH-04"), Map.of("outcome", "NOT_DONE"))
                        .reasons())
                .extracting("field")
                .containsExactly("reason");
        desk.as(OFFICER).complete(runTask(duty, "KENH-04"), Map.of("outcome", "NOT_DONE", "reason", "Mưa bão cả tuần"));

        assertThat(endsOf(duty)).contains("EndEvent_RunNotDone", "EndEvent_ChannelsServed");
        assertThat(runs.ofAssignment(duty)).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.NOT_DONE);
            assertThat(run.reason()).contains("Mưa bão cả tuần");
        });
        assertThat(evidenceOf(duty)).isEmpty();
    }

    @Test
    void forcesNoChannelOnAUnitButAsksForOneThatTheDutyNames() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseChannels"),
                                Map.of("runs", List.of(Map.of("channel", "KENH-05"))))
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("hãy chọn ít nhất một kênh trong đó"));
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(task(duty, "UserTask_ChooseChannels"), Map.of("runs", List.of()))
                        .reasons())
                .extracting("field")
                .containsExactly("runs");
        choose(duty, OFFICER, "KENH-04");
        assertThat(runs.ofAssignment(duty)).hasSize(1);
    }

    @Test
    void leavesTheChoiceFreeWhereTheDutyNamesNoChannel() {
        var duty = campaign("KT-1a", "phong-kinh-te", "phong-kinh-te.officer");
        use(duty, "phong-kinh-te.officer", approvedBanner());
        choose(duty, "phong-kinh-te.officer", "KENH-11");

        assertThat(runTask(duty, "KENH-11")).isNotNull();
    }

    @Test
    void refusesChannelsThatDoNotSuitTheUnitOrComeTwice() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseChannels"),
                                Map.of("runs", List.of(Map.of("channel", "KENH-04"), Map.of("channel", "KENH-01"))))
                        .reasons())
                .extracting("field")
                .containsExactly("runs[1].channel");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseChannels"),
                                Map.of("runs", List.of(Map.of("channel", "KENH-04"), Map.of("channel", "KENH-04"))))
                        .reasons())
                .extracting("field")
                .containsExactly("runs[1].channel");
        assertThat(runs.ofAssignment(duty)).isEmpty();
    }

    @Test
    void bringsToLoudspeakersOnlyWhatWasSignedForThem() {
        var visualOnly = approved(
                OFFICER, "duong-to.head", "duong-to.officer", "duong-to.deputy", draft("channels", List.of("KENH-07")));
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, visualOnly);

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                task(duty, "UserTask_ChooseChannels"),
                                Map.of("runs", List.of(Map.of("channel", "KENH-04")))))
                .hasMessageContaining("Nội dung chưa được duyệt cho “Truyền thanh cơ sở”");
    }

    @Test
    void doesNotGoOutWhileTheContentIsBeingSignedAnew() {
        var content = communeContent();
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, content);
        choose(duty, OFFICER, "KENH-04");
        desk.as(OFFICER).start("content-production", Map.of("act", "REVISE", "content", content.toString()));
        desk.as(OFFICER)
                .complete(
                        task(content, "UserTask_DraftContent"),
                        draft("channels", List.of("KENH-04"), "text", "Bản sửa"));

        var refused = desk.as(OFFICER)
                .refusedWhenCompleting(
                        runTask(duty, "KENH-04"), report("KENH-04", Map.of("BROADCASTS", 1, "MINUTES", 5)));
        assertThat(refused).hasMessageContaining("chưa được duyệt");
        assertThat(evidenceOf(duty)).isEmpty();

        approve(content.toString(), "duong-to.head", "duong-to.officer", "duong-to.deputy");
        done(duty, "KENH-04", Map.of("BROADCASTS", 1, "MINUTES", 5));
        assertThat(runs.ofAssignment(duty)).singleElement().satisfies(run -> assertThat(run.contentVersion())
                .as("the version that went out")
                .isEqualTo(2));
    }

    @Test
    void saysWhatIsMissingAndRecordsNothing() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        choose(duty, OFFICER, "KENH-04", "KENH-05");

        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(runTask(duty, "KENH-04"), report("KENH-04", Map.of("BROADCASTS", 3)))
                        .reasons())
                .extracting("field")
                .containsExactly("measures.MINUTES");
        var noPhoto = attachments
                .store("bien-ban.pdf", "%PDF-1.4 biên bản".getBytes(StandardCharsets.UTF_8), OFFICER)
                .id();
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                runTask(duty, "KENH-05"),
                                with(report("KENH-05", Map.of("BOARDS", 1)), "attachments", List.of(noPhoto)))
                        .reasons())
                .extracting("field")
                .containsExactly("attachments");
        assertThat(desk.as(OFFICER)
                        .refusedWhenCompleting(
                                runTask(duty, "KENH-04"),
                                with(report("KENH-04", Map.of("BROADCASTS", 3, "MINUTES", 9)), "from", "02/07/2021"))
                        .reasons())
                .as("not in the future")
                .extracting("field")
                .containsExactly("to");
        assertThat(evidenceOf(duty)).isEmpty();
        assertThat(desk.tasks(duty.toString(), "UserTask_DisseminateOnChannel")).hasSize(2);
    }

    @Test
    void recordsOnceWhenTwoCompleteTheSameChannel() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        choose(duty, OFFICER, "KENH-04");
        var run = runTask(duty, "KENH-04");
        var answer = report("KENH-04", Map.of("BROADCASTS", 3, "MINUTES", 9));
        desk.as(OFFICER).complete(run, answer);

        assertThatThrownBy(() -> desk.as("duong-to.head").complete(run, answer)).isInstanceOf(RuntimeException.class);
        var done = runs.ofAssignment(duty).get(0);
        assertThatThrownBy(() -> runs.carryOut(
                        done.id(),
                        new RunResult(
                                LocalDate.of(2021, 7, 1),
                                null,
                                null,
                                null,
                                null,
                                Map.of(Measure.BROADCASTS, 3L, Measure.MINUTES, 9L),
                                List.of(),
                                null),
                        OFFICER))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Kênh này đã kết thúc");
        assertThat(evidenceOf(duty)).hasSize(1);
    }

    @Test
    void followsTheWorkToTheOfficersWhoGetItAnew() {
        var duty = campaign("XP-2", "duong-to", OFFICER);
        use(duty, OFFICER, communeContent());
        choose(duty, OFFICER, "KENH-04");
        assignments.handOutAnew(duty, List.of(BROADCASTER), "Đúng chuyên môn", "duong-to.head");
        var run = runTask(duty, "KENH-04").getId();

        assertThat(desk.as(BROADCASTER).sees()).anyMatch(task -> task.getId().equals(run));
        assertThat(desk.as(OFFICER).sees()).noneMatch(task -> task.getId().equals(run));
    }

    private UUID communeContent() {
        return approved(
                OFFICER,
                "duong-to.head",
                "duong-to.officer",
                "duong-to.deputy",
                draft("channels", List.of("KENH-04", "KENH-05")));
    }

    private Map<String, Object> report(String channel, Map<String, Integer> measures) {
        return with(Map.of("outcome", "DONE", "from", "01/07/2021", "place", channel), "measures", measures);
    }

    private void done(UUID duty, String channel, Map<String, Integer> measures, Object... more) {
        desk.as(OFFICER).complete(runTask(duty, channel), with(report(channel, measures), more));
    }
}
