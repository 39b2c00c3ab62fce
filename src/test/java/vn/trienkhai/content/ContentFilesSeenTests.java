package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.trienkhai.attachment.AttachmentUnknown;

/** Who sees the files of a content, from draft to dissemination. */
class ContentFilesSeenTests extends ContentProcessTest {

    private static final String DRAFTER = "phong-kinh-te.officer";

    @Test
    void aDraftsAreForTheUnitAndWhoChecks() {
        var file = photo(DRAFTER);
        var key = drafted(file, "UNIT");

        assertSeen(file, DRAFTER, "phong-kinh-te.head", "van-phong.officer", "ubnd.head", "phong-vhtt.officer");
        assertSeen(file, "ban-bien-tap.head", "tt-vhtt.head");
        assertHidden(file, "y-te.head", "duong-dong.officer", "mttq.head", "admin");
        approve(key, "phong-kinh-te.head", "van-phong.officer", "phong-kinh-te.deputy");
        assertHidden(file, "y-te.head");
    }

    @Test
    void whatIsApprovedForAllUnitsIsSeenByThemAndNotByWhoIsOnlyAsked() {
        var file = photo(DRAFTER);
        var key = drafted(file, "ALL_UNITS");
        assertHidden(file, "y-te.officer");

        approve(key, "phong-kinh-te.head", "van-phong.officer", "ubnd.deputy");

        assertSeen(file, "y-te.officer", "duong-dong.officer");
        assertHidden(file, "mttq.head", "admin");
    }

    private String drafted(UUID file, String scope) {
        var key = desk.as(DRAFTER)
                .start("content-production", Map.of("act", "WRITE", "plan", PLAN_269))
                .getBusinessKey();
        desk.as(DRAFTER)
                .complete(
                        desk.task(key, "UserTask_DraftContent"),
                        draft("scope", scope, "attachments", List.of(file.toString())));
        return key;
    }

    private void assertSeen(UUID file, String... people) {
        for (var userId : people) {
            assertThat(attachments.seenBy(userId, file).id()).as(userId).isEqualTo(file);
        }
    }

    private void assertHidden(UUID file, String... people) {
        for (var userId : people) {
            assertThatThrownBy(() -> attachments.seenBy(userId, file))
                    .as(userId)
                    .isInstanceOf(AttachmentUnknown.class);
        }
    }
}
