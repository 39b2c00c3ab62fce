package vn.trienkhai.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.form.FormRefused;

class AttachmentsTests extends ProcessTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Attachments attachments;

    @Test
    void sweepsWhatNobodyClaimedWithinADay() {
        var abandoned = attachments.store("bỏ quên.png", PNG, "y-te.officer").id();

        clock.moveTo(LocalDate.of(2021, 7, 1).atTime(20, 0).atZone(clock.getZone()));
        attachments.sweep();
        assertThat(attachments.bytesOf(abandoned)).isEqualTo(PNG);
        clock.moveTo(LocalDate.of(2021, 7, 3));
        attachments.sweep();

        assertThatThrownBy(() -> attachments.bytesOf(abandoned)).isInstanceOf(AttachmentUnknown.class);
    }

    @Test
    void letsNobodyClaimAFileThatSomebodyElseJustUploaded() {
        var mine = attachments.store("của tôi.png", PNG, "y-te.officer").id();

        assertThatThrownBy(() -> attachments.claim(List.of(mine), "evidence:1", "noi-vu.officer"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Tệp “của tôi.png” do người khác tải lên.");
        assertThat(attachments.claim(List.of(mine), "evidence:1", "y-te.officer"))
                .hasSize(1);
    }

    @Test
    void refusesAClaimOfAFileThatIsGone() {
        assertThatThrownBy(() -> attachments.claim(List.of(UUID.randomUUID()), "evidence:1", "y-te.officer"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Có tệp không còn trên máy chủ: hãy tải lên lại.");
    }
}
