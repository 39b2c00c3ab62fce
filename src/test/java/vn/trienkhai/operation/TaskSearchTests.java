package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trienkhai.operation.TaskSearch.DueIn;
import vn.trienkhai.operation.TaskSearch.Row;
import vn.trienkhai.operation.TaskSearch.State;
import vn.trienkhai.operation.TaskSearch.Wanted;

class TaskSearchTests extends OperationTest {

    @Test
    void findsWordsWithoutDiacriticsInAnyOrder() {
        open("phong-kinh-te", "Cung cấp danh sách mô hình");

        var found = tasks.find(words("danh sach CUNG CAP " + word, State.OPEN), as("ubnd.head"));

        assertThat(found.rows()).extracting(Row::name).containsExactly("Nhận việc: Cung cấp danh sách mô hình " + word);
        assertThat(found.rows().get(0).process()).isEqualTo("Thực hiện việc được giao");
        assertThat(found.rows().get(0).holder())
                .isEqualTo("Chờ: Phó Trưởng phòng Kinh tế, Trưởng phòng Kinh tế")
                .as("of one order, whatever the database");
        assertThat(found.rows().get(0).due()).isEqualTo("30/07/2021");
    }

    @Test
    void tellsTheDeadlineInWords() {
        open("phong-kinh-te", "Việc có hạn"); // 30/07/2021, a Friday

        assertThat(dueLabel()).isEqualTo("Trong hạn, còn 21 ngày làm việc");
        itIs(LocalDate.of(2021, 7, 27));
        assertThat(dueLabel()).isEqualTo("Sắp đến hạn, còn 3 ngày làm việc");
        itIs(LocalDate.of(2021, 7, 30));
        assertThat(dueLabel()).isEqualTo("Hôm nay là ngày cuối cùng");
        itIs(LocalDate.of(2021, 8, 3));
        assertThat(dueLabel()).isEqualTo("Quá hạn 2 ngày làm việc");
    }

    private String dueLabel() {
        return tasks.find(words(word, State.OPEN), as("ubnd.head"))
                .rows()
                .get(0)
                .dueLabel();
    }

    @Test
    void filtersByDeadline() {
        open("phong-kinh-te", "Đã quá hạn", LocalDate.of(2021, 7, 2));
        open("phong-kinh-te", "Sắp đến", LocalDate.of(2021, 7, 9));
        open("phong-kinh-te", "Còn lâu", LocalDate.of(2021, 12, 15));
        open("phong-kinh-te", "Không hạn", null);
        itIs(LocalDate.of(2021, 7, 7));

        assertThat(subjects(DueIn.OVERDUE, null, null)).containsExactly("Đã quá hạn");
        assertThat(subjects(DueIn.SOON, null, null)).containsExactly("Sắp đến");
        assertThat(subjects(DueIn.NONE, null, null)).containsExactly("Không hạn");
        assertThat(subjects(DueIn.ANY, null, null)).containsExactly("Đã quá hạn", "Sắp đến", "Còn lâu", "Không hạn");
        assertThat(subjects(DueIn.ANY, LocalDate.of(2021, 7, 9), LocalDate.of(2021, 7, 9)))
                .containsExactly("Sắp đến");
    }

    private List<String> subjects(DueIn due, LocalDate from, LocalDate until) {
        var found =
                tasks.find(new Wanted(word, null, null, null, State.OPEN, due, from, until, 0), as("phong-vhtt.head"));
        return found.rows().stream()
                .map(row -> row.name().replace("Nhận việc: ", "").replace(" " + word, ""))
                .toList();
    }

    @Test
    void findsWhatAPersonHasWhetherClaimedOrNot() {
        var duty = handedOut("phong-kinh-te", "Việc của chuyên viên", "phong-kinh-te.officer");
        var ofTheOfficer = new Wanted(word, null, "phong-kinh-te.officer", null, State.OPEN, DueIn.ANY, null, null, 0);

        assertThat(tasks.find(ofTheOfficer, as("ubnd.head")).rows())
                .extracting(Row::holder)
                .containsExactly("Chờ: Chuyên viên Phòng Kinh tế, Phó Trưởng phòng Kinh tế, Trưởng phòng Kinh tế");

        finish(duty, "phong-kinh-te.officer");
        assertThat(tasks.find(ofTheOfficer, as("ubnd.head")).rows()).isEmpty();
        var done = tasks.find(
                new Wanted(word, null, "phong-kinh-te.officer", null, State.DONE, DueIn.ANY, null, null, 0),
                as("ubnd.head"));
        assertThat(done.rows())
                .extracting(Row::dueLabel, Row::took)
                .containsExactly(tuple("Xong đúng hạn", "trong ngày"));
    }

    @Test
    void showsAHeadTheOwnUnitAndTheLeadAgencyAll() {
        open("phong-kinh-te", "Việc một");
        open("y-te", "Việc hai");

        assertThat(tasks.find(words(word, State.OPEN), as("phong-kinh-te.head")).rows())
                .extracting(Row::name)
                .containsExactly("Nhận việc: Việc một " + word);
        assertThat(tasks.find(words(word, State.OPEN), as("phong-vhtt.head")).rows())
                .hasSize(2);
        assertThat(tasks.find(words(word, State.OPEN), as("admin")).rows()).hasSize(2);
    }

    @Test
    void refusesAnotherUnitToAHeadAndEverythingToAnOfficer() {
        var ofAnother = new Wanted(null, "y-te", null, null, State.OPEN, DueIn.ANY, null, null, 0);
        var head = as("phong-kinh-te.head");

        assertThatThrownBy(() -> tasks.find(ofAnother, head))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Bạn chỉ tìm được việc của đơn vị mình lãnh đạo.");
        assertThatThrownBy(() -> as("phong-kinh-te.officer")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void turnsPages() {
        for (int i = 0; i < 30; i++) {
            open("phong-kinh-te", "Việc thứ %02d".formatted(i), LocalDate.of(2021, 8, 2));
        }

        var first = tasks.find(words(word, State.OPEN), as("phong-vhtt.head"));
        var second = tasks.find(
                new Wanted(word, null, null, null, State.OPEN, DueIn.ANY, null, null, 1), as("phong-vhtt.head"));
        var ofTheUnit = tasks.find(
                new Wanted(word, "phong-kinh-te", null, null, State.OPEN, DueIn.ANY, null, null, 1),
                as("phong-vhtt.head"));

        assertThat(first.rows()).hasSize(25);
        assertThat(first.more()).isTrue();
        assertThat(second.rows()).hasSize(5).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.more()).isFalse();
        assertThat(ofTheUnit.rows()).hasSize(5);
    }

    @Test
    void doesNotCallStoppedWorkDone() {
        var duty = open("phong-kinh-te", "Việc bị rút");
        assignments.withdraw(duty, "Trùng việc", "phong-vhtt.head");

        assertThat(tasks.find(words(word, State.DONE), as("ubnd.head")).rows()).isEmpty();
        assertThat(tasks.find(words(word, State.STOPPED), as("ubnd.head")).rows())
                .extracting(Row::state)
                .containsExactly("Đã dừng");
    }
}
