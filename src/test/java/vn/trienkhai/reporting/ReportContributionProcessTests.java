package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentFacts.EvidenceShown;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.AttachmentUnknown;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.plan.Measure;

class ReportContributionProcessTests extends ReportScenario {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0};

    @Autowired
    Attachments attachments;

    @Test
    void showsTheUnitItsFiguresWithTheEntriesBehindThem() {
        record("cua-can", "KENH-07", "ND-3", LocalDate.of(2021, 3, 10), Measure.BANNERS, 3);
        record("cua-can", "KENH-07", "ND-3", LocalDate.of(2021, 3, 11), Measure.BANNERS, 4);
        record("cua-can", "KENH-07", "ND-3", LocalDate.of(2021, 4, 1), Measure.BANNERS, 90); // after the period
        record("an-thoi", "KENH-07", "ND-3", LocalDate.of(2021, 3, 11), Measure.BANNERS, 90); // of another unit
        var work = of(requestInMarch("cua-can"), "cua-can");
        hand(work);

        var form = formOf(openTask(work, "UserTask_WriteContribution"), "cua-can.head");

        assertThat(form.known().clause()).isEqualTo("Kế hoạch 269/KH-UBND, mục III.4");
        assertThat(form.known().deadline()).isEqualTo("20/09/2021");
        assertThat(form.known().facts()).contains(new Fact("Kỳ số liệu", "01/03/2021 – 31/03/2021"));
        assertThat((List<?>) form.choices().get("tables"))
                .asInstanceOf(InstanceOfAssertFactories.list(ReportTables.Table.class))
                .satisfiesExactly(
                        byChannel -> {
                            assertThat(byChannel.title()).isEqualTo("Theo kênh");
                            assertThat(byChannel.columns()).containsExactly("Số băng rôn");
                            assertThat(byChannel.rows()).singleElement().satisfies(row -> assertThat(row.cells())
                                    .containsExactly(new ReportTables.Cell(7, 0)));
                        },
                        byTopic -> assertThat(byTopic.title()).isEqualTo("Theo nội dung"));
        assertThat((List<?>) form.choices().get("evidence"))
                .asInstanceOf(InstanceOfAssertFactories.list(EvidenceShown.class))
                .extracting(EvidenceShown::when)
                .containsExactly("10/03/2021", "11/03/2021");
    }

    @Test
    void isSeenByTheUnitsLeadsAndTheOfficersInCharge() {
        var work = of(request("duong-dong"), "duong-dong");
        desk.as("duong-dong.head").complete(openTask(work, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("duong-dong.head")
                .complete(
                        openTask(work, "UserTask_HandOut"), Map.of("officers", List.of("duong-dong.culture-officer")));
        var writing = openTask(work, "UserTask_WriteContribution");

        assertThat(writing.getName())
                .isEqualTo(
                        "Viết báo cáo của đơn vị: XP-3 – UBND phường Dương Đông – Báo cáo tuyên truyền quý III/2021");
        assertThat(desk.as("duong-dong.culture-officer").sees())
                .anyMatch(task -> task.getId().equals(writing.getId()));
        assertThat(desk.as("duong-dong.deputy").sees())
                .anyMatch(task -> task.getId().equals(writing.getId()));
        assertThat(desk.as("duong-dong.broadcasting-officer").sees())
                .noneMatch(task -> task.getId().equals(writing.getId()));
    }

    @Test
    void offersWhatWasWrittenAsTheResultSoThatNobodyTypesItAgain() {
        var work = of(request("cua-duong"), "cua-duong");
        hand(work);
        var file = attachments.store("bảng số liệu.png", PNG, "cua-duong.head");
        complete(
                work,
                Map.of(
                        "bodies",
                        List.of("Đã chỉ đạo", "Đã phát 12 lượt", "", "", ""),
                        "adjustments",
                        List.of(Map.of("measure", "LEAFLETS", "delta", 200, "reason", "Phát ngày 13/9")),
                        "attachments",
                        List.of(file.id().toString())));

        assertThat(formOf(openTask(work, "UserTask_SubmitResult"), "cua-duong.head")
                        .answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry(
                        "result",
                        """
                        I. Công tác chỉ đạo, triển khai
                        Đã chỉ đạo

                        II. Kết quả thực hiện
                        Đã phát 12 lượt

                        Điều chỉnh Số tờ rơi, tờ gấp: +200 (Phát ngày 13/9)

                        Tệp kèm theo: bảng số liệu.png""");
        clock.moveTo(LocalDate.of(2021, 10, 20));
        attachments.sweep();
        assertThat(attachments.bytesOf(file.id())).isEqualTo(PNG);
        for (var reader : List.of("cua-duong.officer", "phong-vhtt.officer", "ubnd.head", "van-phong.head")) {
            assertThat(attachments.seenBy(reader, file.id()).id()).as(reader).isEqualTo(file.id());
        }
        for (var stranger : List.of("cua-can.head", "mttq.head", "admin")) {
            assertThatThrownBy(() -> attachments.seenBy(stranger, file.id()))
                    .as(stranger)
                    .isInstanceOf(AttachmentUnknown.class);
        }
    }

    @Test
    void comesBackWithTheFormerTextAndTheReason() {
        var work = of(request("duong-to"), "duong-to");
        hand(work);
        var file = attachments.store("ảnh.png", PNG, "duong-to.head");
        complete(
                work,
                Map.of(
                        "bodies",
                        List.of("", "Sơ sài", "", "", ""),
                        "adjustments",
                        List.of(Map.of("measure", "LEAFLETS", "delta", 200, "reason", "Phát ngày 13/9")),
                        "attachments",
                        List.of(file.id().toString())));
        desk.as("duong-to.head").complete(openTask(work, "UserTask_SubmitResult"), Map.of("result", "Sơ sài"));
        desk.as("phong-vhtt.officer")
                .complete(
                        openTask(work, "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Bổ sung số người dự"));

        var form = formOf(openTask(work, "UserTask_WriteContribution"), "duong-to.head");
        assertThat(form.known().returned()).singleElement().satisfies(returned -> assertThat(returned.why())
                .isEqualTo("Bổ sung số người dự"));
        assertThat(form.answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("bodies", List.of("", "Sơ sài", "", "", ""))
                .containsEntry("attachments", List.of(file.id()));
        complete(
                work,
                Map.of(
                        "bodies",
                        List.of("", "Đã bổ sung", "", "", ""),
                        "attachments",
                        List.of(file.id().toString())));

        assertThat(contributions.of(work.id())).hasValueSatisfying(written -> {
            assertThat(written.sections().get(1).body()).isEqualTo("Đã bổ sung");
            assertThat(written.adjustments()).isEmpty();
            assertThat(written.attachments()).containsExactly(file.id());
        });
        assertThat(formOf(openTask(work, "UserTask_SubmitResult"), "duong-to.head")
                        .answer())
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("result", "II. Kết quả thực hiện\nĐã bổ sung\n\nTệp kèm theo: ảnh.png");
    }

    @Test
    void refusesWhatIsEmptyUnreasonedOrImpossible() {
        record("ganh-dau", "KENH-07", "ND-3", LocalDate.of(2021, 3, 10), Measure.BANNERS, 3);
        var work = of(requestInMarch("ganh-dau"), "ganh-dau");
        hand(work);

        assertThat(fieldRefused(work, Map.of("bodies", List.of("", "", "", "", ""))))
                .containsExactly("bodies[0]");
        assertThat(fieldRefused(work, adjusting(Map.of("measure", "BANNERS", "delta", 2))))
                .containsExactly("adjustments[0].reason");
        assertThat(fieldRefused(work, adjusting(Map.of("measure", "BANNERS", "delta", 0, "reason", "Không đổi"))))
                .containsExactly("adjustments[0].delta");
        assertThat(fieldRefused(
                        work,
                        adjusting(
                                Map.of("channel", "KENH-99", "measure", "BANNERS", "delta", 1, "reason", "Nhầm kênh"))))
                .containsExactly("adjustments[0].channel");
        assertThat(desk.as("ganh-dau.head")
                        .refusedWhenCompleting(
                                openTask(work, "UserTask_WriteContribution"),
                                adjusting(Map.of(
                                        "channel",
                                        "KENH-07",
                                        "measure",
                                        "BANNERS",
                                        "delta",
                                        -4,
                                        "reason",
                                        "Bão làm hỏng"))))
                .hasMessage("Minh chứng ghi 3, không trừ quá số đó được.");
        assertThat(contributions.of(work.id())).isEmpty();
        assertThat(openTask(work, "UserTask_WriteContribution")).isNotNull();
    }

    @Test
    void servesAReportThatAWorkProgrammeAssigned() {
        clock.moveTo(LocalDate.of(2021, 3, 1));
        var id = assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "XP-3",
                        new Origin("programme", UUID.randomUUID().toString()),
                        "ham-ninh",
                        "phong-vhtt",
                        "XP-3 – UBND xã Hàm Ninh – quý I/2021",
                        null,
                        LocalDate.of(2021, 3, 31),
                        "report-contribution"),
                "phong-vhtt.head");
        var work = assignments.get(id);
        hand(work);
        var form = formOf(openTask(work, "UserTask_WriteContribution"), "ham-ninh.head");

        assertThat(form.known().facts()).contains(new Fact("Kỳ số liệu", "01/03/2021 – 31/03/2021"));
        assertThat(form.choices().get("headings")).isEqualTo(Reports.OUTLINE);
        write(work, "Đã phát 12 lượt");
        submitAndAccept(work);

        assertThat(contributions.of(id)).isPresent();
    }

    @Test
    void endsUnwrittenWhenItsRequestIsWithdrawn() {
        var request = request("an-thoi");
        var work = of(request, "an-thoi");
        hand(work);
        desk.as("ubnd.head").start("report-withdrawal", Map.of("request", request.toString(), "reason", "Tỉnh hoãn"));

        assertThat(desk.openTasks(work.id().toString())).isEmpty();
        assertThat(contributions.of(work.id())).isEmpty();
    }

    private void complete(Assignment work, Map<String, ?> answer) {
        desk.as(work.unit() + ".head").complete(openTask(work, "UserTask_WriteContribution"), answer);
    }

    private List<String> fieldRefused(Assignment work, Map<String, ?> answer) {
        return desk
                .as(work.unit() + ".head")
                .refusedWhenCompleting(openTask(work, "UserTask_WriteContribution"), answer)
                .reasons()
                .stream()
                .map(reason -> reason.field())
                .toList();
    }

    private static Map<String, Object> adjusting(Map<String, ?> adjustment) {
        return Map.of("bodies", List.of("", "Đã làm", "", "", ""), "adjustments", List.of(adjustment));
    }
}
