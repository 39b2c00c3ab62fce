package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.operation.OperationTables.Asked;

/** A file holds what the page found, all of it, for whoever may see the page. */
class OperationTablesTests extends OperationTest {

    @Autowired
    OperationTables tables;

    @Autowired
    HandOver handOver;

    private static Asked asked(Map<String, String> given) {
        return new Asked(
                given.get("text"),
                given.get("subject"),
                given.get("unit"),
                given.get("person"),
                given.get("process"),
                given.get("state"),
                given.get("due"),
                given.get("user"),
                given.get("thing"),
                given.get("from"),
                given.get("to"),
                given.get("until"),
                given.get("id"),
                given.get("definition"));
    }

    @Test
    void holdsEveryTaskThatWasFoundAndNotOnePage() {
        IntStream.range(0, 27).forEach(i -> open("thue", "Việc"));

        var table = tables.table("tasks", asked(Map.of("text", word)), as("ubnd.head"));

        assertThat(table.columns())
                .extracting(Column::heading)
                .containsExactly(
                        "Việc",
                        "Quy trình",
                        "Người",
                        "Hạn",
                        "So với hạn",
                        "Trạng thái",
                        "Đến lúc",
                        "Xong lúc",
                        "Thời gian");
        assertThat(table.rows()).hasSize(27).allSatisfy(row -> assertThat(row)
                .startsWith("Nhận việc: Việc " + word, "Thực hiện việc được giao")
                .contains("30/07/2021", "Đang mở"));
        assertThat(tables.table("tasks", asked(Map.of("text", word)), as("thue.head"))
                        .rows())
                .as("a head, of the own unit")
                .hasSize(27);
        assertThat(tables.table("tasks", asked(Map.of("text", word)), as("y-te.head"))
                        .rows())
                .isEmpty();
    }

    @Test
    void holdsHowOneInstanceWent() {
        var duty = handedOut("cua-duong", "Danh sách mô hình", "cua-duong.culture-officer");
        finish(duty, "cua-duong.culture-officer");
        var one = asked(Map.of("id", instanceOf(duty)));

        assertThat(tables.table(
                                "instances",
                                asked(Map.of("subject", word, "process", "duty-assignment")),
                                as("ubnd.head"))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Danh sách mô hình " + word, "Thực hiện việc được giao"));
        assertThat(tables.table("trail", one, as("cua-duong.head")).rows())
                .anySatisfy(row -> assertThat(row).contains("Đã gửi tài liệu"));
        assertThat(tables.table("steps", one, as("cua-duong.head")).rows())
                .extracting(row -> row.get(0))
                .contains("Nhận việc", "Phân công cán bộ", "Trình kết quả");
        assertThatThrownBy(() -> tables.table("trail", one, as("y-te.head"))).isInstanceOf(NotFound.class);
    }

    @Test
    void holdsHandOversLineByLine() {
        handedOut("ganh-dau", "Việc một", "ganh-dau.culture-officer");
        handedOut("ganh-dau", "Việc hai", "ganh-dau.culture-officer");
        var between = Map.of("from", "ganh-dau.culture-officer", "to", "ganh-dau.officer");

        var would = tables.table("preview", asked(between), as("ganh-dau.head"));
        assertThat(would.rows()).contains(List.of("Có", "Việc một " + word, "30/07/2021", "Đổi người được phân công"));
        var seen = handOver.preview("ganh-dau.culture-officer", "ganh-dau.officer", as("ganh-dau.head"))
                .seen();
        handOver.handOver("ganh-dau.culture-officer", "ganh-dau.officer", "Chuyển công tác", seen, as("ganh-dau.head"));

        assertThat(tables.table("hand-overs", asked(Map.of()), as("ganh-dau.head"))
                        .rows())
                .anySatisfy(row -> assertThat(row).contains("Chuyển công tác", "Việc hai " + word));
        assertThat(tables.table("hand-overs", asked(Map.of()), as("y-te.head")).rows())
                .noneSatisfy(row -> assertThat(row).contains("Việc hai " + word));
    }

    @Test
    void closesWhatThePagesClose() {
        var head = as("y-te.head");

        assertThatThrownBy(() -> tables.table("log", asked(Map.of()), head)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tables.table("tasks", asked(Map.of("unit", "phong-kinh-te")), head))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tables.table("heat", asked(Map.of("definition", "x")), head))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tables.table("secrets", asked(Map.of()), head))
                .isInstanceOf(NotFound.class)
                .hasMessage("Không có bảng “secrets”.");
        assertThatThrownBy(() -> tables.table("tasks", asked(Map.of("state", "X")), head))
                .hasMessage("Không có lựa chọn “X”.");
        assertThatThrownBy(() -> tables.table("steps", asked(Map.of()), head))
                .hasMessage("Chưa nêu “id” của bảng cần tải.");
    }
}
