package vn.trienkhai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Cosigner;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;

/** Minutes, notice and plan of an inspection, made of what the module recorded. */
class InspectionDocumentsTests extends InspectionScenario {

    private static final String BASIS =
            "Căn cứ mục III.1 Kế hoạch số 269/KH-UBND ngày 10 tháng 6 năm 2021 của Ủy ban nhân dân"
                    + " thành phố Phú Quốc về thông tin, tuyên truyền về Chương trình hành động quốc gia sản xuất và tiêu dùng bền"
                    + " vững giai đoạn 2021 - 2030 trên địa bàn thành phố Phú Quốc";
    private static final String APPROVAL =
            "Căn cứ chương trình “Kiểm tra quý III/2021” đã được Ủy ban nhân dân thành phố Phú"
                    + " Quốc duyệt ngày 01 tháng 7 năm 2021";

    @Autowired
    InspectionMinutes minutes;

    @Autowired
    InspectionNotice notice;

    @Autowired
    InspectionProgrammeDocument plan;

    @Test
    void minutesSayWhatWasFoundRecommendedAndAnswered() {
        var visit = visitedDuongDong(
                Map.of("text", "Sửa cụm loa khu phố 3", "due", "30/07/2021", "duty", "XP-2"),
                Map.of("text", "Ghi sổ nhật ký phát thanh", "due", "31/08/2021"));
        desk.as("duong-dong.deputy")
                .complete(
                        task(visit, "UserTask_ConfirmMinutes"),
                        Map.of("agreed", false, "reservation", "Loa hỏng do bão, đã báo sửa"));

        var order = minutes.make(visit.toString(), "phong-vhtt.officer-2");

        assertThat(order.type()).isEqualTo(DocumentType.MINUTES);
        assertThat(order.issuer()).isEqualTo("phong-vhtt");
        assertThat(order.drafter()).isEqualTo("phong-vhtt");
        assertThat(order.planId()).isEqualTo(PLAN_269);
        assertThat(order.clauses()).containsExactly("VHTT-2", "XP-1", "XP-2", "XP-3");
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("inspection-minutes", visit.toString()));
        var text = order.text();
        assertThat(text.title())
                .isEqualTo("Kiểm tra công tác thông tin, tuyên truyền tại Ủy ban nhân dân phường Dương Đông");
        assertThat(text.addressees()).isEmpty();
        assertThat(text.bases()).containsExactly(BASIS, APPROVAL);
        assertThat(lines(text))
                .containsExactly(
                        "Thời gian: bắt đầu lúc … giờ … phút, ngày 15 tháng 7 năm 2021.",
                        "Địa điểm: Ủy ban nhân dân phường Dương Đông.",
                        "I. THÀNH PHẦN",
                        "1. Bên kiểm tra (Phòng Văn hóa và Thông tin):",
                        "- Chuyên viên 1 Phòng VH&TT",
                        "2. Bên được kiểm tra (Ủy ban nhân dân phường Dương Đông):",
                        "- Phó Chủ tịch UBND phường Dương Đông",
                        "II. NỘI DUNG KIỂM TRA",
                        "1. Nội dung: Việc tuyên truyền trên truyền thanh cơ sở.",
                        "2. Thời kỳ được kiểm tra: từ ngày 01 tháng 01 năm 2021 đến hết ngày 30 tháng 6 năm 2021.",
                        "3. Báo cáo tự kiểm tra của đơn vị: đã gửi ngày 01/07/2021.",
                        "III. KẾT QUẢ KIỂM TRA",
                        "IV. KIẾN NGHỊ",
                        "V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA",
                        "Đơn vị thông qua biên bản ngày 15 tháng 7 năm 2021, bảo lưu ý kiến: Loa hỏng do bão, đã báo sửa",
                        "Buổi kiểm tra kết thúc vào … giờ … phút, ngày … tháng … năm …");
        assertThat(tables(text).get(0).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Chỉ đạo cán bộ văn hóa, cán bộ truyền thanh triển khai tuyên truyền (mục III.4)",
                                "Đạt",
                                ""),
                        List.of(
                                "2",
                                "Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở (mục III.4)",
                                "Chưa đạt",
                                "Loa khu phố 3 hỏng <b>& %s."),
                        List.of("3", "Báo cáo công tác tuyên truyền khi có yêu cầu (mục III.4)", "Không áp dụng", ""));
        assertThat(tables(text).get(1).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Sửa cụm loa khu phố 3",
                                "Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở",
                                "30/07/2021"),
                        List.of("2", "Ghi sổ nhật ký phát thanh", "", "31/08/2021"));
        assertThat(text.cosigners())
                .containsExactly(new Cosigner("Đại diện đơn vị được kiểm tra", "Phó Chủ tịch UBND phường Dương Đông"));
        assertThat(text.recipients()).containsExactly("Ủy ban nhân dân phường Dương Đông");
    }

    @Test
    void minutesLeaveOpenWhatNobodyHasSaidYet() {
        var visit = visitedDuongDong();

        var text = minutes.make(visit.toString(), OFFICER).text();

        assertThat(lines(text)).contains("Không có kiến nghị.").containsOnlyOnce("- ……………………", "……………………");
        assertThat(text.cosigners()).containsExactly(new Cosigner("Đại diện đơn vị được kiểm tra", null));
    }

    @Test
    void minutesAreMadeByTheLeadAgencyAfterTheVisit() {
        var before = visitTo("duong-dong");
        sendNotice(before);
        var visited = visitedDuongDong();

        assertThat(minutes.subjectsFor(OFFICER))
                .contains(new Choice(visited.toString(), "Ủy ban nhân dân phường Dương Đông, ngày 15/07/2021"));
        assertThat(valuesFor(minutes, OFFICER)).doesNotContain(before.toString());
        refusedTo(minutes, "duong-dong.head", visited.toString());
        refusedTo(minutes, "ubnd.head", visited.toString());
        refusedTo(minutes, "nobody", visited.toString());
        for (var subject : List.of(before.toString(), "x", UUID.randomUUID().toString())) {
            assertThatThrownBy(() -> minutes.make(subject, OFFICER))
                    .isInstanceOf(FormRefused.class)
                    .hasMessage("Chỉ đơn vị chủ trì kiểm tra lập được biên bản, sau khi đã kiểm tra tại đơn vị.");
        }
    }

    @Test
    void noticeSaysWhenWhatAndByWhom() {
        var visit = visitTo("duong-dong");
        assertThat(lines(notice.make(visit.toString(), OFFICER).text()).get(6))
                .as("before it was sent, no day for the report")
                .isEqualTo(
                        "Phòng Văn hóa và Thông tin đề nghị Ủy ban nhân dân phường Dương Đông chuẩn bị nội dung, hồ sơ, bố"
                                + " trí người làm việc.");
        sendNotice(visit);

        var order = notice.make(visit.toString(), OFFICER);

        assertThat(order.type()).isEqualTo(DocumentType.NOTICE);
        assertThat(order.issuer()).isEqualTo("phong-vhtt");
        assertThat(order.text().title())
                .isEqualTo("Lịch kiểm tra công tác thông tin, tuyên truyền tại Ủy ban nhân dân phường Dương Đông");
        assertThat(order.text().bases()).containsExactly(BASIS, APPROVAL);
        assertThat(lines(order.text()))
                .containsExactly(
                        "Phòng Văn hóa và Thông tin thông báo lịch kiểm tra tại Ủy ban nhân dân phường Dương Đông như sau:",
                        "1. Thời gian: thứ Năm, ngày 15 tháng 7 năm 2021.",
                        "2. Địa điểm: Ủy ban nhân dân phường Dương Đông.",
                        "3. Nội dung: Việc tuyên truyền trên truyền thanh cơ sở.",
                        "4. Thời kỳ được kiểm tra: từ ngày 01 tháng 01 năm 2021 đến hết ngày 30 tháng 6 năm 2021.",
                        "5. Người kiểm tra: Chuyên viên 1 Phòng VH&TT.",
                        "Phòng Văn hóa và Thông tin đề nghị Ủy ban nhân dân phường Dương Đông chuẩn bị nội dung, hồ sơ, bố trí"
                                + " người làm việc; gửi báo cáo tự kiểm tra chậm nhất ngày 13 tháng 7 năm 2021.");
        assertThat(order.text().recipients())
                .containsExactly(
                        "Ủy ban nhân dân phường Dương Đông", "Ủy ban nhân dân thành phố Phú Quốc (để báo cáo)");
    }

    @Test
    void noticeAndPlanOfAProgrammeListItsVisits() {
        var programme =
                approvedProgramme(stop("duong-dong", VISIT_DATE), stop("phong-kinh-te", LocalDate.of(2021, 7, 19)));

        var announced = notice.make(programme.toString(), OFFICER).text();
        var issued = plan.make(programme.toString(), OFFICER);

        assertThat(announced.title())
                .isEqualTo("Lịch kiểm tra công tác thông tin, tuyên truyền theo chương trình “Kiểm tra quý III/2021”");
        assertThat(tables(announced).get(0).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Ủy ban nhân dân phường Dương Đông",
                                "thứ Năm, 15/07/2021",
                                "Chuyên viên 1 Phòng VH&TT"),
                        List.of("2", "Phòng Kinh tế", "thứ Hai, 19/07/2021", "Chuyên viên 1 Phòng VH&TT"));
        assertThat(announced.recipients())
                .containsExactly(
                        "Ủy ban nhân dân phường Dương Đông",
                        "Phòng Kinh tế",
                        "Ủy ban nhân dân thành phố Phú Quốc (để báo cáo)");
        assertThat(issued.type()).isEqualTo(DocumentType.PLAN);
        assertThat(issued.issuer()).isEqualTo("ubnd");
        assertThat(issued.drafter()).isEqualTo("phong-vhtt");
        assertThat(issued.text().title())
                .isEqualTo("Kiểm tra công tác thông tin, tuyên truyền (Kiểm tra quý III/2021)");
        assertThat(issued.text().bases()).containsExactly(BASIS);
        assertThat(tables(issued.text()).get(0).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Ủy ban nhân dân phường Dương Đông",
                                "thứ Năm, 15/07/2021",
                                "Chuyên viên 1 Phòng VH&TT"),
                        List.of("2", "Phòng Kinh tế", "thứ Hai, 19/07/2021", "Chuyên viên 1 Phòng VH&TT"));
        assertThat(issued.text().recipients())
                .containsExactly(
                        "Chủ tịch, các Phó Chủ tịch UBND thành phố",
                        "Ủy ban nhân dân phường Dương Đông",
                        "Phòng Kinh tế",
                        "Phòng Văn hóa và Thông tin");
        sendNotice(inspections.visitsOf(programme).get(0).id());
        assertThat(tables(notice.make(programme.toString(), OFFICER).text())
                        .get(0)
                        .rows())
                .extracting(row -> row.get(row.size() - 1))
                .as("days for the self-reports")
                .containsExactly("13/07/2021", "");
        assertThat(valuesFor(notice, OFFICER)).contains(programme.toString());
        assertThat(valuesFor(plan, OFFICER)).contains(programme.toString());
    }

    @Test
    void noticeIsMadeBeforeTheVisitOnlyAndByTheLeadAgencyOnly() {
        var visited = visitedDuongDong();
        clock.moveTo(LocalDate.of(2021, 7, 1));
        var ahead = visitTo("an-thoi");
        var proposed = programmeOf(propose(stop("an-thoi", LocalDate.of(2021, 8, 3))));

        assertThat(valuesFor(notice, OFFICER))
                .contains(ahead.toString())
                .doesNotContain(visited.toString(), proposed.toString());
        refusedTo(notice, "an-thoi.head", ahead.toString());
        assertThatThrownBy(() -> notice.make(visited.toString(), OFFICER))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chỉ đơn vị chủ trì kiểm tra thông báo được lịch kiểm tra, trước khi kiểm tra tại đơn vị.");
        assertThat(valuesFor(plan, OFFICER)).as("to be approved by signing").contains(proposed.toString());
        refusedTo(plan, "ubnd.head", proposed.toString());
    }

    private UUID visitedDuongDong(Object... recommendations) {
        clock.moveTo(LocalDate.of(2021, 7, 1));
        var visit = visitTo("duong-dong");
        sendNotice(visit);
        submitSelfReport(visit, "duong-dong.culture-officer");
        clock.moveTo(VISIT_DATE);
        var answer = visited(visit, recommendations);
        answer.put(
                "findings",
                List.of(
                        Map.of("dutyCode", "XP-1", "result", "MET"),
                        Map.of("dutyCode", "XP-2", "result", "NOT_MET", "note", "Loa khu phố 3 hỏng <b>& %s."),
                        Map.of("dutyCode", "XP-3", "result", "NOT_APPLICABLE")));
        desk.as(OFFICER).complete(task(visit, "UserTask_ConductVisit"), answer);
        return visit;
    }

    private static void refusedTo(DocumentMaker maker, String user, String subject) {
        assertThat(valuesFor(maker, user)).doesNotContain(subject);
        assertThatThrownBy(() -> maker.make(subject, user)).isInstanceOf(FormRefused.class);
    }

    private static List<String> valuesFor(DocumentMaker maker, String user) {
        return maker.subjectsFor(user).stream().map(Choice::value).toList();
    }

    /** Headings and paragraphs. */
    private static List<String> lines(DocumentText text) {
        return text.body().stream()
                .filter(block -> !(block instanceof Table))
                .map(InspectionDocumentsTests::line)
                .toList();
    }

    private static String line(Block block) {
        return block instanceof Heading heading ? heading.text() : ((Paragraph) block).text();
    }

    private static List<Table> tables(DocumentText text) {
        return text.body().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
