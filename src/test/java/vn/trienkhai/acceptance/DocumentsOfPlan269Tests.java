package vn.trienkhai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.EvidenceBook;
import vn.trienkhai.assignment.EvidenceEntry;
import vn.trienkhai.document.DocumentMaker;
import vn.trienkhai.document.Documents;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;

/**
 * Every kind of document that the modules make, as Word files of plan 269 in the third quarter of 2021. They are left in
 * target/documents to be looked at.
 */
@TestPropertySource(properties = "spring.application.name=documents")
@DirtiesContext
class DocumentsOfPlan269Tests extends ProcessTest {

    private static final String OFFICER = "phong-vhtt.officer";
    private static final Path LEFT_IN = Path.of("target/documents");

    @Autowired
    List<DocumentMaker> makers;

    @Autowired
    Documents documents;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EvidenceBook evidence;

    @Autowired
    List<FormFacts> reportForms;

    @Autowired
    ObjectMapper json;

    @Test
    void areMadeOfWhatIsRecordedAndReadAsTheyShould() throws IOException {
        plans.adopt(PLAN_269, "ubnd.head");
        var programme = submittedProgramme();
        assertThat(made("work-programme-proposal", OFFICER))
                .contains(
                        "TỜ TRÌNH",
                        "Đề nghị phê duyệt Chương trình quý III/2021",
                        "Kính gửi: Ủy ban nhân dân thành phố Phú Quốc",
                        "DANH MỤC NHIỆM VỤ QUÝ III/2021");
        desk.as("ubnd.head").complete(desk.task(programme, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));
        desk.runDueJobs();
        assertThat(made("work-programme", OFFICER))
                .contains(
                        "CHƯƠNG TRÌNH",
                        "Quý III/2021 thực hiện Kế hoạch số 269/KH-UBND",
                        "Giao 25 việc thuộc 4 nhiệm vụ của Kế hoạch cho 25 cơ quan, đơn vị");

        var inspection = proposedInspection();
        assertThat(made("inspection-programme", OFFICER)).contains("KẾ HOẠCH", "thứ Năm, 15/07/2021");
        desk.as("ubnd.deputy")
                .complete(desk.task(inspection, "UserTask_ApproveInspectionProgramme"), Map.of("approved", true));
        assertThat(made("inspection-notice", OFFICER))
                .contains("THÔNG BÁO", "Trung tâm Văn hóa, Thể thao và Truyền thanh");
        visitDuongDong();
        assertThat(made("inspection-minutes", OFFICER)).contains("BIÊN BẢN", "Sửa cụm loa khu phố 3");

        handInContent();
        assertThat(made("content-submission-slip", "phong-kinh-te.officer"))
                .contains("PHIẾU TRÌNH", "Duyệt nội dung “Mô hình nuôi cá lồng bè bền vững”");

        var request = askForReports();
        clock.moveTo(LocalDate.of(2021, 9, 22));
        assertThat(made("report-urging-letter", "van-phong.officer"))
                .contains("V/v đôn đốc gửi “Báo cáo tuyên truyền quý III/2021”", "UBND-VP", "quá hạn 2 ngày làm việc");
        assertThat(consolidated(request))
                .contains(
                        "BÁO CÁO",
                        "Tuyên truyền quý III/2021",
                        "Kính gửi: Sở Thông tin và Truyền thông tỉnh Kiên Giang",
                        "4 đơn vị chưa báo cáo",
                        "các đơn vị đã thực hiện: 12 lượt phát; 3.600 phút phát; 7 băng rôn.",
                        "I. CÔNG TÁC CHỈ ĐẠO",
                        "tính đến 08 giờ 00 phút, ngày 22 tháng 9 năm 2021",
                        "Số liệu tại Phụ lục I, tình hình báo cáo của các đơn vị tại Phụ lục II kèm theo",
                        "Chưa báo cáo");
        clock.moveTo(LocalDate.of(2021, 9, 28));
        assertThat(made("urging-letter", OFFICER))
                .contains(
                        "V/v đôn đốc thực hiện Kế hoạch số 269/KH-UBND",
                        "UBND-VHTT",
                        "Các cơ quan, đơn vị có tên trong Phụ lục kèm theo",
                        "quá hạn 2 ngày làm việc");
    }

    /** The first of what the person can have made. @return its words */
    private String made(String kind, String by) throws IOException {
        var maker = makers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        var subject = maker.subjectsFor(by).get(0);
        return left(kind, documents.draft(maker.make(subject.value(), by), by));
    }

    /** @return the words of a document's first version */
    private String left(String kind, UUID id) throws IOException {
        var bytes = jdbc.sql("select bytes from document_content where version_id ="
                        + " (select id from document_version where document_id = ?)")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
        Files.createDirectories(LEFT_IN);
        Files.write(LEFT_IN.resolve(kind + ".docx"), bytes);
        var words = wordsOf(bytes);
        assertThat(words).doesNotContain("null", "%s", "%d");
        return words;
    }

    /** Without markup; each paragraph a line. */
    private static String wordsOf(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("</w:p>", "\n")
                            .replaceAll("<w:br/>", " ")
                            .replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new AssertionError("No word/document.xml");
    }

    /** Monitoring, banners of all agencies, articles, broadcasts of all communes. @return business key */
    private String submittedProgramme() {
        var answer = new HashMap<String, Object>();
        answer.put("plan", PLAN_269);
        answer.put("kind", "QUARTER");
        answer.put("from", "01/07/2021");
        answer.put("to", "30/09/2021");
        answer.put("topic", "ND-3");
        answer.put("duties", List.of("VHTT-3a", "KT-2a", "TTVH-3", "XP-2"));
        answer.put("note", "Tập trung tuyên truyền tại các chợ, bến cảng, khu du lịch.");
        var key = desk.as(OFFICER).start("work-programme", answer).getBusinessKey();
        var items = new ArrayList<Map<String, Object>>();
        for (var duty : List.of("VHTT-3a", "KT-2a", "TTVH-3", "XP-2")) {
            for (var unit : plans.ownersOf(PLAN_269, duty)) {
                var item = new HashMap<String, Object>();
                item.put("duty", duty);
                item.put("unit", unit.id());
                item.put("included", true);
                item.put("due", duty.equals("XP-2") ? "30/09/2021" : "24/09/2021");
                item.put(
                        "instruction",
                        duty.equals("KT-2a") ? "Treo ít nhất 03 băng rôn tại trụ sở và nơi công cộng" : null);
                items.add(item);
            }
        }
        desk.as(OFFICER).complete(desk.task(key, "UserTask_PrepareProgramme"), Map.of("items", items));
        return key;
    }

    private String proposedInspection() {
        return desk.as(OFFICER)
                .start(
                        "inspection-programme",
                        Map.of(
                                "plan",
                                PLAN_269,
                                "name",
                                "Kiểm tra đợt 1 năm 2021",
                                "periodFrom",
                                "10/06/2021",
                                "periodTo",
                                "30/06/2021",
                                "content",
                                "Việc triển khai, tuyên truyền trên hệ thống truyền thanh cơ sở",
                                "visits",
                                List.of(
                                        stop("duong-dong", "15/07/2021"),
                                        stop("tt-vhtt", "19/07/2021"),
                                        stop("phong-kinh-te", "20/07/2021"))))
                .getBusinessKey();
    }

    private static Map<String, Object> stop(String unit, String day) {
        return Map.of("unit", unit, "visitDate", day, "inspectors", List.of(OFFICER, "phong-vhtt.deputy"));
    }

    private void visitDuongDong() {
        var visit = engine.getTaskService().createTaskQuery().taskDefinitionKey("UserTask_SendNotice").list().stream()
                .map(task -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .filter(key -> jdbc.sql("select unit from inspection_visit where id = ?")
                        .param(UUID.fromString(key))
                        .query(String.class)
                        .single()
                        .equals("duong-dong"))
                .findFirst()
                .orElseThrow();
        desk.as("phong-vhtt.head")
                .complete(
                        desk.task(visit, "UserTask_SendNotice"),
                        Map.of(
                                "visitDate",
                                "15/07/2021",
                                "content",
                                "Việc triển khai, tuyên truyền trên hệ thống truyền thanh cơ sở",
                                "selfReportDue",
                                "13/07/2021"));
        desk.as("duong-dong.culture-officer")
                .complete(desk.task(visit, "UserTask_SubmitSelfReport"), Map.of("report", "Đã phát 12 lượt"));
        clock.moveTo(LocalDate.of(2021, 7, 15));
        desk.as(OFFICER)
                .complete(
                        desk.task(visit, "UserTask_ConductVisit"),
                        Map.of(
                                "act",
                                "CONDUCTED",
                                "visitedOn",
                                "15/07/2021",
                                "findings",
                                List.of(
                                        Map.of("dutyCode", "XP-1", "result", "MET"),
                                        Map.of(
                                                "dutyCode",
                                                "XP-2",
                                                "result",
                                                "NOT_MET",
                                                "note",
                                                "Cụm loa khu phố 3 hỏng từ ngày 02/7; chưa ghi sổ nhật ký phát thanh."),
                                        Map.of("dutyCode", "XP-3", "result", "NOT_APPLICABLE")),
                                "recommendations",
                                List.of(
                                        Map.of("text", "Sửa cụm loa khu phố 3", "due", "30/07/2021", "duty", "XP-2"),
                                        Map.of("text", "Ghi sổ nhật ký phát thanh hằng ngày", "due", "31/08/2021"))));
        desk.as("duong-dong.deputy")
                .complete(
                        desk.task(visit, "UserTask_ConfirmMinutes"),
                        Map.of("agreed", false, "reservation", "Loa hỏng do mưa bão, đơn vị đã báo sửa ngày 05/7."));
    }

    private void handInContent() {
        var draft = new HashMap<String, Object>();
        draft.put("act", "HAND_IN");
        draft.put("title", "Mô hình nuôi cá lồng bè bền vững");
        draft.put("topic", "ND-3");
        draft.put("subTopics", List.of("ND-3đ"));
        draft.put("formOfWork", "HT-2");
        draft.put("audiences", List.of("DT-04", "DT-09"));
        draft.put("channels", List.of("KENH-07", "KENH-11"));
        draft.put("scope", "ALL_UNITS");
        draft.put(
                "text", "Hộ nuôi ở xã Hàm Ninh giảm mật độ lồng, thu gom thức ăn thừa.\nChi phí giảm, nước sạch hơn.");
        var officer = desk.as("phong-kinh-te.officer");
        var key = officer.start("content-production", Map.of("act", "WRITE", "plan", PLAN_269))
                .getBusinessKey();
        officer.complete(desk.task(key, "UserTask_DraftContent"), draft);
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(key, "UserTask_CheckContent"),
                        Map.of("passed", false, "remark", "Bổ sung số điện thoại liên hệ"));
        officer.complete(desk.task(key, "UserTask_DraftContent"), draft);
        desk.as("phong-kinh-te.head").complete(desk.task(key, "UserTask_CheckContent"), Map.of("passed", true));
    }

    /** Nobody answers; what was recorded is counted all the same. @return words of the report */
    private String consolidated(String request) throws IOException {
        desk.runDueJobs();
        desk.as(OFFICER).complete(desk.task(request, "UserTask_CloseCollection"), Map.of("decision", "CLOSE"));
        var consolidating = desk.task(request, "UserTask_Consolidate");
        var shown = reportForms.stream()
                .filter(form -> form.processKey().equals("report-on-request"))
                .findFirst()
                .orElseThrow()
                .of(new FormOpened(
                        consolidating.getTaskDefinitionKey(), OFFICER, null, Map.of("reportRequest", request)));
        desk.as(OFFICER).complete(consolidating, json.convertValue(shown.answer(), new TypeReference<>() {}));
        return left(
                "report",
                jdbc.sql("select id from document where source_kind = 'report-request' and source_id = ?")
                        .param(request)
                        .query(UUID.class)
                        .single());
    }

    private void record(String unit, String channel, String topic, Map<Measure, Long> measures) {
        var day = LocalDate.of(2021, 7, 20);
        evidence.record(
                new EvidenceEntry(
                        PLAN_269, unit, null, null, null, channel, null, topic, null, day, day, null, null, null,
                        measures, Set.of()),
                unit + ".head");
    }

    private String askForReports() {
        clock.moveTo(LocalDate.of(2021, 9, 14));
        record("ham-ninh", "KENH-04", "ND-2", Map.of(Measure.BROADCASTS, 12L, Measure.MINUTES, 3600L));
        record("phong-kinh-te", "KENH-07", "ND-3", Map.of(Measure.BANNERS, 5L));
        record("duong-dong", "KENH-07", null, Map.of(Measure.BANNERS, 2L));
        var form = new HashMap<String, Object>();
        form.put("plan", PLAN_269);
        form.put("name", "Báo cáo tuyên truyền quý III/2021");
        form.put("kind", "TOPICAL");
        form.put("content", "Kết quả tuyên truyền");
        form.put("basisNumber", "1234/UBND-VX");
        form.put("basisDate", "13/09/2021");
        form.put("units", List.of("phong-kinh-te", "duong-dong", "ham-ninh", "y-te"));
        form.put("from", "15/06/2021");
        form.put("to", "14/09/2021");
        form.put("unitsDue", "20/09/2021");
        form.put("wholeDue", "27/09/2021");
        form.put("urgency", "URGENT");
        form.put("receiver", "Sở Thông tin và Truyền thông tỉnh Kiên Giang");
        form.put("figuresWanted", List.of("UNIT", "CHANNEL", "TOPIC"));
        form.put("outline", List.of("I. Công tác chỉ đạo", "II. Kết quả"));
        var request = desk.as("ubnd.head").start("report-on-request", form).getBusinessKey();
        desk.runDueJobs();
        return request;
    }
}
