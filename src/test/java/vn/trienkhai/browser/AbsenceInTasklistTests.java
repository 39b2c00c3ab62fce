package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.VietnamTime;

/**
 * A head goes on leave, an officer receives work in the head's place, the head comes back early. Both stay signed in, in
 * sessions that ask for their groups every second instead of every minute.
 */
@TestPropertySource(properties = "camunda.bpm.webapp.auth.cache.time-to-live=1000")
class AbsenceInTasklistTests extends BrowserTest {

    @Autowired
    Assignments assignments;

    @Autowired
    IdentityService identityService;

    @Autowired
    TaskService taskService;

    @Autowired
    Clock clock;

    @Test
    void workOfTheHeadIsDoneByTheSubstituteUntilTheHeadIsBack() {
        var today = LocalDate.now(clock);
        var subject = "KT-1b – Phòng Kinh tế – nghỉ phép";
        open(subject);
        var head = signIn("phong-kinh-te.head");
        var officer = signIn("phong-kinh-te.officer");
        assertThat(officer.taskNames()).noneMatch(name -> name.contains(subject));
        head.startProcess("Vắng mặt, bàn giao")
                .choose("Nghỉ phép, đi vắng")
                .select("substitute", "Chuyên viên Phòng Kinh tế")
                .type("firstDay", VietnamTime.format(today))
                .type("lastDay", VietnamTime.format(today.plusDays(7)))
                .type("reason", "Nghỉ phép năm");
        head.screenshot("vang-mat").start();
        await().atMost(Duration.ofMinutes(1)).until(() -> isInGroupOfTheHead("phong-kinh-te.officer"));

        officer.open(subject)
                .seesInForm("Bạn đang thay")
                .seesInForm("Trưởng phòng Kinh tế (đến hết %s)".formatted(VietnamTime.format(today.plusDays(7))));
        var receipt = taskService
                .createTaskQuery()
                .taskNameLike("%" + subject)
                .singleResult()
                .getId();
        officer.choose("Nhận việc").screenshot("thay-nhan-viec").complete();
        assertThat((String) head.page()
                        .evaluate("id => fetch('/api/forms/tasks/' + id).then(gone => gone.text())", receipt))
                .contains("đã được Chuyên viên Phòng Kinh tế (thay Trưởng phòng Kinh tế) hoàn thành lúc");
        officer.open("Phân công cán bộ").unfold("Lịch sử");
        officer.seesInForm("Chuyên viên Phòng Kinh tế (thay Trưởng phòng Kinh tế)")
                .screenshot("thay-lich-su");

        head.startProcess("Trở lại làm việc sớm")
                .select(
                        "absence",
                        "Trưởng phòng Kinh tế, Chuyên viên Phòng Kinh tế thay, từ %s đến hết %s"
                                .formatted(VietnamTime.format(today), VietnamTime.format(today.plusDays(7))))
                .type("reason", "Đã trở lại làm việc")
                .start();

        assertThat(isInGroupOfTheHead("phong-kinh-te.officer")).isFalse();
        head.open("Phân công cán bộ");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> officer.taskNames().stream().noneMatch(name -> name.contains(subject)));
        assertThat(head.pageErrors()).isEmpty();
        assertThat(officer.pageErrors()).isEmpty();
    }

    private boolean isInGroupOfTheHead(String userId) {
        return identityService
                        .createGroupQuery()
                        .groupId("phong-kinh-te.head")
                        .groupMember(userId)
                        .count()
                == 1;
    }

    private void open(String subject) {
        assignments.open(
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
    }
}
