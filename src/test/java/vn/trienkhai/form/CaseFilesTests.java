package vn.trienkhai.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.form.CaseFilePart.Entry;
import vn.trienkhai.form.CaseFiles.ChapterShown;

/** Cards and case files are read by whoever may see the task, and by nobody else. */
class CaseFilesTests extends ProcessTest {

    @Autowired
    Assignments assignments;

    @Autowired
    CaseFiles caseFiles;

    @Autowired
    TaskCards cards;

    @Test
    void areForTheOwnUnitAndNotForAnother() {
        var task = receiptOf("tu-phap", LocalDate.of(2021, 9, 30), new Origin("test", newId()));

        signIn("tu-phap.head", "tu-phap", "tu-phap.head");
        assertThat(caseFiles.of(task)).isPresent();
        assertThat(cards.of(List.of(task))).singleElement().satisfies(card -> {
            assertThat(card.unit()).isEqualTo("Phòng Tư pháp");
            assertThat(card.clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.2");
            assertThat(card.day()).isEqualTo("30/09/2021");
            assertThat(card.timing().state()).isEqualTo("ON_TRACK");
        });
        signIn("thanh-tra.head", "thanh-tra", "thanh-tra.head");
        assertThat(caseFiles.of(task)).isEmpty();
        assertThat(cards.of(List.of(task))).isEmpty();
    }

    @Test
    void comparesUnitsForWhoeverAskedThemAndOnlyCountsForTheOthers() {
        var origin = new Origin("test", newId());
        var task = receiptOf("tu-phap", null, origin);
        receiptOf("thanh-tra", LocalDate.of(2021, 9, 30), origin);

        signIn("tu-phap.head", "tu-phap", "tu-phap.head");
        assertThat(titles(task, "Đơn vị cùng được giao")).containsExactly("1 việc khác cùng đợt, 0 đã kết thúc");
        signIn("phong-vhtt.head", "phong-vhtt", "phong-vhtt.head");
        assertThat(titles(task, "Đơn vị cùng được giao"))
                .containsExactly("1 việc khác cùng đợt, 0 đã kết thúc", "Cung cấp thông tin – thanh-tra");
    }

    @Test
    void countsAListByStateForWhoeverMayReadIt() {
        var list = listOf("cong-an.head");
        signIn("cong-an.head", "cong-an", "cong-an.head");
        var before = cards.inList(list); // what other tests left

        engine.getIdentityService().clearAuthentication();
        receiptOf("cong-an", null, new Origin("test", newId()));
        receiptOf("cong-an", LocalDate.of(2021, 9, 30), new Origin("test", newId()));
        receiptOf("cong-an", LocalDate.of(2021, 7, 2), new Origin("test", newId()));
        receiptOf("cong-an", LocalDate.of(2021, 6, 30), new Origin("test", newId()));

        signIn("cong-an.head", "cong-an", "cong-an.head");
        assertThat(cards.inList(list))
                .isEqualTo(new TaskCards.Counts(
                        before.overdue() + 1, before.dueSoon() + 1, before.onTrack() + 1, before.none() + 1, false));
        signIn("thanh-tra.head", "thanh-tra", "thanh-tra.head");
        assertThatThrownBy(() -> cards.inList(list)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void findsTasksOfAListWithoutDiacriticsForWhoeverMayReadIt() {
        var list = listOf("quan-su.head");
        var task = receiptOf("quan-su", LocalDate.of(2021, 9, 30), new Origin("test", newId()));

        signIn("quan-su.head", "quan-su", "quan-su.head");
        var byName = cards.search(list, "nhan viec");
        assertThat(byName.more()).isFalse();
        assertThat(byName.tasks())
                .filteredOn(hit -> hit.task().equals(task))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.name()).startsWith("Nhận việc: ");
                    assertThat(hit.unit()).isEqualTo("Ban Chỉ huy Quân sự thành phố");
                    assertThat(hit.clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.2");
                    assertThat(hit.timing().state()).isEqualTo("ON_TRACK");
                });
        assertThat(cards.search(list, "chi huy QUÂN SỰ nhan").tasks())
                .as("words of the card and of the name, in any order")
                .extracting(TaskCards.Hit::task)
                .contains(task);
        assertThat(cards.search(list, "nhận giấy").tasks()).isEmpty();
        signIn("thanh-tra.head", "thanh-tra", "thanh-tra.head");
        assertThatThrownBy(() -> cards.search(list, "nhan")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void takesCommentsOfWhoeverMaySeeTheTask() {
        var task = receiptOf("tu-phap", null, new Origin("test", newId()));

        signIn("thanh-tra.head", "thanh-tra", "thanh-tra.head");
        assertThat(caseFiles.comment(task, "Của người ngoài")).isFalse();
        signIn("tu-phap.head", "tu-phap", "tu-phap.head");
        assertThat(caseFiles.comment(task, "Cần thêm hai ngày")).isTrue();

        assertThat(titles(task, "Ý kiến trao đổi")).containsExactly("Cần thêm hai ngày");
    }

    private List<String> titles(String task, String chapter) {
        return caseFiles.of(task).orElseThrow().stream()
                .filter(shown -> shown.title().equals(chapter))
                .map(ChapterShown::entries)
                .flatMap(List::stream)
                .map(Entry::title)
                .toList();
    }

    private String receiptOf(String unit, LocalDate due, Origin origin) {
        var id = assignments.open(
                new AssignmentOrder(
                        PLAN_269, "KT-1b", origin, unit, "phong-vhtt", "Cung cấp thông tin – " + unit, null, due, null),
                "phong-vhtt.head");
        return desk.task(id.toString(), "UserTask_ConfirmReceipt").getId();
    }

    private String listOf(String userId) {
        return engine.getFilterService().createTaskFilterQuery().filterName("Việc của tôi").list().stream()
                .filter(filter -> userId.equals(filter.getProperties().get("ofWhom")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private void signIn(String userId, String... groups) {
        engine.getIdentityService().setAuthentication(userId, List.of(groups));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
