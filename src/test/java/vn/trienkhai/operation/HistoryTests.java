package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.operation.HistorySearch.Row;
import vn.trienkhai.operation.HistorySearch.State;
import vn.trienkhai.operation.HistorySearch.Wanted;

class HistoryTests extends OperationTest {

    @Autowired
    HistoryDetail details;

    @Test
    void findsFinishedWorkBySubjectProcessUnitAndDays() {
        var duty = handedOut("phong-kinh-te", "Mô hình bền vững", "phong-kinh-te.officer");
        itIs(LocalDate.of(2021, 7, 6)); // Thursday 01/07 to Tuesday 06/07: Friday, Monday, Tuesday
        finish(duty, "phong-kinh-te.officer");

        var found = history.find(wanted("mo hinh ben vung"), as("ubnd.head"));

        assertThat(found.rows())
                .extracting(Row::subject, Row::process, Row::unit, Row::started, Row::ended, Row::took, Row::state)
                .containsExactly(tuple(
                        "Mô hình bền vững " + word,
                        "Thực hiện việc được giao",
                        "Phòng Kinh tế",
                        "01/07/2021 08:00",
                        "06/07/2021 09:01",
                        "3 ngày làm việc",
                        "Hoàn thành"));
        assertThat(history.find(
                                new Wanted(
                                        "duty-assignment",
                                        word,
                                        "phong-kinh-te",
                                        State.FINISHED,
                                        LocalDate.of(2021, 7, 6),
                                        LocalDate.of(2021, 7, 6),
                                        0),
                                as("ubnd.head"))
                        .rows())
                .hasSize(1);
        assertThat(history.find(
                                new Wanted(null, word, null, State.FINISHED, null, LocalDate.of(2021, 7, 5), 0),
                                as("ubnd.head"))
                        .rows())
                .isEmpty();
        assertThat(history.find(new Wanted(null, word, null, State.RUNNING, null, null, 0), as("ubnd.head"))
                        .rows())
                .isEmpty();
    }

    private Wanted wanted(String subject) {
        return new Wanted("duty-assignment", subject + " " + word, null, State.FINISHED, null, null, 0);
    }

    @Test
    void tellsWhoDidWhatWhenAndWhichWayItWent() {
        var duty = handedOut("phong-kinh-te", "Mô hình", "phong-kinh-te.officer");
        itIs(LocalDate.of(2021, 7, 6));
        finish(duty, "phong-kinh-te.officer");

        var one = details.of(instanceOf(duty), as("phong-kinh-te.head"));

        assertThat(one.state()).isEqualTo("Hoàn thành");
        assertThat(one.quote()).isEqualTo("cung cấp thông tin");
        assertThat(one.facts())
                .contains(
                        new Fact("Đơn vị", "Phòng Kinh tế"),
                        new Fact("Thời gian", "3 ngày làm việc"),
                        new Fact("Nơi giao", "Phòng Văn hóa và Thông tin"),
                        new Fact("Thời hạn", "30/07/2021"),
                        new Fact("Người thực hiện", "Chuyên viên Phòng Kinh tế"));
        assertThat(one.trail())
                .extracting(HistoryDetail.Line::who, HistoryDetail.Line::what)
                .containsSubsequence(
                        tuple("Trưởng phòng VH&TT", "Giao việc"),
                        tuple("Trưởng phòng Kinh tế", "Nhận việc “Nhận việc: Mô hình " + word + "”"),
                        tuple("Trưởng phòng Kinh tế", "Hoàn thành việc “Nhận việc: Mô hình " + word + "”"),
                        tuple("Trưởng phòng Kinh tế", "Phân công Chuyên viên Phòng Kinh tế"),
                        tuple("Chuyên viên Phòng Kinh tế", "Trình kết quả"),
                        tuple("Chuyên viên 1 Phòng VH&TT", "Chấp nhận kết quả"));
        assertThat(one.trail())
                .filteredOn(line -> line.what().equals("Trình kết quả"))
                .extracting(HistoryDetail.Line::why)
                .containsExactly("Đã gửi tài liệu");
        assertThat(one.steps())
                .filteredOn(step -> step.name().equals("Trình kết quả"))
                .extracting(HistoryDetail.Step::who, HistoryDetail.Step::took, HistoryDetail.Step::state)
                .containsExactly(tuple("Chuyên viên Phòng Kinh tế", "3 ngày làm việc", "Đã xong"));
        assertThat(one.marks())
                .extracting(HistoryDetail.Mark::activity)
                .contains("UserTask_HandOut", "UserTask_SubmitResult")
                .doesNotContain("UserTask_DecideRefusal");
        assertThat(one.flows()).isNotEmpty();
    }

    @Test
    void givesTheModelOfTheVersionThatRan() {
        var duty = open("phong-kinh-te", "Mô hình");

        assertThat(details.diagramOf(instanceOf(duty), as("phong-kinh-te.head")))
                .contains("id=\"duty-assignment\"");
    }

    @Test
    void showsAHeadOnlyTheOwnUnit() {
        var duty = open("y-te", "Việc của Phòng Y tế");

        assertThat(history.find(new Wanted(null, word, null, State.ALL, null, null, 0), as("phong-kinh-te.head"))
                        .rows())
                .isEmpty();
        assertThat(history.find(new Wanted(null, word, null, State.ALL, null, null, 0), as("y-te.head"))
                        .rows())
                .isNotEmpty();
        var head = as("phong-kinh-te.head");
        assertThatThrownBy(() -> details.of(instance(duty), head)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> details.diagramOf(instance(duty), head)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> details.of("khong-co", as("ubnd.head"))).isInstanceOf(NotFound.class);
    }

    private String instance(UUID duty) {
        return overseers.entitled(() -> instanceOf(duty));
    }
}
