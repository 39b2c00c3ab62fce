package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.Origin;

/** One campaign of one unit: a content drafted, returned, signed, brought out on a channel and corrected there. */
class CampaignInTasklistTests extends BrowserTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};
    private static final String TITLE = "Mô hình nuôi cá lồng bè bền vững";

    @Autowired
    Assignments assignments;

    @Autowired
    EvidenceBook evidence;

    @Test
    void isDraftedReturnedSignedDisseminatedAndCorrected() {
        var subject = "KT-2a – Phòng Kinh tế – quý III/2021";
        var duty = assignments.open(
                new AssignmentOrder(
                        "269-kh-ubnd-2021",
                        "KT-2a",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        subject,
                        null,
                        LocalDate.of(2030, 12, 31),
                        "unit-campaign"),
                "phong-vhtt.head");
        var head = signIn("phong-kinh-te.head");
        head.open("Nhận việc").choose("Nhận việc").complete();
        head.open("Phân công cán bộ").complete();

        var officer = signIn("phong-kinh-te.officer");
        officer.open("Chọn nội dung").seesInForm("Treo băng rôn, pano, áp phích");
        officer.choose("Soạn nội dung mới").complete();
        officer.open("Soạn nội dung")
                .type("title", TITLE)
                .choose("ND-3")
                .choose("Nuôi trồng bền vững")
                .select("formOfWork", "Bài")
                .choose("Hộ gia đình")
                .seesChosen("Băng rôn trên các tuyến đường");
        officer.completeRefused("Chưa điền nội dung.");
        officer.type("text", "Giảm mật độ lồng nuôi.");
        officer.attach("files", "lồng bè.png", "image/png", PNG);
        officer.screenshot("soan-noi-dung").complete();

        head.open("Duyệt nội dung").seesInForm("Giảm mật độ lồng nuôi.").seesInForm("lồng bè.png");
        head.choose("Trả lại người soạn").completeRefused("Chưa điền ý kiến trả lại");
        head.type("remark", "Thêm số liệu năm 2021").complete();
        officer.open("Soạn nội dung").seesInForm("Thêm số liệu năm 2021").seesInForm("Duyệt nội dung: trả lại");
        officer.type("text", "Giảm mật độ lồng nuôi từ 2021.").complete();
        head.open("Duyệt nội dung").unfold("Các bản trước").seesInForm("Giảm mật độ lồng nuôi.");
        head.choose("Nội dung đạt").complete();
        var office = signIn("van-phong.officer");
        office.open("Kiểm tra thể thức").choose("Thể thức đạt").complete();
        head.open("Ký duyệt").seesInForm("Lãnh đạo đơn vị soạn");
        head.choose("Đồng ý ký duyệt").screenshot("ky-duyet").complete();

        officer.open("Chọn kênh")
                .seesInForm("Đã duyệt")
                .unfold("Xem nội dung")
                .seesInForm(TITLE)
                .screenshot("chon-kenh");
        for (int named = 0; named < 3; named++) {
            officer.click("Bỏ kênh này");
        }
        officer.type("runs[0].place", "đường 30/4").complete();
        officer.open("Thực hiện trên kênh").seesInForm("đường 30/4").choose("Đã thực hiện");
        officer.type("from", "20/11/2026").type("measures.POSTERS", "12");
        officer.completeRefused("Chưa có ảnh chụp");
        officer.attach("files", "áp phích.png", "image/png", PNG)
                .screenshot("thuc-hien-tren-kenh")
                .complete();
        officer.open("Trình kết quả").seesInForm("Số áp phích: 12");

        officer.startProcess("Đính chính, thu hồi nội dung")
                .select("content", TITLE)
                .choose("Áp phích")
                .choose("Đính chính")
                .type("reason", "Sai số điện thoại")
                .start();
        head.open("Duyệt đính chính").seesInForm("Sai số điện thoại");
        head.choose("Đồng ý đính chính").complete();
        officer.open("Đính chính, gỡ trên kênh")
                .type("from", "21/11/2026")
                .type("note", "In lại, dán đè")
                .type("measures.POSTERS", "10")
                .attach("files", "dán đè.png", "image/png", PNG)
                .complete();

        officer.startProcess("Soạn và duyệt nội dung")
                .choose("Sửa nội dung đã có")
                .choose(TITLE)
                .start();
        officer.open("Soạn nội dung: " + TITLE)
                .choose("Không soạn nữa")
                .type("reason", "Thử biểu mẫu")
                .complete();

        assertThat(evidence.of(duty)).singleElement().satisfies(entry -> assertThat(entry.measures())
                .containsValue(10L));
        assertThat(head.pageErrors()).isEmpty();
        assertThat(officer.pageErrors()).isEmpty();
        assertThat(office.pageErrors()).isEmpty();
    }
}
