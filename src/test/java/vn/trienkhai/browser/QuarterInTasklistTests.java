package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.calendar.VietnamTime;

/**
 * The main line of plan 269 in a real browser, each step as its own user: adopted, put into a quarter's programme, drafted
 * and approved, brought out on a channel, reported on request.
 */
class QuarterInTasklistTests extends BrowserTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runsFromAdoptionToReport() {
        var lead = signIn("phong-vhtt.officer");
        assertThat(lead.open("Xác nhận từng nhiệm vụ").chooseAll("Xác nhận đúng với văn bản"))
                .isEqualTo(16);
        lead.screenshot("xac-nhan-nhiem-vu").complete();
        var leader = signIn("ubnd.head");
        leader.open("Phê duyệt triển khai").choose("Phê duyệt triển khai").complete();
        var economy = signIn("phong-kinh-te.head");
        economy.open("Xác nhận nhận kế hoạch")
                .seesInForm("KT-2a")
                .choose("Chuyên viên Phòng Kinh tế")
                .complete();

        var leadHead = signIn("phong-vhtt.head");
        leadHead.startProcess("Chương trình công tác").choose("Chương trình quý");
        leadHead.page().locator("input[name=from]").first().click();
        leadHead.screenshot("lap-chuong-trinh").start();
        lead.open("Lập chương trình").click("Không giao");
        lead.selectById("bulkUnit", "Phòng Kinh tế")
                .click("Giao cả")
                .screenshot("chon-viec")
                .complete();
        leader.open("Duyệt chương trình").choose("Duyệt và giao việc").complete();

        economy.open("Nhận việc: KT-2a")
                .screenshot("nhan-viec")
                .choose("Nhận việc")
                .complete();
        economy.open("Phân công cán bộ: KT-2a").screenshot("phan-cong").complete();
        var officer = signIn("phong-kinh-te.officer");
        officer.open("Chọn nội dung").choose("Soạn nội dung mới").complete();
        officer.open("Soạn nội dung")
                .type("title", "Tái sử dụng túi đựng hàng")
                .choose("ND-3")
                .select("formOfWork", "Bài")
                .choose("Hộ gia đình")
                .type("text", "Mang theo túi khi đi chợ.")
                .complete();
        economy.open("Duyệt nội dung").choose("Nội dung đạt").complete();
        signIn("van-phong.officer")
                .open("Kiểm tra thể thức")
                .choose("Thể thức đạt")
                .complete();
        economy.open("Ký duyệt").choose("Đồng ý ký duyệt").complete();
        officer.open("Chọn kênh");
        for (int named = 0; named < 3; named++) {
            officer.click("Bỏ kênh này");
        }
        officer.complete();
        officer.open("Thực hiện trên kênh")
                .choose("Đã thực hiện")
                .type("from", VietnamTime.format(today()))
                .type("measures.POSTERS", "12")
                .attach("files", "áp phích.png", "image/png", PNG)
                .screenshot("kenh-minh-chung")
                .complete();
        officer.open("Trình kết quả: KT-2a")
                .seesInForm("Số áp phích: 12")
                .type("result", "Đã dán 12 áp phích tại chợ Dương Đông")
                .screenshot("trinh-ket-qua")
                .complete();
        lead.open("Duyệt kết quả: KT-2a")
                .screenshot("tasklist")
                .choose("Chấp nhận")
                .complete();

        leader.startProcess("Yêu cầu báo cáo")
                .type("name", "Báo cáo nhanh tuyên truyền")
                .type("basisNumber", "1234/UBND-VX")
                .type("basisDate", VietnamTime.format(today()))
                .type("content", "Kết quả và kiến nghị")
                .type("from", VietnamTime.format(today().minusDays(30)))
                .type("to", VietnamTime.format(today()))
                .type("unitsDue", VietnamTime.format(today().plusDays(7)))
                .type("wholeDue", VietnamTime.format(today().plusDays(10)));
        leader.keepOnly("units", "Phòng Kinh tế").screenshot("yeu-cau-bao-cao").start();
        economy.open("Nhận việc: KT-1c").choose("Nhận việc").complete();
        economy.open("Phân công cán bộ: KT-1c").complete();
        officer.open("Viết báo cáo của đơn vị")
                .seesInForm("Số áp phích")
                .type("bodies[1]", "Đã dán 12 áp phích")
                .screenshot("viet-bao-cao")
                .complete();
        officer.open("Trình kết quả: KT-1c").complete();
        lead.open("Duyệt kết quả: KT-1c").seesInForm("Đã dán 12 áp phích");
        lead.choose("Chấp nhận").complete();
        lead.open("Tổng hợp báo cáo").seesInForm("Phòng Kinh tế");
        lead.screenshot("tong-hop-bao-cao").complete();
        leadHead.open("Kiểm tra nội dung").choose("Nội dung đạt").complete();
        var office = signIn("van-phong.officer");
        office.open("Kiểm tra thể thức").choose("Thể thức đạt").complete();
        leader.open("Ký văn bản").choose("Đồng ý ký").complete();
        var clerk = signIn("van-phong.clerk");
        clerk.open("Cấp số, phát hành")
                .choose("Cấp số tại đây")
                .type("date", VietnamTime.format(today()))
                .complete();

        assertThat(jdbc.sql("select amount from report_figure where dimension = 'CHANNEL' and item = 'KENH-17'")
                        .query(Long.class)
                        .single())
                .isEqualTo(12L);
        assertThat(jdbc.sql("select status from report_request")
                        .query(String.class)
                        .single())
                .isEqualTo("ISSUED");
        for (var person : List.of(lead, leadHead, leader, economy, officer)) {
            assertThat(person.pageErrors()).isEmpty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
