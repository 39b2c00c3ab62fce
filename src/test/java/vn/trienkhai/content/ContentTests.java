package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Measure;

class ContentTests {

    private static final Instant NOW = Instant.parse("2021-07-01T01:00:00Z");
    private static final String DRAFTER = "phong-kinh-te.officer";
    private static final String HEAD = "phong-kinh-te.head";
    private static final String DEPUTY = "phong-kinh-te.deputy";
    private static final String CLERK = "van-phong.officer";

    private final Content content = new Content(UUID.randomUUID(), "a-plan", "phong-kinh-te", null);

    @Test
    void keepsEveryVersionWithItsNumberWriterAndMoment() {
        var first = content.write(draft("Bản đầu"), DRAFTER, NOW);
        content.checkContent(false, HEAD);
        var second = content.write(draft("Bản sửa"), HEAD, NOW.plusSeconds(60));

        assertThat(List.of(first.number(), second.number())).containsExactly(1, 2);
        assertThat(first.draft().title()).isEqualTo("Bản đầu");
        assertThat(first.writtenBy()).isEqualTo(DRAFTER);
        assertThat(second.writtenBy()).isEqualTo(HEAD);
        assertThat(second.writtenAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(content.title()).isEqualTo("Bản sửa");
    }

    @Test
    void isApprovedInTheVersionThatWasSigned() {
        approve();

        assertThat(content.status()).isEqualTo(ContentStatus.APPROVED);
        assertThat(content.approvedVersion()).contains(1);
        assertThat(content.approvedBy()).contains(DEPUTY);
        assertThat(content.approvedAt()).contains(NOW);
        assertThat(content.requireApproved()).isEqualTo(1);
        assertThat(content.isInHand()).isFalse();
    }

    @Test
    void losesItsApprovalWhenItIsEdited() {
        approve();
        content.takeUp(null);
        content.write(draft("Sửa sau duyệt"), DRAFTER, NOW);

        assertThat(content.approvedVersion()).isEmpty();
        assertThat(content.approvedBy()).isEmpty();
        assertThatThrownBy(content::requireApproved)
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("chưa được duyệt");
    }

    @Test
    void keepsItsApprovalWhenEditingIsGivenUp() {
        approve();
        content.takeUp(null);
        content.layDown();

        assertThat(content.status()).isEqualTo(ContentStatus.APPROVED);
        assertThat(content.requireApproved()).isEqualTo(1);
    }

    @Test
    void isStoppedWhenDraftingIsGivenUpBeforeAnyApproval() {
        content.write(draft("Bản đầu"), DRAFTER, NOW);
        content.checkContent(false, HEAD);
        content.layDown();

        assertThat(content.status()).isEqualTo(ContentStatus.STOPPED);
    }

    @Test
    void isEditedByOneAtATime() {
        approve();
        content.takeUp(null);

        assertThatThrownBy(() -> content.takeUp(null)).hasMessageContaining("đang được soạn hoặc chờ duyệt");
    }

    @Test
    void isNotWrittenWhileItWaitsForACheckOrIsInNobodysHands() {
        content.write(draft("Bản đầu"), DRAFTER, NOW);
        assertThatThrownBy(() -> content.write(draft("Chen ngang"), DEPUTY, NOW))
                .hasMessageContaining("Chờ duyệt nội dung");

        content.layDown();
        assertThatThrownBy(() -> content.write(draft("Không ai giữ"), DEPUTY, NOW))
                .isInstanceOf(FormRefused.class);
    }

    @Test
    void isCheckedForFormNeitherByItsDrafterNorByWhoCheckedTheContent() {
        content.write(draft("Bản đầu"), DRAFTER, NOW);
        content.checkContent(true, HEAD);

        assertThatThrownBy(() -> content.checkForm(true, DRAFTER)).hasMessageContaining("Bạn là người soạn");
        assertThatThrownBy(() -> content.checkForm(true, HEAD)).hasMessageContaining("Bạn đã duyệt nội dung");
        content.checkForm(true, CLERK);
        assertThat(content.status()).isEqualTo(ContentStatus.APPROVAL);
    }

    @Test
    void isNotSignedByItsDrafter() {
        content.write(draft("Bản đầu"), DEPUTY, NOW);
        content.checkContent(true, HEAD);
        content.checkForm(true, CLERK);

        assertThatThrownBy(() -> content.decide(true, DEPUTY, NOW))
                .hasMessageContaining("không ai ký duyệt nội dung do chính mình soạn");
        assertThat(content.isApproved()).isFalse();
    }

    @Test
    void goesBackToTheDrafterFromEachOfTheThreeChecks() {
        content.write(draft("1"), DRAFTER, NOW);
        content.checkContent(false, HEAD);
        assertThat(content.status()).isEqualTo(ContentStatus.DRAFT);
        content.write(draft("2"), DRAFTER, NOW);
        content.checkContent(true, HEAD);
        content.checkForm(false, CLERK);
        assertThat(content.status()).isEqualTo(ContentStatus.DRAFT);
        content.write(draft("3"), DRAFTER, NOW);
        content.checkContent(true, HEAD);
        content.checkForm(true, CLERK);
        content.decide(false, DEPUTY, NOW);
        assertThat(content.status()).isEqualTo(ContentStatus.DRAFT);
        assertThat(content.latest()).isEqualTo(3);
    }

    @Test
    void doesNotGoOutAfterItsRecall() {
        approve();
        content.recall();

        assertThat(content.status()).isEqualTo(ContentStatus.STOPPED);
        assertThatThrownBy(content::requireApproved).isInstanceOf(FormRefused.class);
    }

    @Test
    void asksEveryMeasureOfALoudspeaker() {
        var loudspeaker = channel(ChannelType.LOUDSPEAKER, Measure.BROADCASTS, Measure.MINUTES);

        assertThat(refusedFields(loudspeaker, result(Map.of(Measure.BROADCASTS, 4L), null), false))
                .containsExactly("measures.MINUTES");
        result(Map.of(Measure.BROADCASTS, 4L, Measure.MINUTES, 60L), null).requireCompleteFor(loudspeaker, false);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelType.class,
            names = {"PORTAL", "WEBSITE"})
    void asksItemsAndALinkOnTheWeb(ChannelType type) {
        var web = channel(type, Measure.ITEMS);

        assertThat(refusedFields(web, result(Map.of(), null), false)).containsExactly("measures.ITEMS", "link");
        assertThat(refusedFields(web, result(Map.of(Measure.ITEMS, 2L), "trang chủ"), false))
                .containsExactly("link");
        result(Map.of(Measure.ITEMS, 2L), "https://phuquoc.example/tin").requireCompleteFor(web, false);
    }

    @Test
    void asksAPhotoOfWhatIsSeen() {
        var banner = channel(ChannelType.VISUAL, Measure.BANNERS);

        assertThat(refusedFields(banner, result(Map.of(Measure.BANNERS, 3L), null), false))
                .containsExactly("attachments");
        result(Map.of(Measure.BANNERS, 3L), null).requireCompleteFor(banner, true);
    }

    @Test
    void asksWhomPrintedMatterReached() {
        var leaflets = channel(ChannelType.PRINTED, Measure.LEAFLETS, Measure.REACHED);

        assertThat(refusedFields(leaflets, result(Map.of(Measure.LEAFLETS, 500L), null), false))
                .containsExactly("measures.REACHED", "audiences");
    }

    @Test
    void asksMeetingsAndParticipants() {
        var meeting = channel(ChannelType.MEETING, Measure.MEETINGS, Measure.PARTICIPANTS);

        assertThat(refusedFields(meeting, result(Map.of(Measure.MEETINGS, 0L), null), false))
                .containsExactly("measures.MEETINGS", "measures.PARTICIPANTS");
    }

    @Test
    void takesNoMeasureThatTheChannelDoesNotCount() {
        var banner = channel(ChannelType.VISUAL, Measure.BANNERS);

        assertThatThrownBy(() -> result(Map.of(Measure.BANNERS, 1L, Measure.MINUTES, 9L), null)
                        .requireCompleteFor(banner, true))
                .hasMessageContaining("không tính Số phút phát");
    }

    private void approve() {
        content.write(draft("Bản đầu"), DRAFTER, NOW);
        content.checkContent(true, HEAD);
        content.checkForm(true, CLERK);
        content.decide(true, DEPUTY, NOW);
    }

    private static ContentDraft draft(String title) {
        return new ContentDraft(
                title, "A", List.of(), "F", List.of("P"), List.of("C"), ContentScope.UNIT, "Nội dung", Set.of());
    }

    private static Channel channel(ChannelType type, Measure... measures) {
        return new Channel("C", "Một kênh", type, List.of(measures), List.of(), "II.2", "một kênh");
    }

    private static RunResult result(Map<Measure, Long> measures, String link) {
        return new RunResult(LocalDate.of(2021, 7, 1), null, null, link, null, measures, List.of(), Set.of());
    }

    private static List<String> refusedFields(Channel channel, RunResult result, boolean photo) {
        try {
            result.requireCompleteFor(channel, photo);
        } catch (FormRefused refused) {
            return refused.reasons().stream().map(FormRefused.Reason::field).toList();
        }
        return List.of();
    }
}
