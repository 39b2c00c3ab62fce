package vn.trienkhai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

class ContentSubmissionSlipTests extends ContentProcessTest {

    private static final String OFFICER = "phong-kinh-te.officer";
    private static final String HEAD = "phong-kinh-te.head";

    @Autowired
    ContentSubmissionSlip slip;

    @Autowired
    Plans plans;

    @Test
    void tellsWhatIsSubmittedWhatWasSaidAndWhoSigns() {
        var key = handedIn(draft("scope", "ALL_UNITS", "title", "Nuôi cá <lồng> & \"bè\""));
        desk.as(HEAD)
                .complete(
                        desk.task(key, "UserTask_CheckContent"),
                        Map.of("passed", false, "remark", "Nêu tên mô hình ở Hàm Ninh"));
        clock.moveTo(LocalDate.of(2021, 7, 2));
        desk.as(OFFICER)
                .complete(
                        desk.task(key, "UserTask_DraftContent"),
                        draft(
                                "scope",
                                "ALL_UNITS",
                                "title",
                                "Nuôi cá <lồng> & \"bè\"",
                                "text",
                                "Hộ nuôi ở Hàm Ninh giảm mật độ lồng.\nThu gom thức ăn thừa."));
        desk.as(HEAD).complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));

        var order = slip.make(key, OFFICER);

        assertThat(order.type()).isEqualTo(DocumentType.SUBMISSION_SLIP);
        assertThat(order.issuer()).isEqualTo("phong-kinh-te");
        assertThat(order.drafter()).isEqualTo("phong-kinh-te");
        assertThat(order.clauses()).containsExactly("II.1", "ND-3");
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("content-submission-slip", key));
        var text = order.text();
        assertThat(text.title()).isEqualTo("Duyệt nội dung “Nuôi cá <lồng> & \"bè\"”");
        assertThat(text.addressees()).containsExactly("Lãnh đạo Ủy ban nhân dân thành phố Phú Quốc");
        assertThat(lines(text))
                .containsExactly(
                        "Phòng Kinh tế kính trình Lãnh đạo Ủy ban nhân dân thành phố Phú Quốc xem xét, duyệt nội dung tuyên"
                                + " truyền sau:",
                        "I. NỘI DUNG TRÌNH DUYỆT",
                        "II. Ý KIẾN KIỂM TRA",
                        "III. NƠI DUYỆT",
                        "Lãnh đạo Ủy ban nhân dân thành phố Phú Quốc ký duyệt, theo kênh và phạm vi sử dụng của nội dung.",
                        "Toàn văn nội dung trình duyệt tại Phụ lục kèm theo.");
        assertThat(tables(text).get(0).rows())
                .containsExactly(
                        List.of("Tiêu đề", "Nuôi cá <lồng> & \"bè\""),
                        List.of("Chủ đề", "Các mô hình thực hành tốt (mục II.1)"),
                        List.of("Nội dung chi tiết", "Nuôi trồng bền vững"),
                        List.of("Hình thức", plan().formOfWork("HT-2").name()),
                        List.of(
                                "Đối tượng",
                                plan().audience("DT-04").name() + "; "
                                        + plan().audience("DT-09").name()),
                        List.of("Kênh", "Băng rôn trên các tuyến đường"),
                        List.of("Phạm vi sử dụng", "Dùng chung cho mọi đơn vị"),
                        List.of("Phiên bản", "Bản thứ 2, Chuyên viên Phòng Kinh tế soạn lúc 02/07/2021 08:00"));
        assertThat(tables(text).get(1).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Duyệt nội dung",
                                "Trưởng phòng Kinh tế",
                                "01/07/2021 08:00",
                                "Trả lại",
                                "Nêu tên mô hình ở Hàm Ninh"),
                        List.of("2", "Duyệt nội dung", "Trưởng phòng Kinh tế", "02/07/2021 08:00", "Đạt", ""));
        assertThat(text.annexes())
                .containsExactly(new Annex(
                        "Toàn văn nội dung trình duyệt",
                        List.of(
                                new Heading(1, "Nuôi cá <lồng> & \"bè\""),
                                new Paragraph("Hộ nuôi ở Hàm Ninh giảm mật độ lồng.\nThu gom thức ăn thừa.")),
                        false));
    }

    @Test
    void namesTheBoardThatAnswersForThePortal() {
        var key = handedIn(draft("channels", List.of("KENH-01")));

        var text = slip.make(key, OFFICER).text();

        assertThat(text.addressees()).containsExactly("Lãnh đạo Ban biên tập Cổng thông tin điện tử thành phố");
        assertThat(lines(text)).contains("Chưa có ý kiến kiểm tra.");
    }

    @Test
    void isMadeByTheUnitThatDraftedItWhileItWaits() {
        var key = handedIn(draft("title", "Chờ duyệt"));
        var signed = approvedBanner().toString();

        assertThat(slip.subjectsFor(OFFICER)).contains(new Choice(key, "Chờ duyệt (bản 1, Chờ duyệt nội dung)"));
        assertThat(slip.subjectsFor(HEAD))
                .extracting(Choice::value)
                .contains(key)
                .doesNotContain(signed);
        for (var user : List.of("y-te.head", "ubnd.head", "nobody")) {
            assertThat(slip.subjectsFor(user)).extracting(Choice::value).doesNotContain(key);
            assertThatThrownBy(() -> slip.make(key, user)).isInstanceOf(FormRefused.class);
        }
        assertThatThrownBy(() -> slip.make(signed, OFFICER))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chỉ đơn vị soạn lập được phiếu trình, khi nội dung đang chờ kiểm tra hoặc chờ ký duyệt.");
    }

    private String handedIn(Map<String, ?> draft) {
        var key = desk.as(OFFICER)
                .start("content-production", Map.of("act", "WRITE", "plan", PLAN_269))
                .getBusinessKey();
        desk.as(OFFICER).complete(desk.task(key, "UserTask_DraftContent"), draft);
        return key;
    }

    private PlanDefinition plan() {
        return plans.definition(PLAN_269);
    }

    private static List<String> lines(DocumentText text) {
        return text.body().stream()
                .filter(block -> !(block instanceof Table))
                .map(block -> block instanceof Heading heading ? heading.text() : ((Paragraph) block).text())
                .toList();
    }

    private static List<Table> tables(DocumentText text) {
        return text.body().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
