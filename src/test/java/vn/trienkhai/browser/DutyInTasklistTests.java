package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;

/** One assignment, from receipt to review, each step as its own user in Tasklist. */
class DutyInTasklistTests extends BrowserTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Test
    void isReceivedHandedOutDoneReturnedAndAccepted() {
        var subject = "KT-1b – Phòng Kinh tế – quý III/2021";
        var duty = assignments.open(
                new AssignmentOrder(
                        "269-kh-ubnd-2021",
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        subject,
                        "Cung cấp danh sách mô hình sản xuất bền vững",
                        LocalDate.of(2030, 12, 31),
                        null),
                "phong-vhtt.head");

        var head = signIn("phong-kinh-te.head");
        head.open(subject).seesInForm("cung cấp thông tin").seesInForm("31/12/2030");
        head.choose("Không nhận").completeRefused("Chưa điền lý do.");
        head.type("reason", "Đang viết dở").save();
        head.open(subject).seesChosen("Không nhận").seesTyped("reason", "Đang viết dở");
        head.choose("Nhận việc").complete();
        head.open("Phân công cán bộ")
                .seesChosen("Chuyên viên Phòng Kinh tế")
                .type("note", "Xong trong tuần")
                .complete();

        var officer = signIn("phong-kinh-te.officer");
        officer.open("Trình kết quả").type("result", "Đã gửi danh sách 5 mô hình");
        officer.click("Thêm minh chứng").type("done[0].from", "31/02/2026");
        officer.attach("files0", "danh sách.png", "image/png", PNG);
        officer.completeRefused("Mong đợi ngày có thật, dạng dd/mm/yyyy, gặp “31/02/2026”.");
        officer.page().locator("#files0").scrollIntoViewIfNeeded();
        officer.screenshot("trinh-ket-qua-minh-chung");
        officer.type("done[0].from", "20/11/2026").complete();

        var reviewer = signIn("phong-vhtt.officer");
        reviewer.open("Duyệt kết quả").seesInForm("Đã gửi danh sách 5 mô hình").seesInForm("danh sách.png");
        reviewer.choose("Yêu cầu làm lại")
                .type("reason", "Thiếu địa chỉ từng mô hình")
                .complete();
        officer.open("Trình kết quả").seesInForm("Thiếu địa chỉ từng mô hình");
        officer.type("result", "Đã bổ sung địa chỉ").complete();
        reviewer.open("Duyệt kết quả").choose("Chấp nhận").complete();

        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.FULFILLED);
        assertThat(evidence.of(duty)).singleElement().satisfies(entry -> assertThat(entry.attachments())
                .hasSize(1));
        assertThat(head.pageErrors()).isEmpty();
        assertThat(officer.pageErrors()).isEmpty();
    }

    @Test
    void tellsWhatADeadlineComesToWhileItIsTyped() {
        assignments.open(
                new AssignmentOrder(
                        "269-kh-ubnd-2021",
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "KT-1b – Phòng Kinh tế – thời hạn",
                        null,
                        LocalDate.of(2030, 12, 31),
                        null),
                "phong-vhtt.head");
        var head = signIn("phong-vhtt.head").startProcess("Điều chỉnh việc đã giao");
        head.page().locator("#assignment").selectOption(new SelectOption().setIndex(1));

        head.choose("Đổi thời hạn").type("deadline", "5 ngày làm việc từ 29/8/2026");
        head.seesInForm("5 ngày làm việc từ 29/08/2026, trừ nghỉ Quốc khánh: hết ngày 09/09/2026.");
        head.type("deadline", "tuần sau").seesInForm("hoặc “10 ngày”, gặp “tuần sau”.");

        assertThat(head.page().locator("#deadline").getAttribute("aria-describedby"))
                .isEqualTo("deadline-explanation");
        assertThat(head.page().locator("#deadline-explanation").getAttribute("aria-live"))
                .isEqualTo("polite");
        assertThat(head.pageErrors()).isEmpty();
    }
}
