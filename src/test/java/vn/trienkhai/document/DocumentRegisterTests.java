package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;

class DocumentRegisterTests extends DocumentScenario {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Organisation organisation;

    @Autowired
    Attachments files;

    @Test
    void goesFromDraftToIssueWithAVersionForEachFile() throws Exception {
        var id = report("Kết quả tuyên truyền quý II");
        sign(id);
        register.numberHere(id, TODAY, CLERK);

        var document = register.get(id);
        assertThat(document.status()).isEqualTo(DocumentStatus.ISSUED);
        assertThat(document.number().orElseThrow()).matches("[0-9]{2,}/BC-UBND");
        assertThat(document.date()).contains(TODAY);
        assertThat(document.signedBy()).contains(SIGNER);
        assertThat(register.versionsOf(id)).extracting(DocumentVersion::number).containsExactly(2, 1);
        assertThat(textOf(id)).contains(document.number().orElseThrow());
    }

    @Test
    void isNeitherCheckedForContentNorSignedByWhoWroteIt() {
        var byHead = documents.draft(order(DocumentType.REPORT, "ubnd", "phong-vhtt", "Bản của trưởng phòng"), HEAD);
        refused(
                () -> register.checkContent(byHead, true, null, HEAD),
                "không ai tự kiểm tra nội dung bản do mình soạn");
        register.checkContent(byHead, true, null, "phong-vhtt.deputy");

        var own = documents.draft(order(DocumentType.NOTICE, "phong-vhtt", "phong-vhtt", "Thông báo"), HEAD);
        register.checkContent(own, true, null, "phong-vhtt.deputy");
        register.checkForm(own, true, null, DRAFTER);
        refused(() -> register.sign(own, true, null, null, HEAD), "không ai ký văn bản do chính mình soạn");
        register.sign(own, true, null, null, "phong-vhtt.deputy");
        assertThat(register.get(own).status()).isEqualTo(DocumentStatus.SIGNED);
    }

    @Test
    void isNotSignedByWhoEditedIt() {
        var id = report("Lãnh đạo sửa rồi ký");
        register.upload(id, edited(id, SIGNER, "Thêm kiến nghị."), null, SIGNER);
        register.checkContent(id, true, null, HEAD);
        register.checkForm(id, true, null, FORM_CHECKER);

        refused(() -> register.sign(id, true, null, null, SIGNER), "không ai ký văn bản do chính mình soạn");
        register.sign(id, true, null, null, "ubnd.head");
    }

    @Test
    void isNotSignedByWhoCheckedItsForm() {
        var own = documents.draft(order(DocumentType.NOTICE, "phong-vhtt", "phong-vhtt", "Thông báo"), DRAFTER);
        register.checkContent(own, true, null, HEAD);
        register.checkForm(own, true, null, "phong-vhtt.deputy");

        refused(() -> register.sign(own, true, null, null, "phong-vhtt.deputy"), "người ký phải là người khác");
        register.sign(own, true, null, null, HEAD);
    }

    @Test
    void isCheckedSignedAndNumberedOnlyByWhomItConcerns() {
        var id = report("Đúng người");
        refused(() -> register.checkContent(id, true, null, "phong-kinh-te.head"), "Chỉ lãnh đạo đơn vị soạn thảo");
        register.checkContent(id, true, null, HEAD);
        refused(() -> register.checkForm(id, true, null, HEAD), "thuộc người làm văn thư");
        register.checkForm(id, true, null, FORM_CHECKER);
        refused(() -> register.sign(id, true, null, null, HEAD), "Chỉ lãnh đạo cơ quan ban hành");
        register.sign(id, true, null, null, SIGNER);
        refused(() -> register.numberHere(id, TODAY, HEAD), "thuộc người làm văn thư");
    }

    @Test
    void isNotSignedBeforeBothChecks() {
        var id = report("Chưa kiểm tra");
        refused(() -> register.sign(id, true, null, null, SIGNER), "chưa được kiểm tra đủ");
        register.checkContent(id, true, null, HEAD);
        refused(() -> register.sign(id, true, null, null, SIGNER), "chưa được kiểm tra đủ");
        refused(() -> register.numberHere(id, TODAY, CLERK), "đang ở trạng thái: Dự thảo");
    }

    @Test
    void losesItsChecksAndItsSignatureWithAnEdit() {
        var id = report("Sửa sau khi ký");
        sign(id);

        register.upload(id, edited(id, DRAFTER, "Thêm một câu."), "Thêm một câu", DRAFTER);

        var document = register.get(id);
        assertThat(document.status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(document.signedBy()).isEmpty();
        assertThat(register.standingMarks(document)).isEmpty();
        assertThat(register.marksOf(id)).as("what was decided stays known").hasSize(3);
        refused(() -> register.sign(id, true, null, null, SIGNER), "chưa được kiểm tra đủ");
        sign(id);
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.SIGNED);
    }

    @Test
    void losesItsChecksWhenItIsMadeAnew() {
        var id = report("Soạn lại");
        register.checkContent(id, true, null, HEAD);

        documents.redraft(id, text("Soạn lại lần hai"), DRAFTER);

        assertThat(register.standingMarks(register.get(id))).isEmpty();
        assertThat(documents.get(id).title()).isEqualTo("Soạn lại lần hai");
        assertThat(documents.get(id).version()).isEqualTo(2);
    }

    @Test
    void losesItsChecksWhenItIsReturnedEvenUnchanged() {
        var id = report("Trả lại");
        register.checkContent(id, true, null, HEAD);
        refused(() -> register.checkForm(id, false, null, FORM_CHECKER), "Chưa điền ý kiến trả lại");
        register.checkForm(id, false, "Sai căn cứ", FORM_CHECKER);

        assertThat(register.standingMarks(register.get(id))).isEmpty();
        assertThat(documents.returnsOf(id)).singleElement().satisfies(returned -> {
            assertThat(returned.why()).isEqualTo("Sai căn cứ");
            assertThat(returned.by()).endsWith("– Kiểm tra thể thức");
        });
    }

    @Test
    void comesBackFromTheClerkUnsigned() {
        var id = report("Văn thư trả lại");
        sign(id);
        register.returnSigned(id, "Thiếu nơi nhận", CLERK);

        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(register.standingMarks(register.get(id))).isEmpty();
    }

    @Test
    void takesOnlyRealWordFilesWithoutPrograms() throws Exception {
        var id = report("Tệp lạ");
        var current = register.bytesOf(register.current(register.get(id)));

        refused(() -> register.upload(id, scan(DRAFTER), null, DRAFTER), "Tệp không phải văn bản Word");
        refused(
                () -> register.upload(id, upload(DRAFTER, "gia.docx", zip("a.txt", "x")), null, DRAFTER),
                "Tệp không phải văn bản Word",
                "mong đợi ảnh, PDF, Word");
        refused(
                () -> register.upload(
                        id, upload(DRAFTER, "macro.docx", with(current, "word/vbaProject.bin")), null, DRAFTER),
                "Tệp có macro",
                "Tệp không phải văn bản Word",
                "mong đợi ảnh, PDF, Word");
        refused(
                () -> register.upload(id, upload(DRAFTER, "nguyen.docx", current), null, DRAFTER),
                "không khác bản hiện nay");
        refused(() -> register.upload(id, edited(id, DRAFTER, "x"), null, HEAD), "do người khác tải lên");
        assertThat(register.versionsOf(id)).hasSize(1);
    }

    @Test
    void bearsADayBetweenSignatureAndToday() {
        var id = report("Ngày ban hành");
        sign(id);
        clock.moveTo(LocalDate.of(2021, 7, 2));

        refused(() -> register.numberHere(id, null, CLERK), "Chưa điền ngày ban hành");
        refused(() -> register.numberHere(id, LocalDate.of(2021, 6, 30), CLERK), "từ ngày ký 01/07/2021");
        refused(() -> register.numberHere(id, LocalDate.of(2021, 7, 3), CLERK), "đến hôm nay 02/07/2021");
    }

    @Test
    void numbersEachAfterTheOtherAndLeavesNoGapWhenOneIsRolledBack() {
        clock.moveTo(LocalDate.of(2023, 3, 1));
        var day = LocalDate.of(2023, 3, 1);
        var one = signed(DocumentType.PROGRAMME);
        var two = signed(DocumentType.PROGRAMME);
        transaction.executeWithoutResult(status -> {
            register.numberHere(one, day, CLERK);
            status.setRollbackOnly();
        });
        assertThat(register.get(one).status()).isEqualTo(DocumentStatus.SIGNED);

        register.numberHere(two, day, CLERK);
        register.numberHere(one, day, CLERK);

        assertThat(register.get(two).number()).contains("01/CTr-UBND");
        assertThat(register.get(one).number()).contains("02/CTr-UBND");
    }

    @Test
    void takesANumberFromOutsideAndGoesOnBehindIt() {
        clock.moveTo(LocalDate.of(2024, 5, 6));
        var day = LocalDate.of(2024, 5, 6);
        var outside = signed(DocumentType.LETTER);
        refused(() -> register.numberOutside(outside, null, day, Set.of(scan(CLERK)), CLERK), "Chưa điền số");
        refused(() -> register.numberOutside(outside, "7/UBND-VHTT", day, Set.of(), CLERK), "Chưa đính kèm");

        register.numberOutside(outside, "7/UBND-VHTT", day, Set.of(scan(CLERK)), CLERK);
        var here = signed(DocumentType.LETTER);
        register.numberHere(here, day, CLERK);
        var again = signed(DocumentType.LETTER);

        assertThat(register.get(outside).number()).contains("07/UBND-VHTT");
        assertThat(register.get(outside).numberedWhere()).contains(NumberedWhere.OUTSIDE);
        assertThat(register.get(here).number()).contains("08/UBND-VHTT");
        refused(() -> register.numberOutside(again, "08/UBND-VHTT", day, Set.of(scan(CLERK)), CLERK), "đã có trong sổ");
    }

    @Test
    void signsInTheAuthorityOfThePost() throws Exception {
        assertThat(textOf(issued(DocumentType.REPORT, "Phó Chủ tịch ký")))
                .contains("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
        var own = documents.draft(order(DocumentType.REPORT, "phong-vhtt", "phong-vhtt", "Báo cáo Phòng"), DRAFTER);
        register.checkContent(own, true, null, "phong-vhtt.deputy");
        register.checkForm(own, true, null, "phong-vhtt.officer-2");
        register.sign(own, true, null, null, HEAD);
        register.numberHere(own, TODAY, "phong-vhtt.officer-2");
        assertThat(textOf(own)).contains("TRƯỞNG PHÒNG").doesNotContain("TM.");
        assertThat(register.get(own).number().orElseThrow()).endsWith("/BC-VHTT");
    }

    @Test
    void staysByteForByteAsItWasWhateverHappensLater() throws Exception {
        var id = issued(DocumentType.REPORT, "Mười năm");
        var versions = register.versionsOf(id);
        var bytes = versions.stream().map(register::bytesOf).toList();
        var hashes = versions.stream().map(DocumentVersion::sha256).toList();

        clock.moveTo(LocalDate.of(2021, 12, 1));
        var letter = documents.draft(order(DocumentType.LETTER, "ubnd", "phong-vhtt", "Đính chính"), DRAFTER);
        sign(letter);
        register.numberHere(letter, LocalDate.of(2021, 12, 1), CLERK);
        register.amend(id, AmendmentKind.CORRECT, letter, "Sai ngày", DRAFTER, SIGNER);
        register.amend(id, AmendmentKind.RECALL, null, "Thu hồi", DRAFTER, SIGNER);
        refused(() -> register.upload(id, edited(id, DRAFTER, "x"), null, DRAFTER), "đang ở trạng thái: Đã thu hồi");
        refused(() -> documents.redraft(id, text("Khác"), DRAFTER), "đang ở trạng thái: Đã thu hồi");
        files.sweep();

        clock.moveTo(LocalDate.of(2031, 7, 1));
        assertThat(register.versionsOf(id)).extracting(DocumentVersion::sha256).isEqualTo(hashes);
        for (int i = 0; i < versions.size(); i++) {
            assertThat(register.bytesOf(versions.get(i))).isEqualTo(bytes.get(i));
            assertThat(DocumentRegister.sha256Of(bytes.get(i))).isEqualTo(hashes.get(i));
        }
    }

    @Test
    void saysWhenStoredBytesWereTamperedWith() {
        var id = report("Bị sửa trong cơ sở dữ liệu");
        var version = register.current(register.get(id));
        jdbc.sql("update document_content set bytes = ? where version_id = ?")
                .params("khác".getBytes(StandardCharsets.UTF_8), version.id())
                .update();

        assertThatThrownBy(() -> register.bytesOf(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("were changed");
    }

    @Test
    void isReplacedByTheSameKindAndCorrectedByALetterOfTheIssuer() {
        var id = issued(DocumentType.REPORT, "Bản sai");
        var better = issued(DocumentType.REPORT, "Bản đúng");
        var letter = issued(DocumentType.LETTER, "Công văn");
        var draft = report("Chưa phát hành");

        refused(() -> amend(id, AmendmentKind.REPLACE, letter), "hình thức tương đương (Báo cáo)");
        refused(() -> amend(id, AmendmentKind.CORRECT, better), "Đính chính bằng công văn");
        refused(() -> amend(id, AmendmentKind.REPLACE, null), "Chưa chọn văn bản để thay thế");
        refused(() -> amend(id, AmendmentKind.REPLACE, draft), "đã phát hành");
        refused(() -> amend(id, AmendmentKind.REPLACE, id), "văn bản khác");
        refused(
                () -> register.amend(id, AmendmentKind.REPLACE, better, "Sai", SIGNER, SIGNER),
                "người quyết định phải là người khác");
        refused(
                () -> register.amend(id, AmendmentKind.REPLACE, better, "Sai", DRAFTER, HEAD),
                "Chỉ lãnh đạo cơ quan ban hành");

        amend(id, AmendmentKind.REPLACE, better);

        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.REPLACED);
        assertThat(register.amendmentsOf(id)).singleElement().satisfies(amendment -> {
            assertThat(amendment.byDocument()).contains(better);
            assertThat(amendment.decidedBy()).isEqualTo(SIGNER);
        });
        refused(() -> amend(id, AmendmentKind.RECALL, null), "đang ở trạng thái: Đã phát hành, bị thay thế");
    }

    private void amend(UUID id, AmendmentKind kind, UUID by) {
        register.amend(id, kind, by, "Sai số liệu", DRAFTER, SIGNER);
    }

    private UUID signed(DocumentType type) {
        var id = documents.draft(order(type, "ubnd", "phong-vhtt", "Văn bản"), DRAFTER);
        sign(id);
        return id;
    }

    private String textOf(UUID id) throws IOException {
        var bytes = register.bytesOf(register.current(register.get(id)));
        try (var extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(bytes)))) {
            return extractor.getText();
        }
    }

    private static void refused(ThrowingCallable act, String... oneOf) {
        assertThatThrownBy(act).isInstanceOf(FormRefused.class).satisfies(refusal -> assertThat(Set.of(oneOf))
                .as(refusal.getMessage())
                .anyMatch(refusal.getMessage()::contains));
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] with(byte[] docx, String part) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(1);
        }
        return out.toByteArray();
    }
}
