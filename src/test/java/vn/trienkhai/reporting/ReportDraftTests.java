package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportDraft.Written;
import vn.trienkhai.reporting.ReportFigures.Entry;
import vn.trienkhai.reporting.ReportParagraph.Source;

/** What the program proposes for the text of a report. */
class ReportDraftTests {

    private static final LocalDate FROM = LocalDate.of(2021, 6, 15);
    private static final LocalDate TO = LocalDate.of(2021, 9, 14);
    private static final Map<String, String> NAMES = Map.of(
            "an-thoi", "Ủy ban nhân dân phường An Thới",
            "y-te", "Phòng Y tế",
            "ND-3", "Tiêu dùng bền vững",
            "KENH-04", "Loa truyền thanh",
            "KENH-07", "Băng rôn trên các tuyến đường");

    @Test
    void saysInTheSectionOfResultsWhatWasCountedByTopicAndByChannel() {
        var figures = ReportFigures.of(List.of(
                new Entry(
                        "an-thoi",
                        "XP-2",
                        "KENH-04",
                        "ND-3",
                        null,
                        Map.of(Measure.BROADCASTS, 12L, Measure.MINUTES, 1250L)),
                new Entry("y-te", "KT-2a", "KENH-07", null, null, Map.of(Measure.BANNERS, 3L))));
        figures.adjust("y-te", "KENH-07", Measure.BANNERS, 2);

        assertThat(bodies(draft(Reports.OUTLINE, List.of(), figures, List.of())))
                .containsExactly(
                        "1 Từ ngày 15/06/2021 đến ngày 14/09/2021, các đơn vị đã thực hiện: 12 lượt phát; 1.250 phút"
                                + " phát; 5 băng rôn.",
                        "1 Nội dung “Tiêu dùng bền vững”: 12 lượt phát; 1.250 phút phát.",
                        "1 Không nêu nội dung: 5 băng rôn.",
                        "1 Kênh “Loa truyền thanh”: 12 lượt phát; 1.250 phút phát.",
                        "1 Kênh “Băng rôn trên các tuyến đường”: 5 băng rôn.");
    }

    @Test
    void saysThatAnEmptyPeriodIsEmpty() {
        assertThat(bodies(draft(Reports.OUTLINE, List.of(), new ReportFigures(), List.of())))
                .containsExactly("1 Từ ngày 15/06/2021 đến ngày 14/09/2021, chưa ghi nhận kết quả nào.");
    }

    @Test
    void putsTheUnitsTextsUnderTheirHeadingsEachWithItsUnit() {
        var draft = draft(
                Reports.OUTLINE,
                List.of(
                        new Written("an-thoi", List.of("Đã phân công", "", " Thiếu loa ", "", "")),
                        new Written("y-te", List.of("", "", "Không", "", "Cấp tờ rơi"))),
                new ReportFigures(),
                List.of());

        assertThat(draft)
                .filteredOn(paragraph -> paragraph.source() == Source.UNIT)
                .extracting(paragraph -> "%d %s %s %s"
                        .formatted(
                                paragraph.section(),
                                paragraph.unit().orElseThrow(),
                                paragraph.isEdited(),
                                paragraph.body()))
                .containsExactly(
                        "0 an-thoi false Ủy ban nhân dân phường An Thới: Đã phân công",
                        "2 an-thoi false Ủy ban nhân dân phường An Thới: Thiếu loa",
                        "2 y-te false Phòng Y tế: Không",
                        "4 y-te false Phòng Y tế: Cấp tờ rơi");
    }

    @Test
    void namesThoseWhoHaveNotReportedFirst() {
        assertThat(bodies(draft(
                        Reports.OUTLINE,
                        List.of(new Written("y-te", List.of("Đã làm", "", "", "", ""))),
                        new ReportFigures(),
                        List.of("an-thoi"))))
                .startsWith(
                        "0 Đến khi chốt số liệu, 1 đơn vị chưa báo cáo: Ủy ban nhân dân phường An Thới.",
                        "0 Phòng Y tế: Đã làm");
    }

    @Test
    void findsTheHeadingOfResultsInAnyOutline() {
        assertThat(bodies(draft(
                        List.of("Tình hình", "Khó khăn", "KẾT QUẢ cụ thể"), List.of(), new ReportFigures(), List.of())))
                .singleElement()
                .asString()
                .startsWith("2 ");
        assertThat(bodies(draft(List.of("Tình hình chung"), List.of(), new ReportFigures(), List.of())))
                .singleElement()
                .asString()
                .startsWith("0 ");
    }

    @Test
    void doesNotRepeatTheKindInTheTitle() {
        assertThat(ReportDocument.titleOf("Báo cáo tuyên truyền quý III/2021")).isEqualTo("Tuyên truyền quý III/2021");
        assertThat(ReportDocument.titleOf("báo cáo năm 2021")).isEqualTo("Năm 2021");
        assertThat(ReportDocument.titleOf("Kết quả phong trào")).isEqualTo("Kết quả phong trào");
        assertThat(ReportDocument.titleOf("Báo cáo")).isEqualTo("Báo cáo");
    }

    private static List<ReportParagraph> draft(
            List<String> outline, List<Written> answers, ReportFigures figures, List<String> missing) {
        return new ReportDraft(outline, NAMES::get)
                .of(answers, figures, FROM, TO, missing, (dimension, item) -> NAMES.get(item));
    }

    private static List<String> bodies(List<ReportParagraph> draft) {
        return draft.stream()
                .map(paragraph -> paragraph.section() + " " + paragraph.body())
                .toList();
    }
}
