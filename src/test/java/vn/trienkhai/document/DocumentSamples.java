package vn.trienkhai.document;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Cosigner;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;

/** Documents as offices write them, one of each layout. */
class DocumentSamples {

    static final Letterhead COMMITTEE = new Letterhead(null, "Ủy ban nhân dân thành phố Phú Quốc", "UBND", "Phú Quốc");

    static final Letterhead DIVISION =
            new Letterhead("Ủy ban nhân dân thành phố Phú Quốc", "Phòng Văn hóa và Thông tin", "PVHTT", "Phú Quốc");

    static final Signature DEPUTY = new Signature(List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), null);

    static final List<Column> FIGURES = List.of(
            new Column("STT", true, 1),
            new Column("Đơn vị", false, 6),
            new Column("Tin, bài", true, 2),
            new Column("Lượt phát", true, 2),
            new Column("Số phút", true, 2));

    private DocumentSamples() {}

    static WordDocuments word() {
        return new WordDocuments(new Templates(
                mock(TemplateVersionRepository.class),
                mock(Attachments.class),
                new RenderingSettings(null, null, Duration.ofSeconds(60)),
                Clock.systemUTC()));
    }

    static byte[] report() {
        return word().compose(
                        DocumentType.REPORT, COMMITTEE, "VHTT", Urgency.ORDINARY, reportText(sixtyUnits()), DEPUTY);
    }

    static DocumentText reportText(Table units) {
        return new DocumentText(
                "Kết quả tuyên truyền quý III năm 2021",
                List.of("Sở Thông tin và Truyền thông tỉnh Kiên Giang"),
                List.of(
                        "Căn cứ Kế hoạch số 269/KH-UBND ngày 30 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Phú Quốc;",
                        "Căn cứ Công văn số 1234/STTTT-TTBCXB ngày 06 tháng 9 năm 2021"),
                List.of(
                        new Heading(1, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
                        new Paragraph(
                                "Ủy ban nhân dân thành phố đã chỉ đạo các cơ quan, đơn vị, Ủy ban nhân dân các xã, phường "
                                        + "tổ chức tuyên truyền bằng nhiều hình thức phù hợp với tình hình phòng, chống dịch "
                                        + "COVID-19 trên địa bàn.\nCác đơn vị đã ban hành kế hoạch và phân công người phụ trách."),
                        new Heading(1, "II. KẾT QUẢ"),
                        new Heading(2, "1. Hệ thống truyền thanh"),
                        new Heading(3, "a) Đài Truyền thanh thành phố"),
                        new Paragraph("Phát 126 lượt tin, bài với tổng thời lượng 1.250 phút."),
                        new Table(
                                "Bảng 1. Kết quả theo kênh",
                                List.of(new Column("Kênh", false, 3), new Column("Số lượng", true, 1)),
                                List.of(
                                        List.of("Đài Truyền thanh thành phố", "126"),
                                        List.of("Trang thông tin điện tử", "48"),
                                        List.of("Cộng", "174")),
                                true),
                        new Heading(1, "III. KHÓ KHĂN, HẠN CHẾ"),
                        new Paragraph("Một số xã đảo chưa có hệ thống truyền thanh."),
                        new Paragraph("Trên đây là báo cáo kết quả tuyên truyền quý III năm 2021.")),
                List.of(
                        new Annex("Số liệu theo đơn vị", List.of(units), true),
                        new Annex(
                                "Các đơn vị chưa báo cáo",
                                List.of(new Table(null, List.of(new Column("Đơn vị", false, 1)), List.of(), false)),
                                false)),
                List.of("Như trên", "CT, các PCT UBND thành phố", "Phòng VHTT"));
    }

    /** 60 units and a total. */
    static Table sixtyUnits() {
        var rows = new ArrayList<List<String>>();
        IntStream.rangeClosed(1, 60)
                .mapToObj(i -> List.of(
                        Integer.toString(i),
                        i == 7
                                ? "Ban Chỉ huy Phòng, chống thiên tai, tìm kiếm cứu nạn và phòng thủ dân sự liên xã, phường khu vực "
                                        + "Bắc đảo và quần đảo An Thới trực thuộc thành phố"
                                : "Đơn vị thứ " + i,
                        Integer.toString(i * 3),
                        Integer.toString(i * 2),
                        "1.0" + (10 + i)))
                .forEach(rows::add);
        rows.add(List.of("", "Tổng cộng", "5.490", "3.660", "62.430"));
        return new Table(null, FIGURES, rows, true);
    }

    static byte[] letter() {
        return word().compose(
                        DocumentType.LETTER,
                        DIVISION,
                        "TTTT",
                        Urgency.IMMEDIATE,
                        new DocumentText(
                                "Đôn đốc thực hiện Kế hoạch số 269/KH-UBND năm 2021",
                                List.of("Phòng Kinh tế", "Ủy ban nhân dân các xã, phường"),
                                List.of(),
                                List.of(
                                        new Paragraph(
                                                "Thực hiện Kế hoạch số 269/KH-UBND ngày 30 tháng 6 năm 2021 của Ủy "
                                                        + "ban nhân dân thành phố Phú Quốc, Phòng Văn hóa và Thông tin đề nghị các đơn vị "
                                                        + "hoàn thành các việc sau:"),
                                        new Table(
                                                null,
                                                List.of(
                                                        new Column("Đơn vị", false, 3),
                                                        new Column("Việc", false, 4),
                                                        new Column("Thời hạn", false, 2)),
                                                List.of(List.of(
                                                        "Phòng Kinh tế",
                                                        "KT-2a Tuyên truyền quý III/2021",
                                                        "14/9/2021")),
                                                false),
                                        new Paragraph("Đề nghị các đơn vị thực hiện trước ngày 20/9/2021.")),
                                List.of(),
                                List.of("Như trên", "UBND thành phố (b/c)")),
                        new Signature(List.of("TRƯỞNG PHÒNG"), null));
    }

    static byte[] minutes() {
        return word().compose(
                        DocumentType.MINUTES,
                        DIVISION,
                        "TTTT",
                        Urgency.ORDINARY,
                        new DocumentText(
                                "Kiểm tra việc thực hiện Kế hoạch số 269/KH-UBND tại Phòng Kinh tế",
                                List.of(),
                                List.of(),
                                List.of(
                                        new Paragraph("Thời gian bắt đầu: 08 giờ 00 ngày 15 tháng 9 năm 2021."),
                                        new Paragraph("Địa điểm: Phòng Kinh tế thành phố Phú Quốc."),
                                        new Paragraph("Buổi kiểm tra kết thúc vào 10 giờ 30 cùng ngày")),
                                List.of(),
                                List.of("Phòng Kinh tế"),
                                List.of(
                                        new Cosigner("Đại diện đơn vị được kiểm tra", "Nguyễn Văn An"),
                                        new Cosigner("Thư ký", null))),
                        new Signature(List.of("TRƯỞNG ĐOÀN KIỂM TRA"), "Trần Thị Bình"));
    }

    static byte[] slip() {
        return word().compose(
                        DocumentType.SUBMISSION_SLIP,
                        DIVISION,
                        "TTTT",
                        Urgency.VERY_URGENT,
                        new DocumentText(
                                "Ban hành chương trình tuyên truyền quý IV năm 2021",
                                List.of("Chủ tịch Ủy ban nhân dân thành phố"),
                                List.of("Căn cứ Kế hoạch số 269/KH-UBND"),
                                List.of(new Paragraph("Phòng Văn hóa và Thông tin kính trình xem xét, ký ban hành.")),
                                List.of(),
                                List.of()),
                        new Signature(List.of("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), null));
    }
}
