package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.plan.PlanStatus;
import vn.trienkhai.plan.Plans;

/** One inspection with a recommendation, from programme to conclusion, each step as its own user in Tasklist. */
class InspectionInTasklistTests extends BrowserTest {

    private static final String PLAN = "269-kh-ubnd-2021";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    Plans plans;

    @Autowired
    Clock clock;

    @BeforeEach
    void planIsInForce() {
        if (plans.plan(PLAN).status() != PlanStatus.ADOPTED) {
            plans.adopt(PLAN, "ubnd.head");
        }
    }

    @Test
    void isProposedApprovedAnnouncedCarriedOutAndFollowedUp() {
        var today = LocalDate.now(clock);
        var officer = signIn("phong-vhtt.officer");
        officer.startProcess("Chương trình kiểm tra")
                .seesInForm("Kiểm tra việc thực hiện công tác thông tin, tuyên truyền")
                .type("name", "Kiểm tra đợt 1")
                .type("content", "Truyền thanh cơ sở")
                .select("visits[0].unit", "Ủy ban nhân dân phường Dương Đông")
                .type("visits[0].visitDate", TYPED.format(today.plusDays(7)))
                .seesChosen("Chuyên viên 1 Phòng VH&TT")
                .screenshot("lap-chuong-trinh-kiem-tra")
                .start();

        var leader = signIn("ubnd.head");
        leader.open("Duyệt chương trình kiểm tra")
                .seesInForm("Ủy ban nhân dân phường Dương Đông")
                .choose("Trả lại để sửa")
                .type("reason", "Thêm xã Dương Tơ")
                .complete();
        officer.open("Sửa chương trình kiểm tra")
                .seesInForm("Thêm xã Dương Tơ")
                .choose("Sửa và trình lại")
                .click("Thêm đơn vị")
                .select("visits[1].unit", "Ủy ban nhân dân xã Dương Tơ")
                .type("visits[1].visitDate", TYPED.format(today))
                .completeRefused("Ngày kiểm tra phải sau hôm nay, vì phải thông báo trước.")
                .completeRefused("Chưa chọn người kiểm tra.")
                .click("Bỏ đơn vị này")
                .select("visits[0].unit", "Ủy ban nhân dân xã Dương Tơ");
        officer.type("visits[0].visitDate", TYPED.format(today.plusDays(7)));
        officer.choose("Chuyên viên 1 Phòng VH&TT").complete();
        leader.open("Duyệt chương trình kiểm tra").choose("Duyệt chương trình").complete();

        officer.open("Gửi thông báo kiểm tra: VHTT-2 – UBND xã Dương Tơ – Kiểm tra đợt 1")
                .type("visitDate", TYPED.format(today.plusDays(8)))
                .completeRefused("chưa điền lý do")
                .type("reason", "Đơn vị họp")
                .complete();
        var unit = signIn("duong-to.head");
        unit.open("Gửi báo cáo tự kiểm tra")
                .seesInForm("Chưa có minh chứng.")
                .screenshot("bao-cao-tu-kiem-tra")
                .complete();

        officer.open("Kiểm tra tại đơn vị").seesInForm("đã gửi ngày").choose("Đã kiểm tra, lập biên bản");
        for (int i = 0; i < 3; i++) {
            officer.page()
                    .locator("fieldset.tk-panel")
                    .nth(i)
                    .getByText("Đạt", new GetByTextOptions().setExact(true))
                    .click();
        }
        officer.click("Thêm kiến nghị")
                .type("recommendations[0].text", "Sửa cụm loa ấp 2")
                .completeRefused("Chưa điền thời hạn khắc phục.")
                .type("recommendations[0].due", TYPED.format(today.plusDays(30)))
                .select("recommendations[0].duty", "XP-2 – Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở")
                .screenshot("kiem-tra")
                .complete();
        unit.open("Thông qua biên bản")
                .seesInForm("Sửa cụm loa ấp 2")
                .choose("Thông qua, bảo lưu ý kiến")
                .type("reservation", "Loa hỏng do bão")
                .screenshot("thong-qua-bien-ban")
                .complete();

        unit.open("Nhận việc: Kiến nghị sau kiểm tra: Sửa cụm loa ấp 2 – UBND xã Dương Tơ")
                .choose("Nhận việc")
                .complete();
        unit.open("Phân công cán bộ").choose("Cán bộ truyền thanh xã Dương Tơ").complete();
        var broadcaster = signIn("duong-to.broadcasting-officer");
        broadcaster.open("Trình kết quả").type("result", "Đã thay loa").complete();
        officer.open("Duyệt kết quả").choose("Chấp nhận").complete();
        officer.open("Kết thúc kiểm tra")
                .seesInForm("Đã thay loa")
                .seesInForm("bảo lưu ý kiến: Loa hỏng do bão")
                .type("conclusion", "Đã khắc phục")
                .screenshot("ket-thuc-kiem-tra")
                .complete();

        assertThat(officer.pageErrors()).isEmpty();
        assertThat(unit.pageErrors()).isEmpty();
        assertThat(leader.pageErrors()).isEmpty();
    }

    @Test
    void isCancelledFromTheStartForm() {
        var officer = signIn("phong-vhtt.officer");
        officer.startProcess("Chương trình kiểm tra")
                .type("name", "Kiểm tra đợt 2")
                .type("content", "Bảng tin")
                .select("visits[0].unit", "Phòng Kinh tế")
                .type("visits[0].visitDate", TYPED.format(LocalDate.now(clock).plusDays(7)))
                .start();
        signIn("ubnd.deputy")
                .open("Duyệt chương trình kiểm tra: Kiểm tra đợt 2")
                .choose("Duyệt chương trình")
                .complete();

        officer.startProcess("Hủy cuộc kiểm tra");
        officer.page().locator("select[name=visit]").selectOption(new String[] {
            officer.page()
                    .locator("select[name=visit] option")
                    .filter(new FilterOptions().setHasText("Kiểm tra đợt 2"))
                    .getAttribute("value")
        });
        officer.type("reason", "Trùng đợt của thanh tra").start();

        assertThat(officer.taskNames()).noneMatch(name -> name.contains("Kiểm tra đợt 2"));
        assertThat(officer.pageErrors()).isEmpty();
    }
}
