package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText.Block;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.plan.CopyOfPlan269;
import vn.trienkhai.plan.Plans;

/** A Tuesday, 28/09/2021, 08:00. */
class UrgingLetterTests extends ProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 9, 28);
    private static final String CITED =
            "Kế hoạch số 269/KH-UBND ngày 10 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Phú"
                    + " Quốc về thông tin, tuyên truyền về Chương trình hành động quốc gia sản xuất và tiêu dùng bền vững giai đoạn"
                    + " 2021 - 2030 trên địa bàn thành phố Phú Quốc";

    @Autowired
    UrgingLetter letter;

    @Autowired
    Assignments assignments;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    private final CopyOfPlan269 copy = CopyOfPlan269.fresh();
    private final String plan = copy.id();

    @BeforeEach
    void bringIntoForce() {
        plans.load(copy.files());
        plans.adopt(plan, "ubnd.head");
        clock.moveTo(LocalDate.of(2021, 9, 1));
    }

    @AfterEach
    void takeOutOfForce() {
        jdbc.sql("update plan set status = 'RETURNED' where id = ?").param(plan).update();
    }

    @Test
    void listsWhatIsOverdueAndNearlyDueByUnit() {
        open("XP-2", "an-thoi", "XP-2 – UBND phường An Thới – quý III/2021", LocalDate.of(2021, 9, 30));
        open("KT-2a", "phong-kinh-te", "KT-2a – Phòng Kinh tế – quý III/2021", LocalDate.of(2021, 9, 23));
        open(
                null,
                "duong-dong",
                "Kiến nghị sau kiểm tra: Lắp lại 2 loa ở khu phố 5 – UBND phường Dương Đông",
                LocalDate.of(2021, 9, 28));
        open("KT-1b", "phong-kinh-te", "KT-1b – Phòng Kinh tế – quý III/2021", LocalDate.of(2021, 9, 27));
        open("KT-1b", "y-te", "KT-1b – Phòng Y tế – quý III/2021", LocalDate.of(2021, 10, 4));
        submitted("noi-vu");
        onHold("thanh-tra");

        var order = makeOn(TODAY);

        assertThat(table(order.text().body()).columns())
                .extracting(column -> column.heading())
                .containsExactly("TT", "Đơn vị", "Nhiệm vụ", "Hạn", "Tình trạng");
        assertThat(table(order.text().body()).rows())
                .containsExactly(
                        List.of(
                                "1",
                                "Phòng Kinh tế",
                                "Treo băng rôn, pano, áp phích – quý III/2021 (mục III.2)",
                                "23/09/2021",
                                "quá hạn 3 ngày làm việc"),
                        List.of(
                                "2",
                                "Phòng Kinh tế",
                                "Cung cấp thông tin – quý III/2021 (mục III.2)",
                                "27/09/2021",
                                "quá hạn 1 ngày làm việc"),
                        List.of(
                                "3",
                                "Ủy ban nhân dân phường Dương Đông",
                                "Kiến nghị sau kiểm tra: Lắp lại 2 loa ở khu phố 5",
                                "28/09/2021",
                                "hôm nay là hạn cuối"),
                        List.of(
                                "4",
                                "Ủy ban nhân dân phường An Thới",
                                "Thông tin, tuyên truyền trên hệ thống truyền thanh cơ sở – quý III/2021 (mục III.4)",
                                "30/09/2021",
                                "còn 2 ngày làm việc"));
        assertThat(paragraphs(order))
                .containsExactly(
                        "Qua theo dõi việc thực hiện " + CITED
                                + ", tính đến 08 giờ 00 phút, ngày 28 tháng 9 năm 2021 còn 2 việc quá hạn và 2 việc sắp đến"
                                + " hạn của 3 cơ quan, đơn vị, cụ thể như sau:",
                        "Để bảo đảm tiến độ, Ủy ban nhân dân thành phố Phú Quốc yêu cầu thủ trưởng các cơ quan, đơn vị:",
                        "1. Đối với việc quá hạn: khẩn trương hoàn thành, gửi kết quả về nơi giao việc và nêu rõ nguyên nhân"
                                + " chậm.",
                        "2. Đối với việc sắp đến hạn: tập trung thực hiện, gửi kết quả đúng hạn; trường hợp có khó khăn,"
                                + " vướng mắc thì xin gia hạn, nêu rõ lý do khi còn hạn.",
                        "3. Phòng Văn hóa và Thông tin tiếp tục theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Ủy ban nhân dân"
                                + " thành phố Phú Quốc.",
                        "Ủy ban nhân dân thành phố Phú Quốc yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.");
        assertThat(order.type()).isEqualTo(DocumentType.LETTER);
        assertThat(order.text().title()).isEqualTo("Đôn đốc thực hiện Kế hoạch số 269/KH-UBND");
        assertThat(order.text().addressees())
                .containsExactly(
                        "Phòng Kinh tế", "Ủy ban nhân dân phường Dương Đông", "Ủy ban nhân dân phường An Thới");
        assertThat(order.text().recipients())
                .containsExactly("Như trên", "Chủ tịch, các Phó Chủ tịch UBND thành phố", "Phòng Văn hóa và Thông tin");
        assertThat(order.text().bases()).isEmpty();
        assertThat(order.text().annexes()).isEmpty();
        assertThat(order.clauses()).containsExactly("III.2", "III.4", "KT-1b", "KT-2a", "XP-2");
        assertThat(order.urgency()).isEqualTo(Urgency.ORDINARY);
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("urging-letter", plan));
    }

    @Test
    void asksMassOrganisationsAndNeverCallsThemOverdue() {
        open("KT-2a", "phong-kinh-te", "KT-2a – Phòng Kinh tế – quý III/2021", LocalDate.of(2021, 9, 23));
        open(null, "mttq", "Vận động đoàn viên – Ủy ban MTTQ thành phố", LocalDate.of(2021, 9, 20));
        open(null, "phu-nu", "Vận động hội viên – Hội LHPN", LocalDate.of(2021, 10, 29));

        var order = makeOn(TODAY);

        assertThat(table(order.text().body()).rows()).singleElement().satisfies(row -> assertThat(row)
                .contains("Phòng Kinh tế"));
        assertThat(paragraphs(order))
                .contains(
                        "Ủy ban nhân dân thành phố Phú Quốc trân trọng đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"
                                + " quan tâm, phối hợp thực hiện các nội dung sau:");
        assertThat(tables(order.text().body()).get(1).rows())
                .containsExactly(
                        List.of("1", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "Vận động đoàn viên", "20/09/2021"));
        assertThat(order.text().addressees())
                .containsExactly("Phòng Kinh tế", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố");
        assertThat(order.text().toString()).doesNotContain("Phụ nữ");
    }

    @Test
    void putsManyLinesIntoAnAnnex() {
        for (var unit : List.of(
                "noi-vu",
                "y-te",
                "tu-phap",
                "thue",
                "quan-su",
                "cong-an",
                "thanh-tra",
                "van-phong",
                "quan-ly-do-thi")) {
            open("KT-2a", unit, "KT-2a – quý III/2021", LocalDate.of(2021, 9, 24));
        }
        open("KT-2a", "phong-kinh-te", "KT-2a – quý III/2021", LocalDate.of(2021, 9, 24));
        assertThat(makeOn(TODAY).text().annexes()).as("ten lines").isEmpty();
        clock.moveTo(LocalDate.of(2021, 9, 1));
        open("XP-2", "duong-dong", "XP-2 – quý III/2021", LocalDate.of(2021, 9, 24));

        var text = makeOn(TODAY).text();

        assertThat(text.annexes()).singleElement().satisfies(annex -> {
            assertThat(annex.title()).isEqualTo("Danh mục việc quá hạn, sắp đến hạn theo Kế hoạch số 269/KH-UBND");
            assertThat(table(annex.body()).rows()).hasSize(11);
        });
        assertThat(tables(text.body())).isEmpty();
        assertThat(text.addressees()).containsExactly("Các cơ quan, đơn vị có tên trong Phụ lục kèm theo");
        assertThat(text.body().get(0))
                .isEqualTo(new Paragraph("Qua theo dõi việc thực hiện " + CITED
                        + ", tính đến 08 giờ 00 phút, ngày 28 tháng 9 năm 2021 còn 11 việc quá hạn của 11 cơ quan, đơn vị"
                        + " (danh mục tại Phụ lục kèm theo)."));
        assertThat(text.toString()).doesNotContain("sắp đến hạn:");
    }

    @Test
    void isMadeByTheLeadAgencyTheOfficeAndTheIssuerAndNobodyElse() {
        open("KT-2a", "phong-kinh-te", "KT-2a – Phòng Kinh tế – quý III/2021", LocalDate.of(2021, 9, 23));
        clock.moveTo(TODAY);

        for (var user : List.of("phong-vhtt.officer", "van-phong.clerk", "ubnd.deputy")) {
            assertThat(letter.subjectsFor(user)).contains(new Choice(plan, "Kế hoạch 269/KH-UBND: 1 việc quá hạn"));
            var order = letter.make(plan, user);
            assertThat(order.issuer()).isEqualTo("ubnd");
            assertThat(order.drafter()).isEqualTo(user.substring(0, user.indexOf('.')));
        }
        assertThat(letter.subjectsFor("phong-kinh-te.head")).isEmpty();
        assertThat(letter.subjectsFor("nobody")).isEmpty();
        assertThatThrownBy(() -> letter.make(plan, "phong-kinh-te.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Chỉ Ủy ban nhân dân thành phố Phú Quốc, văn phòng và Phòng Văn hóa và Thông tin lập được công văn"
                                + " đôn đốc thực hiện Kế hoạch 269/KH-UBND.");
    }

    @Test
    void refusesWhereNothingIsToBeUrged() {
        open("KT-1b", "y-te", "KT-1b – Phòng Y tế – quý III/2021", LocalDate.of(2021, 10, 4));
        open(null, "mttq", "Vận động đoàn viên – Ủy ban MTTQ thành phố", LocalDate.of(2021, 9, 20));
        clock.moveTo(TODAY);

        assertThat(letter.subjectsFor("phong-vhtt.head"))
                .extracting(Choice::value)
                .doesNotContain(plan);
        assertThatThrownBy(() -> letter.make(plan, "phong-vhtt.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Không có việc quá hạn hoặc sắp đến hạn theo Kế hoạch 269/KH-UBND: không cần công văn đôn đốc.");
        assertThatThrownBy(() -> letter.make("<khác>", "phong-vhtt.head"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Kế hoạch này không đang có hiệu lực.");
    }

    @Test
    void isUrgentWhereUrgentWorkIsOverdueAndKeepsWordsAsTheyAre() {
        var hostile = "<w:t>&amp; %s {{x}} =HYPERLINK(\"http://x\") – hết";
        assignments.open(
                new AssignmentOrder(
                        plan,
                        null,
                        origin(),
                        "y-te",
                        "phong-vhtt",
                        hostile,
                        null,
                        DeadlineTerm.on(LocalDate.of(2021, 9, 24)),
                        null,
                        true,
                        true),
                "phong-vhtt.head");

        var order = makeOn(TODAY);

        assertThat(order.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(table(order.text().body()).rows().get(0).get(2)).isEqualTo(hostile);
    }

    @Test
    void saysThatADayHasJustPassed() {
        open("KT-1b", "y-te", "KT-1b – Phòng Y tế – quý III/2021", LocalDate.of(2021, 9, 24));

        assertThat(table(makeOn(LocalDate.of(2021, 9, 25)).text().body()).rows().get(0))
                .as("a Saturday")
                .endsWith("24/09/2021", "quá hạn dưới 1 ngày làm việc");
    }

    private DocumentOrder makeOn(LocalDate day) {
        clock.moveTo(day);
        return letter.make(plan, "phong-vhtt.officer");
    }

    private static Origin origin() {
        return new Origin("programme", UUID.randomUUID().toString());
    }

    private UUID open(String duty, String unit, String subject, LocalDate due) {
        return assignments.open(
                new AssignmentOrder(plan, duty, origin(), unit, "phong-vhtt", subject, null, due, null),
                "phong-vhtt.head");
    }

    private void submitted(String unit) {
        var work = open("KT-1b", unit, "KT-1b – quý III/2021", LocalDate.of(2021, 9, 20));
        var head = desk.as(unit + ".head");
        head.complete(desk.task(work.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        head.complete(desk.task(work.toString(), "UserTask_HandOut"), Map.of("officers", List.of(unit + ".head")));
        head.complete(desk.task(work.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
    }

    private void onHold(String unit) {
        var work = open("KT-1b", unit, "KT-1b – quý III/2021", LocalDate.of(2021, 9, 20));
        assignments.hold(work, "Chờ kinh phí", "phong-vhtt.head");
    }

    private static List<String> paragraphs(DocumentOrder order) {
        return order.text().body().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static Table table(List<Block> blocks) {
        return tables(blocks).get(0);
    }

    private static List<Table> tables(List<Block> blocks) {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
