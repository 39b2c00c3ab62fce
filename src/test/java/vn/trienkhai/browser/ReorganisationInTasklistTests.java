package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Organisation;

/** A merger is entered, tried, and returned by the Chairman; the administrator gives it up, and nothing has changed. */
class ReorganisationInTasklistTests extends BrowserTest {

    @Autowired
    Organisation organisation;

    @Autowired
    Clock clock;

    @Test
    void everybodySeesWhatWouldHappenBeforeItDoes() {
        var today = VietnamTime.format(LocalDate.now(clock));
        var admin = signIn("admin");
        admin.startProcess("Sắp xếp lại đơn vị")
                .choose("Sáp nhập, hợp nhất")
                .select("units", "Ủy ban nhân dân xã Bãi Thơm")
                .select("successor", "Ủy ban nhân dân xã Cửa Cạn")
                .type("basisNumber", "1654/NQ-UBTVQH15")
                .type("basisDate", today)
                .type("basisAgency", "Ủy ban Thường vụ Quốc hội")
                .type("effectiveOn", today);
        admin.screenshot("sap-xep-don-vi").start();

        admin.open("Xem thử và trình")
                .seesInForm("Ủy ban nhân dân xã Cửa Cạn")
                .seesInForm("Nguyên Chủ tịch UBND xã Bãi Thơm")
                .seesInForm("Từ ngày hiệu lực: UBND xã Cửa Cạn")
                .choose("Trình lãnh đạo UBND xác nhận")
                .screenshot("xem-thu-sap-xep")
                .complete();

        var leader = signIn("ubnd.head");
        leader.open("Xác nhận sắp xếp đơn vị")
                .seesInForm("Nguyên Chủ tịch UBND xã Bãi Thơm")
                .choose("Trả lại người nhập")
                .type("reason", "Chờ nghị quyết")
                .complete();

        admin.open("Xem thử và trình")
                .seesInForm("trả lại: Chờ nghị quyết")
                .choose("Bỏ, không sắp xếp")
                .complete();
        assertThat(organisation.unit("bai-thom").isInForce()).isTrue();
        assertThat(admin.pageErrors()).isEmpty();
        assertThat(leader.pageErrors()).isEmpty();
    }
}
