package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.operation.OperationLog.Row;
import vn.trienkhai.operation.OperationLog.Wanted;

class OperationLogTests extends OperationTest {

    private static final LocalDate ASSIGNED = LocalDate.of(2021, 10, 4);

    @Autowired
    OperationLog log;

    @Test
    void tellsWhoClaimedAndCompletedWhat() {
        handedOut("y-te", "Việc y tế", "y-te.officer");

        assertThat(of("y-te.head", "Task"))
                .extracting(Row::who, Row::operation, Row::thing, Row::object)
                .contains(
                        tuple("Trưởng phòng Y tế", "Nhận việc", "Việc", "Nhận việc: Việc y tế " + word),
                        tuple("Trưởng phòng Y tế", "Hoàn thành", "Việc", "Nhận việc: Việc y tế " + word));
    }

    @Test
    void tellsWhyAnAssignmentChanged() {
        itIs(ASSIGNED.plusDays(7));
        var duty = open("y-te", "Việc y tế", LocalDate.of(2021, 12, 15));
        assignments.withdraw(duty, "Trùng với việc khác " + word, "phong-vhtt.head");

        assertThat(on(ASSIGNED.plusDays(7)))
                .extracting(Row::operation, Row::object, Row::change)
                .contains(tuple("Rút việc", "Việc y tế " + word, "Trùng với việc khác " + word));
    }

    @Test
    void asksForDays() {
        itIs(ASSIGNED);
        open("y-te", "Việc tháng mười", LocalDate.of(2021, 12, 15));

        assertThat(on(ASSIGNED)).anyMatch(row -> row.object().contains(word));
        assertThat(on(ASSIGNED.plusDays(1))).noneMatch(row -> row.object().contains(word));
        assertThat(on(ASSIGNED.minusDays(1))).noneMatch(row -> row.object().contains(word));
    }

    private List<Row> on(LocalDate day) {
        return log.find(new Wanted(null, "ASSIGNMENT", day, day, 0), as("ubnd.head"))
                .rows();
    }

    @Test
    void putsTheNewestFirstWhateverTheSource() {
        handedOut("y-te", "Việc y tế", "y-te.officer");

        var all = log.find(new Wanted(null, null, null, null, 0), as("admin"));

        assertThat(all.rows()).hasSize(25).extracting(Row::thing).contains("Việc", "Việc được giao");
        assertThat(all.more()).isTrue();
    }

    private List<Row> of(String user, String thing) {
        return log.find(new Wanted(user, thing, null, null, 0), as("ubnd.head")).rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ubnd.head", "ubnd.deputy", "van-phong.head"})
    void isOpenToAdministratorsLeadersAndTheOffice(String userId) {
        assertThat(log.find(new Wanted(null, null, null, null, 0), as(userId)).rows())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phong-vhtt.head", "y-te.head"})
    void isClosedToOtherHeads(String userId) {
        var head = as(userId);

        assertThatThrownBy(() -> log.find(new Wanted(null, null, null, null, 0), head))
                .isInstanceOf(NotAllowed.class);
    }
}
