package vn.trienkhai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.DocumentOrder;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.DocumentType;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;

/** The programme of a quarter and the proposal to approve it. */
class ProgrammeDocumentsTests extends ProcessTest {

    private static final String OFFICER = "phong-vhtt.officer";
    private static final String CITED =
            "Kế hoạch số 269/KH-UBND ngày 10 tháng 6 năm 2021 của Ủy ban nhân dân thành phố Phú"
                    + " Quốc về thông tin, tuyên truyền về Chương trình hành động quốc gia sản xuất và tiêu dùng bền vững giai đoạn"
                    + " 2021 - 2030 trên địa bàn thành phố Phú Quốc";

    @Autowired
    Plans plans;

    @Autowired
    WorkProgrammes programmes;

    @Autowired
    ProgrammeDocument document;

    @Autowired
    ProgrammeProposalDocument proposal;

    @Autowired
    JdbcClient jdbc;

    private final CopyOfPlan269 copy = CopyOfPlan269.fresh();
    private final String plan = copy.id();

    @BeforeEach
    void bringIntoForce() {
        plans.load(copy.files());
        plans.adopt(plan, "ubnd.head");
    }

    @AfterEach
    void takeOutOfForce() {
        jdbc.sql("update plan set status = 'RETURNED' where id = ?").param(plan).update();
    }

    @Test
    void programmeGivesEveryIncludedTaskInItsAnnex() {
        var programme = quarter("Tập trung các chợ và bến cảng.");
        submit(programme);
        approve(programme);

        var order = document.make(programme, OFFICER);

        assertThat(order.type()).isEqualTo(DocumentType.PROGRAMME);
        assertThat(order.issuer()).isEqualTo("ubnd");
        assertThat(order.drafter()).isEqualTo("phong-vhtt");
        assertThat(order.planId()).isEqualTo(plan);
        assertThat(order.clauses()).containsExactly("VHTT-3a", "KT-2a", "TTVH-3");
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("work-programme", programme));
        var text = order.text();
        assertThat(text.title()).isEqualTo("Quý III/2021 thực hiện Kế hoạch số 269/KH-UBND");
        assertThat(text.bases()).containsExactly("Căn cứ " + CITED);
        assertThat(lines(text))
                .containsExactly(
                        "Ủy ban nhân dân thành phố Phú Quốc ban hành Chương trình quý III/2021 như sau:",
                        "I. THỜI GIAN, NỘI DUNG",
                        "1. Thời gian: từ ngày 01 tháng 7 năm 2021 đến hết ngày 30 tháng 9 năm 2021.",
                        "2. Nội dung trọng tâm: Các mô hình thực hành tốt (mục II.1 của Kế hoạch).",
                        "3. Lưu ý: Tập trung các chợ và bến cảng.",
                        "II. NHIỆM VỤ",
                        "Giao 5 việc thuộc 3 nhiệm vụ của Kế hoạch cho 5 cơ quan, đơn vị (danh mục chi tiết tại Phụ lục kèm"
                                + " theo):",
                        "III. TỔ CHỨC THỰC HIỆN",
                        "1. Các cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện đúng nội dung, thời hạn; gửi kết quả về"
                                + " Phòng Văn hóa và Thông tin.",
                        "2. Phòng Văn hóa và Thông tin theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân"
                                + " thành phố Phú Quốc.",
                        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Phòng Văn hóa"
                                + " và Thông tin để tổng hợp, báo cáo Ủy ban nhân dân thành phố Phú Quốc xem xét, quyết định.");
        assertThat(tables(text.body()).get(0).rows())
                .containsExactly(
                        List.of("1", "Theo dõi thông tin trên các kênh tuyên truyền", "III.1", "1", "24/09/2021"),
                        List.of("2", "Treo băng rôn, pano, áp phích", "III.2", "3", "31/08/2021; 24/09/2021"),
                        List.of(
                                "3",
                                "Thường xuyên đăng tải tin, bài về hoạt động, mô hình, điển hình, cách làm hay",
                                "III.3",
                                "1",
                                "24/09/2021"));
        assertThat(text.annexes()).singleElement().satisfies(annex -> {
            assertThat(annex.title()).isEqualTo("Danh mục nhiệm vụ quý III/2021");
            assertThat(annex.landscape()).isTrue();
            assertThat(tables(annex.body()).get(0).columns())
                    .extracting(column -> column.heading())
                    .containsExactly(
                            "TT",
                            "Nhiệm vụ",
                            "Đơn vị thực hiện",
                            "Nội dung, yêu cầu",
                            "Kênh",
                            "Hạn",
                            "Mục của Kế hoạch");
            assertThat(tables(annex.body()).get(0).rows())
                    .containsExactly(
                            List.of(
                                    "1",
                                    "Theo dõi thông tin trên các kênh tuyên truyền",
                                    "Phòng Văn hóa và Thông tin",
                                    "Theo dõi thông tin trên các kênh tuyên truyền. Nội dung trọng tâm: Các mô hình thực hành"
                                            + " tốt",
                                    "",
                                    "24/09/2021",
                                    "III.1"),
                            List.of(
                                    "2",
                                    "Treo băng rôn, pano, áp phích",
                                    "Phòng Kinh tế;\nPhòng Y tế",
                                    "Ít nhất 03 băng rôn <ở chợ> & 100%",
                                    "Cụm pano cổ động; Băng rôn trên các tuyến đường; Băng rôn tại nơi sinh hoạt văn hóa, sinh"
                                            + " hoạt cộng đồng; Áp phích",
                                    "24/09/2021",
                                    "III.2"),
                            List.of(
                                    "3",
                                    "Treo băng rôn, pano, áp phích",
                                    "Phòng Nội vụ",
                                    "Ít nhất 03 băng rôn <ở chợ> & 100%",
                                    "Cụm pano cổ động; Băng rôn trên các tuyến đường; Băng rôn tại nơi sinh hoạt văn hóa, sinh"
                                            + " hoạt cộng đồng; Áp phích",
                                    "31/08/2021",
                                    "III.2"),
                            List.of(
                                    "4",
                                    "Thường xuyên đăng tải tin, bài về hoạt động, mô hình, điển hình, cách làm hay",
                                    "Trung tâm Văn hóa, Thể thao và Truyền thanh",
                                    "",
                                    "Đơn vị chọn",
                                    "24/09/2021",
                                    "III.3"));
        });
        assertThat(text.recipients())
                .containsExactly(
                        "Chủ tịch, các Phó Chủ tịch UBND thành phố",
                        "Các cơ quan, đơn vị có tên trong Phụ lục",
                        "Phòng Văn hóa và Thông tin");
    }

    @Test
    void proposalAsksForApprovalAndTellsWhatWasChanged() {
        var programme = quarter(null);
        submit(programme);
        desk.as("ubnd.head")
                .complete(
                        desk.task(programme, "UserTask_ApproveProgramme"),
                        Map.of("decision", "RETURN", "reason", "Thêm Phòng Y tế"));
        refusedTo(proposal, OFFICER, programme);
        submit(programme);

        var order = proposal.make(programme, "phong-vhtt.head");

        assertThat(order.type()).isEqualTo(DocumentType.PROPOSAL);
        assertThat(order.issuer()).isEqualTo("phong-vhtt");
        assertThat(order.source()).isEqualTo(new DocumentOrder.Source("work-programme-proposal", programme));
        assertThat(order.text().title()).isEqualTo("Đề nghị phê duyệt Chương trình quý III/2021");
        assertThat(order.text().addressees()).containsExactly("Ủy ban nhân dân thành phố Phú Quốc");
        assertThat(lines(order.text()))
                .containsExactly(
                        "Thực hiện " + CITED
                                + ", Phòng Văn hóa và Thông tin đã lập dự thảo Chương trình quý III/2021, kính"
                                + " trình Ủy ban nhân dân thành phố Phú Quốc xem xét, phê duyệt với các nội dung chính như sau:",
                        "I. THỜI GIAN, NỘI DUNG",
                        "1. Thời gian: từ ngày 01 tháng 7 năm 2021 đến hết ngày 30 tháng 9 năm 2021.",
                        "2. Nội dung trọng tâm: Các mô hình thực hành tốt (mục II.1 của Kế hoạch).",
                        "II. NHIỆM VỤ",
                        "Dự kiến giao 5 việc thuộc 3 nhiệm vụ của Kế hoạch cho 5 cơ quan, đơn vị (danh mục chi tiết tại Phụ lục"
                                + " kèm theo):",
                        "III. TIẾP THU Ý KIẾN",
                        "Dự thảo đã được xem xét, sửa đổi theo ý kiến:",
                        "- Chủ tịch UBND thành phố, ngày 01 tháng 7 năm 2021: Thêm Phòng Y tế",
                        "Phòng Văn hóa và Thông tin kính trình Ủy ban nhân dân thành phố Phú Quốc xem xét, phê duyệt.");
        assertThat(order.text().annexes()).hasSize(1);
    }

    @Test
    void areMadeByTheLeadAgencyAndOnlyAtTheirTime() {
        var programme = quarter(null);
        refusedTo(document, OFFICER, programme);
        assertThatThrownBy(() -> document.make(programme, OFFICER))
                .hasMessage(
                        "“Chương trình quý III/2021” đang ở trạng thái “Đang lập”: lập văn bản được từ khi chương trình đã"
                                + " trình.");
        submit(programme);

        assertThat(document.subjectsFor(OFFICER))
                .contains(new Choice(programme, "Chương trình quý III/2021 (Chờ duyệt)"));
        assertThat(proposal.subjectsFor(OFFICER)).contains(new Choice(programme, "Chương trình quý III/2021"));
        for (var maker : List.of(document, proposal)) {
            refusedTo(maker, "phong-kinh-te.head", programme);
            refusedTo(maker, "ubnd.head", programme);
            refusedTo(maker, "nobody", programme);
            refusedTo(maker, OFFICER, "không có");
        }
        approve(programme);
        assertThatThrownBy(() -> proposal.make(programme, OFFICER))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "“Chương trình quý III/2021” đang ở trạng thái “Đang thực hiện”: tờ trình chỉ lập khi chương trình"
                                + " chờ duyệt.");
        assertThat(document.subjectsFor(OFFICER))
                .contains(new Choice(programme, "Chương trình quý III/2021 (Đang thực hiện)"));
    }

    @Test
    void aCampaignKeepsItsName() {
        var answer = new HashMap<String, Object>(Map.of(
                "plan",
                plan,
                "kind",
                "CAMPAIGN",
                "from",
                "01/08/2021",
                "to",
                "31/08/2021",
                "name",
                "Đợt mô hình thực hành tốt",
                "duties",
                List.of("VHTT-3a")));
        var programme = start(answer);
        prepare(programme, List.of(line("VHTT-3a", "phong-vhtt", "27/08/2021", null)));

        assertThat(document.make(programme, OFFICER).text().title()).isEqualTo("Đợt mô hình thực hành tốt");
        assertThat(proposal.make(programme, OFFICER).text().title())
                .isEqualTo("Đề nghị phê duyệt Chương trình “Đợt mô hình thực hành tốt”");
    }

    private String quarter(String note) {
        var answer = new HashMap<String, Object>();
        answer.put("plan", plan);
        answer.put("kind", "QUARTER");
        answer.put("from", "01/07/2021");
        answer.put("to", "30/09/2021");
        answer.put("topic", "ND-3");
        answer.put("duties", List.of("VHTT-3a", "KT-2a", "TTVH-3"));
        answer.put("note", note);
        return start(answer);
    }

    private String start(Map<String, ?> answer) {
        return desk.as(OFFICER).start("work-programme", answer).getBusinessKey();
    }

    /** Three agencies hang banners, one of them earlier; the centre publishes without further instruction. */
    private void submit(String programme) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var item : programmes.get(UUID.fromString(programme)).items()) {
            var banner = item.dutyCode().equals("KT-2a");
            var line = line(
                    item.dutyCode(),
                    item.unit(),
                    item.unit().equals("noi-vu") ? "31/08/2021" : "24/09/2021",
                    banner
                            ? "Ít nhất 03 băng rôn <ở chợ> & 100%"
                            : item.dutyCode().equals("TTVH-3") ? null : item.instruction());
            line.put(
                    "included",
                    !banner || List.of("phong-kinh-te", "noi-vu", "y-te").contains(item.unit()));
            lines.add(line);
        }
        prepare(programme, lines);
    }

    private static Map<String, Object> line(String duty, String unit, String due, String instruction) {
        var line = new HashMap<String, Object>();
        line.put("duty", duty);
        line.put("unit", unit);
        line.put("included", true);
        line.put("due", due);
        line.put("instruction", instruction);
        return line;
    }

    private void prepare(String programme, List<Map<String, Object>> lines) {
        desk.as(OFFICER).complete(desk.task(programme, "UserTask_PrepareProgramme"), Map.of("items", lines));
    }

    private void approve(String programme) {
        desk.as("ubnd.head").complete(desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));
        desk.runDueJobs();
        clock.moveTo(LocalDate.of(2021, 7, 5));
    }

    private static void refusedTo(DocumentMaker maker, String user, String subject) {
        assertThat(maker.subjectsFor(user)).extracting(Choice::value).doesNotContain(subject);
        assertThatThrownBy(() -> maker.make(subject, user)).isInstanceOf(FormRefused.class);
    }

    private static List<String> lines(DocumentText text) {
        return text.body().stream()
                .filter(block -> !(block instanceof Table))
                .map(block -> block instanceof Heading heading ? heading.text() : ((Paragraph) block).text())
                .toList();
    }

    private static List<Table> tables(List<? extends DocumentText.Block> blocks) {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
