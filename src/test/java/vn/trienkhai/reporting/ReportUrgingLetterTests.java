package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;

class ReportUrgingLetterTests extends ReportScenario {

    @Autowired
    ReportUrgingLetter letter;

    @Test
    void listsWhoHasNotSentTheirs() {
        var request = request("phong-kinh-te", "y-te", "noi-vu", "mttq");
        answer(request, "y-te", "Đã treo 2 băng rôn");
        clock.moveTo(LocalDate.of(2021, 9, 22));

        var order = letter.make(request.toString(), "phong-vhtt.officer");

        assertThat(order.type()).isEqualTo(DocumentType.LETTER);
        assertThat(order.issuer()).isEqualTo("ubnd");
        assertThat(order.drafter()).isEqualTo("phong-vhtt");
        assertThat(order.clauses()).containsExactly("III.2", "KT-1c");
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("report-urging-letter", request.toString()));
        var text = order.text();
        assertThat(text.title()).isEqualTo("Đôn đốc gửi “Báo cáo tuyên truyền quý III/2021”");
        assertThat(text.addressees())
                .as("mass organisations are not urged")
                .containsExactly("Phòng Kinh tế", "Phòng Nội vụ");
        assertThat(lines(text))
                .containsExactly(
                        "Tại văn bản số 1234/UBND-VX ngày 13 tháng 9 năm 2021, các cơ quan, đơn vị được yêu cầu gửi “Báo cáo"
                                + " tuyên truyền quý III/2021” (số liệu từ ngày 15 tháng 6 năm 2021 đến hết ngày 14 tháng 9"
                                + " năm 2021) về Phòng Văn hóa và Thông tin chậm nhất ngày 20 tháng 9 năm 2021.",
                        "Tính đến 08 giờ 00 phút, ngày 22 tháng 9 năm 2021, còn 2 cơ quan, đơn vị chưa gửi báo cáo, cụ thể như"
                                + " sau:",
                        "Ủy ban nhân dân thành phố Phú Quốc yêu cầu thủ trưởng các cơ quan, đơn vị chưa gửi báo cáo khẩn trương"
                                + " gửi về Phòng Văn hóa và Thông tin để tổng hợp; sau thời hạn tổng hợp, đơn vị không gửi được"
                                + " ghi “chưa báo cáo”.",
                        "Ủy ban nhân dân thành phố Phú Quốc yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.");
        assertThat(rows(text))
                .containsExactly(
                        List.of(
                                "1",
                                "Phòng Kinh tế",
                                "Báo cáo công tác tuyên truyền khi có yêu cầu – Báo cáo tuyên truyền quý III/2021 (mục III.2)",
                                "20/09/2021",
                                "quá hạn 2 ngày làm việc"),
                        List.of(
                                "2",
                                "Phòng Nội vụ",
                                "Báo cáo công tác tuyên truyền khi có yêu cầu – Báo cáo tuyên truyền quý III/2021 (mục III.2)",
                                "20/09/2021",
                                "quá hạn 2 ngày làm việc"));
    }

    @Test
    void isMadeByWhoMayUrgeAndNotWhereNobodyIsMissing() {
        var request = request("tu-phap");

        assertThat(letter.subjectsFor("van-phong.officer"))
                .contains(new Choice(request.toString(), "Báo cáo tuyên truyền quý III/2021: 1 đơn vị chưa gửi"));
        assertThat(letter.subjectsFor("tu-phap.head")).isEmpty();
        assertThatThrownBy(() -> letter.make(request.toString(), "tu-phap.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Chỉ đơn vị chủ trì, văn phòng và nơi ban hành kế hoạch đôn đốc được, khi đang thu báo cáo của các"
                                + " đơn vị.");
        var asked = request("phu-nu");
        assertThatThrownBy(() -> letter.make(asked.toString(), "phong-vhtt.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Không còn đơn vị nào phải gửi “Báo cáo tuyên truyền quý III/2021”: không cần công văn đôn đốc.");
    }

    private static List<String> lines(DocumentText text) {
        return text.body().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static List<List<String>> rows(DocumentText text) {
        return text.body().stream()
                .filter(Table.class::isInstance)
                .map(block -> ((Table) block).rows())
                .findFirst()
                .orElseThrow();
    }
}
