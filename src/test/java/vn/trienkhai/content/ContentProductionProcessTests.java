package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.form.FormRefused;

class ContentProductionProcessTests extends ContentProcessTest {

    private static final String DRAFTER = "phong-kinh-te.officer";

    @Test
    void goesThroughBothChecksToTheSignature() {
        var key = begun(DRAFTER);
        desk.as(DRAFTER).complete(task(key, "UserTask_DraftContent"), draft());
        assertThat(task(key, "UserTask_CheckContent").getName())
                .isEqualTo("Duyệt nội dung: Mô hình nuôi cá lồng bè bền vững – Phòng Kinh tế");

        approve(key.toString(), "phong-kinh-te.head", "van-phong.officer", "phong-kinh-te.deputy");

        var content = contents.get(key);
        assertThat(content.status()).isEqualTo(ContentStatus.APPROVED);
        assertThat(content.approvedBy()).contains("phong-kinh-te.deputy");
        assertThat(contents.reviewsOf(key))
                .extracting(ContentReview::step, ContentReview::reviewer)
                .containsExactlyInAnyOrder(
                        tuple(ReviewStep.CONTENT, "phong-kinh-te.head"),
                        tuple(ReviewStep.FORM, "van-phong.officer"),
                        tuple(ReviewStep.APPROVAL, "phong-kinh-te.deputy"));
        assertThat(endsOf(key)).containsExactly("EndEvent_ContentApproved");
    }

    @ParameterizedTest
    @CsvSource({
        // drafter, head, form checker, channel, scope, signer
        "tt-vhtt.officer, tt-vhtt.head, van-phong.officer, KENH-01, UNIT, ban-bien-tap.head",
        "duong-to.culture-officer, duong-to.head, duong-to.officer, KENH-04, UNIT, duong-to.deputy",
        "tt-vhtt.officer, tt-vhtt.head, van-phong.officer, KENH-04, UNIT, tt-vhtt.head",
        "y-te.officer, y-te.head, van-phong.officer, KENH-11, UNIT, y-te.head",
        "phong-vhtt.officer, phong-vhtt.head, van-phong.officer, KENH-07, ALL_UNITS, ubnd.deputy"
    })
    void isSignedByWhomTheTableNames(
            String drafter, String head, String formChecker, String channel, String scope, String signer) {
        var id = approved(drafter, head, formChecker, signer, draft("channels", List.of(channel), "scope", scope));

        assertThat(contents.get(id).approvedBy()).contains(signer);
    }

    @Test
    void comesBackFromTheContentCheckWithTheCommentBesideTheText() {
        var key = handedIn();
        desk.as("phong-kinh-te.head")
                .complete(
                        task(key, "UserTask_CheckContent"),
                        Map.of("passed", false, "remark", "Thiếu số liệu năm 2021"));

        var form = formOf(task(key, "UserTask_DraftContent"), DRAFTER);
        assertThat(form.known().returned()).singleElement().satisfies(returned -> {
            assertThat(returned.by()).isEqualTo("Trưởng phòng Kinh tế – Duyệt nội dung");
            assertThat(returned.why()).isEqualTo("Thiếu số liệu năm 2021");
        });
        assertThat(form.choices().get("comments"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("title", "Mô hình nuôi cá lồng bè bền vững")
                .containsEntry("act", "HAND_IN");

        desk.as(DRAFTER).complete(task(key, "UserTask_DraftContent"), draft("text", "Có số liệu năm 2021."));
        var checking = formOf(task(key, "UserTask_CheckContent"), "phong-kinh-te.head");
        assertThat(checking.known().returned()).isEmpty();
        assertThat(checking.choices().get("versions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .extracting("number", "text")
                .containsExactly(1, "Hộ nuôi giảm mật độ lồng, thu gom thức ăn thừa.");
        assertThat(contents.versionsOf(key)).extracting(ContentVersion::number).containsExactly(2, 1);
    }

    @Test
    void comesBackFromTheFormCheck() {
        var key = handedIn();
        desk.as("phong-kinh-te.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer")
                .complete(
                        task(key, "UserTask_CheckForm"), Map.of("passed", false, "remark", "Viết đầy đủ tên cơ quan"));

        assertThat(task(key, "UserTask_DraftContent")).isNotNull();
        assertThat(contents.get(key).status()).isEqualTo(ContentStatus.DRAFT);
    }

    @Test
    void comesBackFromTheSigner() {
        var key = handedIn();
        desk.as("phong-kinh-te.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(task(key, "UserTask_CheckForm"), Map.of("passed", true));
        assertThat(formOf(task(key, "UserTask_ApproveContent"), "phong-kinh-te.head")
                        .known()
                        .facts())
                .extracting("value")
                .contains("Lãnh đạo đơn vị soạn");
        desk.as("phong-kinh-te.deputy")
                .complete(
                        task(key, "UserTask_ApproveContent"), Map.of("passed", false, "remark", "Nêu tên hộ làm điểm"));

        assertThat(task(key, "UserTask_DraftContent")).isNotNull();
        assertThat(contents.get(key).isApproved()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UserTask_CheckContent", "UserTask_CheckForm", "UserTask_ApproveContent"})
    void isNotReturnedWithoutARemark(String step) {
        var key = handedIn();
        if (!step.equals("UserTask_CheckContent")) {
            desk.as("phong-kinh-te.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));
        }
        if (step.equals("UserTask_ApproveContent")) {
            desk.as("van-phong.officer").complete(task(key, "UserTask_CheckForm"), Map.of("passed", true));
        }
        var who = step.equals("UserTask_CheckForm") ? "van-phong.officer" : "phong-kinh-te.head";

        var refused = desk.as(who).refusedWhenCompleting(task(key, step), Map.of("passed", false));

        assertThat(refused.reasons()).extracting("field").containsExactly("remark");
        assertThat(task(key, step)).isNotNull();
        assertThat(contents.reviewsOf(key)).noneMatch(review -> !review.passed());
    }

    @Test
    void isCheckedForFormBySomebodyElse() {
        // The office drafts, its officer is the drafter: the group is the whole office, the rule holds for the person.
        var key = begun("van-phong.officer");
        desk.as("van-phong.officer").complete(task(key, "UserTask_DraftContent"), draft());
        desk.as("van-phong.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));

        var byDrafter = desk.as("van-phong.officer")
                .refusedWhenCompleting(task(key, "UserTask_CheckForm"), Map.of("passed", true));
        assertThat(byDrafter).hasMessageContaining("Bạn là người soạn");
        release(task(key, "UserTask_CheckForm"));
        var byChecker = desk.as("van-phong.head")
                .refusedWhenCompleting(task(key, "UserTask_CheckForm"), Map.of("passed", true));
        assertThat(byChecker).hasMessageContaining("Bạn đã duyệt nội dung");
        release(task(key, "UserTask_CheckForm"));
        desk.as("van-phong.clerk").complete(task(key, "UserTask_CheckForm"), Map.of("passed", true));

        assertThat(contents.get(key).status()).isEqualTo(ContentStatus.APPROVAL);
    }

    @Test
    void isNotSignedByItsDrafter() {
        var key = begun("phong-kinh-te.deputy");
        desk.as("phong-kinh-te.deputy").complete(task(key, "UserTask_DraftContent"), draft());
        desk.as("phong-kinh-te.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.officer").complete(task(key, "UserTask_CheckForm"), Map.of("passed", true));

        var refused = desk.as("phong-kinh-te.deputy")
                .refusedWhenCompleting(task(key, "UserTask_ApproveContent"), Map.of("passed", true));

        assertThat(refused).hasMessageContaining("không ai ký duyệt nội dung do chính mình soạn");
        assertThat(contents.get(key).isApproved()).isFalse();
    }

    @Test
    void isNotSignedByWhoCheckedItsForm() {
        var key = begun("van-phong.officer");
        desk.as("van-phong.officer").complete(task(key, "UserTask_DraftContent"), draft());
        desk.as("van-phong.head").complete(task(key, "UserTask_CheckContent"), Map.of("passed", true));
        desk.as("van-phong.deputy").complete(task(key, "UserTask_CheckForm"), Map.of("passed", true));

        var refused = desk.as("van-phong.deputy")
                .refusedWhenCompleting(task(key, "UserTask_ApproveContent"), Map.of("passed", true));

        assertThat(refused).hasMessageContaining("người ký phải là người khác");
        assertThat(contents.get(key).isApproved()).isFalse();
        engine.getTaskService().setAssignee(task(key, "UserTask_ApproveContent").getId(), null);
        desk.as("van-phong.head").complete(task(key, "UserTask_ApproveContent"), Map.of("passed", true));
        assertThat(contents.get(key).isApproved()).isTrue();
    }

    @Test
    void isNeitherSeenNorClaimedByOthers() {
        var key = handedIn();
        var check = task(key, "UserTask_CheckContent");

        assertThat(desk.as(DRAFTER).sees()).noneMatch(task -> task.getId().equals(check.getId()));
        assertThat(desk.as("phong-vhtt.head").sees())
                .noneMatch(task -> task.getId().equals(check.getId()));
        assertThat(desk.as("phong-kinh-te.deputy").sees())
                .anyMatch(task -> task.getId().equals(check.getId()));
    }

    @Test
    void stopsWithAReasonAndOnlyWithOne() {
        var key = begun(DRAFTER);

        var refused = desk.as(DRAFTER).refusedWhenCompleting(task(key, "UserTask_DraftContent"), Map.of("act", "STOP"));
        assertThat(refused.reasons()).extracting("field").containsExactly("reason");

        desk.as(DRAFTER)
                .complete(
                        task(key, "UserTask_DraftContent"),
                        Map.of("act", "STOP", "reason", "Trùng nội dung của thành phố"));
        assertThat(endsOf(key)).containsExactly("EndEvent_DraftingStopped");
        assertThat(contents.find(key)).isEmpty();
    }

    @Test
    void canBeTakenUpAgainAfterItWasStopped() {
        var key = handedIn();
        desk.as("phong-kinh-te.head")
                .complete(task(key, "UserTask_CheckContent"), Map.of("passed", false, "remark", "Làm lại"));
        desk.as(DRAFTER)
                .complete(task(key, "UserTask_DraftContent"), Map.of("act", "STOP", "reason", "Chưa đủ số liệu"));
        assertThat(contents.get(key).status()).isEqualTo(ContentStatus.STOPPED);

        revise(DRAFTER, key);
        desk.as(DRAFTER).complete(task(key, "UserTask_DraftContent"), draft("title", "Soạn tiếp"));
        approve(key.toString(), "phong-kinh-te.head", "van-phong.officer", "phong-kinh-te.deputy");

        assertThat(contents.get(key).approvedVersion()).contains(2);
    }

    @Test
    void losesItsApprovalWhenItIsEditedAndIsSignedAnew() {
        var id = approvedBanner();
        revise(DRAFTER, id);
        assertThat(contents.get(id).isApproved()).isTrue();

        desk.as(DRAFTER).complete(task(id, "UserTask_DraftContent"), draft("text", "Đã sửa."));
        assertThat(contents.get(id).isApproved()).isFalse();
        assertThatThrownBy(() -> contents.requireUsable(id, "phong-kinh-te", PLAN_269))
                .isInstanceOf(FormRefused.class);

        approve(id.toString(), "phong-kinh-te.head", "van-phong.officer", "phong-kinh-te.deputy");
        assertThat(contents.get(id).approvedVersion()).contains(2);
    }

    @Test
    void keepsItsApprovalWhenTheEditIsGivenUp() {
        var id = approvedBanner();
        revise(DRAFTER, id);
        desk.as(DRAFTER)
                .complete(task(id, "UserTask_DraftContent"), Map.of("act", "STOP", "reason", "Không cần sửa nữa"));

        assertThat(contents.get(id).status()).isEqualTo(ContentStatus.APPROVED);
    }

    @Test
    void isEditedByOneAtATimeAndOnlyByItsOwnUnit() {
        var id = approvedBanner();

        assertThat(desk.as("phong-vhtt.officer")
                        .refusedWhenStarting("content-production", Map.of("act", "REVISE", "content", id.toString())))
                .hasMessageContaining("Chỉ đơn vị soạn được sửa");
        revise(DRAFTER, id);
        assertThat(desk.as("phong-kinh-te.head")
                        .refusedWhenStarting("content-production", Map.of("act", "REVISE", "content", id.toString())))
                .hasMessageContaining("đang được soạn hoặc chờ duyệt");
    }

    @Test
    void saysAtEachFieldWhatADraftLacks() {
        var key = begun(DRAFTER);

        var refused =
                desk.as(DRAFTER).refusedWhenCompleting(task(key, "UserTask_DraftContent"), Map.of("act", "HAND_IN"));

        assertThat(refused.reasons())
                .extracting("field")
                .containsExactlyInAnyOrder("title", "topic", "formOfWork", "audiences", "channels", "scope", "text");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenCompleting(
                                task(key, "UserTask_DraftContent"),
                                draft("subTopics", List.of("ND-1a"), "topic", "ND-3"))
                        .reasons())
                .extracting("field")
                .containsExactly("subTopics");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenCompleting(
                                task(key, "UserTask_DraftContent"), draft("channels", List.of("KENH-99")))
                        .reasons())
                .extracting("field")
                .containsExactly("channels");
        assertThat(contents.find(key)).isEmpty();
    }

    @Test
    void asksForAPlanOrAContentToBegin() {
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("content-production", Map.of("act", "WRITE"))
                        .reasons())
                .extracting("field")
                .containsExactly("plan");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("content-production", Map.of("act", "REVISE"))
                        .reasons())
                .extracting("field")
                .containsExactly("content");
    }

    @Test
    void offersTheOwnContentsAndThePlansToBeginWith() {
        var id = approvedBanner();

        var form = formOf("content-production", null, DRAFTER, Map.of());

        assertThat(form.choices().get("own"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .contains(id.toString());
        assertThat(form.choices().get("plans"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("value")
                .contains(PLAN_269);
    }

    @Test
    void offersTheTopicsChannelsAndAudiencesOfThePlan() {
        var form = formOf(task(begun(DRAFTER), "UserTask_DraftContent"), DRAFTER);

        assertThat(form.choices().get("topics"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(5);
        assertThat(form.choices().get("formsOfWork"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(7);
        assertThat(form.choices().get("audiences"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(14);
        assertThat((List<?>) form.choices().get("ownChannels"))
                .hasSizeGreaterThan(5)
                .hasSizeLessThan(19);
    }

    @Test
    void keepsTheFilesOfEveryVersion() {
        var key = begun(DRAFTER);
        var file = photo(DRAFTER);
        desk.as(DRAFTER).complete(task(key, "UserTask_DraftContent"), draft("attachments", List.of(file)));

        assertThat(contents.version(key, 1).draft().attachments()).containsExactly(file);
    }

    @Test
    void refusesTheSecondOfTwoWhoCompleteTheSameCheck() {
        var key = handedIn();
        var check = task(key, "UserTask_CheckContent");
        desk.as("phong-kinh-te.head").complete(check, Map.of("passed", true));

        assertThatThrownBy(() -> desk.as("phong-kinh-te.deputy").complete(check, Map.of("passed", true)))
                .isInstanceOf(RuntimeException.class);
        assertThat(contents.reviewsOf(key)).hasSize(1);
    }

    private UUID begun(String drafter) {
        return UUID.fromString(desk.as(drafter)
                .start("content-production", Map.of("act", "WRITE", "plan", PLAN_269))
                .getBusinessKey());
    }

    private UUID handedIn() {
        var key = begun(DRAFTER);
        desk.as(DRAFTER).complete(task(key, "UserTask_DraftContent"), draft());
        return key;
    }

    private void revise(String by, UUID content) {
        desk.as(by).start("content-production", Map.of("act", "REVISE", "content", content.toString()));
    }

    private void release(Task task) {
        engine.getTaskService().setAssignee(task.getId(), null);
    }
}
