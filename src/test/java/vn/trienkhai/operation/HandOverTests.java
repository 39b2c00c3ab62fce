package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.assignment.AssignmentEvent;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.operation.HandOver.Item;

/** The commune of Dương Đông has three officers; one of them hands over. Each test uses a commune of its own. */
class HandOverTests extends OperationTest {

    @Autowired
    HandOver handOver;

    @Autowired
    OperationLog log;

    @Test
    void listsWhatWouldMoveAndChangesNothing() {
        handedOut("an-thoi", "Việc một", "an-thoi.culture-officer");
        var claimed = handedOut("an-thoi", "Việc hai", "an-thoi.culture-officer", "an-thoi.officer");
        engine.getTaskService()
                .claim(desk.task(claimed.toString(), "UserTask_SubmitResult").getId(), "an-thoi.culture-officer");

        var preview = handOver.preview("an-thoi.culture-officer", "an-thoi.officer", as("an-thoi.head"));

        assertThat(preview.items())
                .extracting(Item::what, Item::how, Item::moves)
                .contains(
                        tuple("Việc một " + word, "Đổi người được phân công", true),
                        tuple("Việc hai " + word, "Thôi phân công; người nhận đã cùng thực hiện", true),
                        tuple("Trình kết quả: Việc một " + word, "Theo việc được phân công", true));
        asNobody();
        assertThat(assignments.get(claimed).officers()).containsExactly("an-thoi.culture-officer", "an-thoi.officer");
        assertThat(desk.task(claimed.toString(), "UserTask_SubmitResult").getAssignee())
                .isEqualTo("an-thoi.culture-officer");
    }

    @Test
    void movesAssignmentsWithTheirTasksInOneAct() {
        var waiting = handedOut("duong-to", "Việc một", "duong-to.culture-officer");
        var claimed = handedOut("duong-to", "Việc hai", "duong-to.culture-officer");
        engine.getTaskService()
                .claim(desk.task(claimed.toString(), "UserTask_SubmitResult").getId(), "duong-to.culture-officer");
        var preview = handOver.preview("duong-to.culture-officer", "duong-to.officer", as("duong-to.head"));

        handOver.handOver(
                "duong-to.culture-officer", "duong-to.officer", "Chuyển công tác", preview.seen(), as("duong-to.head"));

        asNobody();
        assertThat(assignments.get(waiting).officers()).containsExactly("duong-to.officer");
        assertThat(desk.task(claimed.toString(), "UserTask_SubmitResult").getAssignee())
                .isEqualTo("duong-to.officer");
        assertThat(assignments.historyOf(waiting))
                .last()
                .satisfies(event -> {
                    assertThat(event.what())
                            .isEqualTo("Bàn giao từ Công chức văn hóa - xã hội xã Dương Tơ cho Công chức văn phòng"
                                    + " - thống kê xã Dương Tơ");
                    assertThat(event.why()).contains("Chuyển công tác");
                    assertThat(event.actor()).contains("duong-to.head");
                })
                .extracting(AssignmentEvent::kind)
                .isEqualTo(AssignmentEvent.Kind.HANDED_OUT);
        assertThat(desk.as("duong-to.culture-officer").sees())
                .noneMatch(task -> task.getName().contains(word));
        assertThat(desk.as("duong-to.officer").sees())
                .filteredOn(task -> task.getName().contains(word))
                .hasSize(2);
        desk.as("duong-to.officer")
                .complete(desk.task(waiting.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã làm"));
    }

    @Test
    void leavesTheWorkOfAPostWithThePost() {
        var duty = open("ham-ninh", "Việc lãnh đạo nhận");
        var task = desk.task(duty.toString(), "UserTask_ConfirmReceipt").getId();
        engine.getTaskService().claim(task, "ham-ninh.head");

        var toAnOfficer = handOver.preview("ham-ninh.head", "ham-ninh.officer", as("ham-ninh.head"));
        var toTheDeputy = handOver.preview("ham-ninh.head", "ham-ninh.deputy", as("ham-ninh.head"));

        assertThat(toAnOfficer.items())
                .filteredOn(item -> item.what().contains(word))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.moves()).isFalse();
                    assertThat(item.how())
                            .startsWith("Ở lại: việc của ")
                            .contains("Chủ tịch UBND xã Hàm Ninh")
                            .endsWith("dùng “Vắng mặt, bàn giao” để thay chức danh");
                });
        assertThat(toTheDeputy.items())
                .filteredOn(item -> item.what().contains(word))
                .extracting(Item::how)
                .containsExactly("Đổi người đang giữ");

        handOver.handOver("ham-ninh.head", "ham-ninh.deputy", "Đi công tác", toTheDeputy.seen(), as("ham-ninh.head"));

        asNobody();
        assertThat(desk.task(duty.toString(), "UserTask_ConfirmReceipt").getAssignee())
                .isEqualTo("ham-ninh.deputy");
    }

    @Test
    void doesOnlyWhatWasShown() {
        handedOut("cua-duong", "Việc một", "cua-duong.culture-officer");
        var preview = handOver.preview("cua-duong.culture-officer", "cua-duong.officer", as("cua-duong.head"));
        var later = handedOut("cua-duong", "Việc hai", "cua-duong.culture-officer");
        var head = as("cua-duong.head");

        assertThatThrownBy(() -> handOver.handOver(
                        "cua-duong.culture-officer", "cua-duong.officer", "Nghỉ", preview.seen(), head))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("đã thay đổi từ khi xem thử");
        asNobody();
        assertThat(assignments.get(later).officers()).containsExactly("cua-duong.culture-officer");
    }

    @Test
    void isDoneByTheHeadOfTheUnitAndAdministratorsWithinOneUnit() {
        handedOut("cua-can", "Việc một", "cua-can.culture-officer");
        var from = "cua-can.culture-officer";

        assertThat(handOver.preview(from, "cua-can.officer", as("admin")).moving())
                .isEqualTo(1);
        var other = as("phong-kinh-te.head");
        assertThatThrownBy(() -> handOver.preview(from, "cua-can.officer", other))
                .isInstanceOf(NotAllowed.class);
        var lead = as("phong-vhtt.head");
        assertThatThrownBy(() -> handOver.preview(from, "cua-can.officer", lead))
                .isInstanceOf(NotAllowed.class);
        var head = as("cua-can.head");
        assertThatThrownBy(() -> handOver.preview(from, "phong-kinh-te.officer", head))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Mong đợi người của Ủy ban nhân dân xã Cửa Cạn, gặp Chuyên viên Phòng Kinh tế thuộc Phòng Kinh tế.");
        assertThatThrownBy(() -> handOver.preview(from, from, head)).isInstanceOf(FormRefused.class);
        var seen = handOver.preview(from, "cua-can.officer", head).seen();
        assertThatThrownBy(() -> handOver.handOver(from, "cua-can.officer", " ", seen, head))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chưa điền lý do.");
    }

    @Test
    void isRecorded() {
        handedOut("phong-kinh-te", "Việc một", "phong-kinh-te.officer");
        var preview = handOver.preview("phong-kinh-te.officer", "phong-kinh-te.deputy", as("phong-kinh-te.head"));
        handOver.handOver(
                "phong-kinh-te.officer",
                "phong-kinh-te.deputy",
                "Nghỉ thai sản " + word,
                preview.seen(),
                as("phong-kinh-te.head"));

        assertThat(handOver.lastSeenBy(as("phong-kinh-te.head")))
                .filteredOn(done -> done.why().contains(word))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.by()).isEqualTo("Trưởng phòng Kinh tế");
                    assertThat(done.items())
                            .extracting(HandOverRecords.Item::what)
                            .contains("Việc một " + word);
                });
        assertThat(handOver.lastSeenBy(as("y-te.head")))
                .noneMatch(done -> done.why().contains(word));
        assertThat(log.find(new OperationLog.Wanted("phong-kinh-te.head", "HAND_OVER", null, null, 0), as("ubnd.head"))
                        .rows())
                .anySatisfy(row -> {
                    assertThat(row.object()).isEqualTo("Chuyên viên Phòng Kinh tế → Phó Trưởng phòng Kinh tế");
                    assertThat(row.change()).isEqualTo("Nghỉ thai sản " + word);
                });
        assertThat(tasks.find(words(word, TaskSearch.State.OPEN), as("ubnd.head"))
                        .rows())
                .isNotEmpty();
        for (var thing : List.of("ASSIGNMENT", "Task")) {
            assertThat(log.find(new OperationLog.Wanted("phong-kinh-te.head", thing, null, null, 0), as("ubnd.head"))
                            .rows())
                    .as(thing)
                    .isNotEmpty();
        }
    }
}
