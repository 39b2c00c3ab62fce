package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.trienkhai.Desk;
import vn.trienkhai.MovableClock;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** Work that is due soon, extended, overdue and escalated, as staff and leaders see it. The day is Tuesday 06/07/2021. */
class DeadlineInTasklistTests extends BrowserTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 7, 6);

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Autowired
    Assignments assignments;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void itIsTuesday() {
        clock.moveTo(TODAY);
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    @Test
    void aClerkAsksForMoreTimeAndALeaderGrantsIt() {
        var subject = "KT-2a – Phòng Kinh tế – đợt tháng 7/2021";
        var duty = handedOut(subject, LocalDate.of(2021, 7, 9));

        var officer = signIn("phong-kinh-te.officer");
        officer.open(subject).seesInForm("09/07/2021").seesInForm("Sắp đến hạn, còn 3 ngày làm việc");
        officer.screenshot("sap-den-han");
        officer.startProcess("Xin gia hạn")
                .select("assignment", subject + " (hạn 09/07/2021)")
                .type("deadline", "9/7")
                .type("reason", "Nhà in giao băng rôn chậm một tuần");
        officer.startRefused("Mong đợi thời hạn như");
        officer.type("deadline", "8 ngày làm việc").seesInForm("hết ngày 16/07/2021");
        officer.screenshot("xin-gia-han");
        officer.start();

        var leader = signIn("phong-vhtt.head");
        leader.open("Quyết định gia hạn")
                .seesInForm("Nhà in giao băng rôn chậm một tuần")
                .choose("Gia hạn")
                .seesTyped("deadline", "8 ngày làm việc từ 06/07/2021");
        leader.screenshot("quyet-dinh-gia-han");
        leader.complete();

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 16));
        officer.open(subject).seesInForm("16/07/2021").seesInForm("Trong hạn, còn 8 ngày làm việc");
        officer.unfold("Lịch sử").seesInForm("Đổi hạn từ 09/07/2021 thành 16/07/2021");
        officer.screenshot("da-gia-han");
        assertThat(officer.pageErrors()).isEmpty();
        assertThat(leader.pageErrors()).isEmpty();
    }

    @Test
    void overdueWorkReachesTheHeadAndThenWhoAskedForIt() {
        var subject = "KT-2a – Phòng Kinh tế – pano tháng 6/2021";
        var duty = handedOut(subject, LocalDate.of(2021, 7, 8));

        clock.moveTo(LocalDate.of(2021, 7, 13)); // Tuesday, three working days late
        var officer = signIn("phong-kinh-te.officer");
        officer.open(subject).seesInForm("Quá hạn 3 ngày làm việc");
        officer.screenshot("qua-han");

        var head = signIn("phong-kinh-te.head");
        head.open("Quyết định việc quá hạn: " + subject)
                .seesInForm("Quá hạn 3 ngày làm việc")
                .seesInForm("báo lãnh đạo Phòng Kinh tế")
                .choose("Đôn đốc người thực hiện")
                .completeRefused("Chưa điền ý kiến.");
        head.type("note", "Treo xong trong hôm nay");
        head.screenshot("xu-ly-qua-han");
        head.complete();

        var leader = signIn("phong-vhtt.head");
        leader.open("Quyết định việc quá hạn: " + subject)
                .seesInForm("đã xử lý: Đôn đốc")
                .choose("Gia hạn")
                .type("deadline", "5 ngày làm việc")
                .seesInForm("hết ngày 20/07/2021")
                .type("note", "Mưa bão, chưa treo được");
        leader.complete();

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 20));
        officer.open(subject).seesInForm("Trong hạn, còn 5 ngày làm việc");
        officer.unfold("Lịch sử").seesInForm("Quá hạn 3 ngày làm việc: báo lãnh đạo Phòng Văn hóa và Thông tin");

        head.read("Tin báo", "Quá hạn 3 ngày làm việc: " + subject);
        head.screenshot("tin-bao");
        assertThat(head.pageErrors()).isEmpty();
        assertThat(leader.pageErrors()).isEmpty();
    }

    /** Friday 23/07/2021 is swapped for Saturday 24/07/2021. */
    @Test
    void anAdministratorEntersANoticeAfterSeeingWhatItMoves() {
        var subject = "KT-2a – Phòng Kinh tế – băng rôn tháng 7/2021";
        var duty = handedOut(subject, LocalDate.of(2021, 7, 23));

        var admin = signIn("admin");
        admin.startProcess("Thông báo lịch nghỉ")
                .select("year", "2021")
                .type("number", "01/TB-UBND")
                .type("title", "hoán đổi ngày làm việc tháng 7 năm 2021");
        admin.click("Thêm ngày")
                .type("days[0].day", "23/07/2021")
                .select("days[0].kind", "nghỉ hoán đổi")
                .type("days[0].name", "lễ hội");
        admin.click("Thêm ngày")
                .type("days[1].day", "24/7/2021")
                .select("days[1].kind", "làm bù")
                .type("days[1].name", "lễ hội");
        admin.screenshot("thong-bao-lich-nghi");
        admin.start();
        admin.open("Xem trước và xác nhận")
                .seesInForm("nghỉ hoán đổi dịp lễ hội")
                .seesInForm(subject)
                .seesInForm("24/07/2021")
                .choose("Áp dụng");
        admin.screenshot("xem-truoc-lich-nghi");
        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 23));
        admin.complete();

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 7, 24));
        assertThat(admin.pageErrors()).isEmpty();
    }

    private UUID handedOut(String subject, LocalDate due) {
        var id = assignments.open(
                new AssignmentOrder(
                        "269-kh-ubnd-2021",
                        "KT-2a",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        subject,
                        "Treo 3 băng rôn trên đường 30/4",
                        due,
                        null),
                "phong-vhtt.head");
        var desk = new Desk(engine);
        desk.as("phong-kinh-te.head")
                .complete(desk.task(id.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(id.toString(), "UserTask_HandOut"),
                        Map.of("officers", List.of("phong-kinh-te.officer")));
        return id;
    }
}
