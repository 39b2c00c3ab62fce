package vn.trienkhai.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Cosigner;
import vn.trienkhai.document.DocumentText.Heading;
import vn.trienkhai.document.DocumentText.Paragraph;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.form.FormRefused;

/**
 * The Word templates: the newest that people put in, else the one in the configured folder, else the shipped one. A template
 * that lacks something of what this release needs is passed over.
 */
@Service
class Templates {

    /** Before the id of a version, what its file belongs to. */
    static final String OWNER = "document-template:";

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    /** Has every part that a document can have. */
    private static final DocumentText SAMPLE = new DocumentText(
            "Trích yếu",
            List.of("Nơi nhận 1", "Nơi nhận 2"),
            List.of("Căn cứ"),
            List.of(
                    new Heading(1, "I. Đề mục"),
                    new Paragraph("Nội dung"),
                    new Table("Bảng", List.of(new Column("Cột", true, 1)), List.of(List.of("1")), true),
                    new Paragraph("Kết thúc")),
            List.of(new Annex("Phụ lục", List.of(), false), new Annex("Phụ lục", List.of(), true)),
            List.of("Như trên"),
            List.of(new Cosigner("Thư ký", null)));

    private final TemplateVersionRepository versions;
    private final Attachments attachments;
    private final RenderingSettings settings;
    private final Clock clock;

    Templates(TemplateVersionRepository versions, Attachments attachments, RenderingSettings settings, Clock clock) {
        this.versions = versions;
        this.attachments = attachments;
        this.settings = settings;
        this.clock = clock;
    }

    /** What new drafts are made of now. */
    @Transactional(readOnly = true)
    byte[] current(Template template) {
        return versions.findAllByNameOrderByNumberDesc(template.fileName()).stream()
                .map(version -> attachments.bytesOf(version.attachmentId()))
                .filter(docx -> serves(template, docx, "put in"))
                .findFirst()
                .or(() -> configured(template).filter(docx -> serves(template, docx, "configured")))
                .orElseGet(() -> shipped(template));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<TemplateVersion> versionsOf(Template template) {
        return versions.findAllByNameOrderByNumberDesc(template.fileName());
    }

    /** @param uploaded an attachment @throws FormRefused naming everything that is wrong with the file */
    @Transactional
    TemplateVersion enter(Template template, UUID uploaded, String reason, String by) {
        var version = versions.findAllByNameOrderByNumberDesc(template.fileName()).stream()
                .findFirst()
                .map(newest -> newest.number() + 1)
                .orElse(1);
        var id = UUID.randomUUID();
        var file = attachments.claim(Set.of(uploaded), OWNER + id, by).get(0);
        var problems = problemsOf(template, attachments.bytesOf(file.id()));
        if (!problems.isEmpty()) {
            throw FormRefused.at("attachments", String.join(" ", problems));
        }
        return versions.saveAndFlush(
                new TemplateVersion(id, template, version, file.id(), reason, by, clock.instant()));
    }

    /** Why a file cannot serve as this template, in Vietnamese; empty if it can. */
    static List<String> problemsOf(Template template, byte[] docx) {
        WordFile file;
        try {
            file = new WordFile(docx);
        } catch (WordUnreadable unreadable) {
            return List.of(unreadable.getMessage());
        }
        var problems = new ArrayList<>(file.dangers());
        for (var place : template.places()) {
            var controls = file.controls(place);
            if (controls.isEmpty()) {
                problems.add("Thiếu ô nội dung %s.".formatted(place));
            }
            if (place.holdsParagraphs() && !controls.stream().allMatch(WordFile::holdsParagraphs)) {
                problems.add("Ô nội dung %s phải chứa trọn đoạn văn, không nằm giữa một dòng.".formatted(place));
            }
        }
        file.tags().stream()
                .filter(tag ->
                        Place.tagged(tag).filter(template.places()::contains).isEmpty())
                .forEach(tag ->
                        problems.add("Ô nội dung có thẻ “%s” chương trình không điền cho mẫu này.".formatted(tag)));
        for (var look : EnumSet.allOf(Look.class)) {
            if (file.styleId(look).isEmpty()) {
                problems.add("Thiếu kiểu định dạng (style) “%s”.".formatted(look.styleName()));
            }
        }
        return problems.isEmpty() ? problemsOfTrial(template, file) : problems;
    }

    private static List<String> problemsOfTrial(Template template, WordFile file) {
        var type = List.of(DocumentType.values()).stream()
                .filter(each -> Template.of(each) == template)
                .findFirst()
                .orElseThrow();
        try {
            var letterhead = new Letterhead("Cơ quan chủ quản", "Cơ quan ban hành", "UBND", "Địa danh");
            var nobody = new Signature(List.of("CHỨC VỤ"), null);
            WordDocuments.compose(file, type, letterhead, "VP", Urgency.URGENT, SAMPLE, nobody);
            new WordFile(file.bytes());
            return List.of();
        } catch (RuntimeException unfit) {
            LOG.info("A template did not stand its trial", unfit);
            return List.of("Không lập thử được văn bản từ mẫu này: hãy sửa tiếp trên mẫu đang dùng.");
        }
    }

    private static boolean serves(Template template, byte[] docx, String which) {
        var problems = problemsOf(template, docx);
        if (!problems.isEmpty()) {
            LOG.warn("The {} template {} is passed over: {}", which, template.fileName(), problems);
        }
        return problems.isEmpty();
    }

    private Optional<byte[]> configured(Template template) {
        if (settings.templates() == null) {
            return Optional.empty();
        }
        var file = settings.templates().resolve(template.fileName() + ".docx");
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("The configured template {} cannot be read", file, unreadable);
            return Optional.empty();
        }
    }

    private static byte[] shipped(Template template) {
        try {
            return new ClassPathResource("templates/" + template.fileName() + ".docx").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException("The shipped template " + template.fileName() + " is missing", missing);
        }
    }
}
