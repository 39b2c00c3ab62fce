package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What forms and pages show about a document: what is known, its versions, what was decided about them. */
@Service
@Transactional(readOnly = true)
class DocumentFacts {

    private final DocumentRegister register;
    private final Documents documents;
    private final DocumentPlans plans;
    private final Organisation organisation;
    private final Attachments attachments;
    private final PdfPreview preview;

    DocumentFacts(
            DocumentRegister register,
            Documents documents,
            DocumentPlans plans,
            Organisation organisation,
            Attachments attachments,
            PdfPreview preview) {
        this.register = register;
        this.documents = documents;
        this.plans = plans;
        this.organisation = organisation;
        this.attachments = attachments;
        this.preview = preview;
    }

    record VersionShown(int number, String by, String at, String what, long size, String sha256, boolean current) {}

    /** @param outcome "đạt" or "trả lại" @param holds whether it is about the version that was signed or, before, that counts now */
    record MarkShown(int version, String step, String outcome, String by, String at, String remark, boolean holds) {}

    record FileShown(UUID id, String name, long size, String sha256) {}

    /** @param previewNote why there is no preview; empty where there is one */
    record Shown(
            UUID id,
            int current,
            List<VersionShown> versions,
            List<MarkShown> marks,
            List<FileShown> scans,
            String previewNote) {}

    /** What is known, with the returns of the current version on top. */
    Known known(UUID id, Fact... more) {
        var facts = new ArrayList<>(factsOf(register.get(id)));
        facts.addAll(List.of(more));
        return Known.of(facts.toArray(Fact[]::new)).withReturned(documents.returnsOf(id));
    }

    List<Fact> factsOf(Document document) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Loại văn bản", document.type().label()));
        facts.add(new Fact("Trích yếu", document.title()));
        facts.add(new Fact(
                "Cơ quan ban hành", organisation.unit(document.issuer()).name()));
        facts.add(new Fact(
                "Đơn vị soạn thảo", organisation.unit(document.drafter()).name()));
        facts.add(new Fact("Độ khẩn", document.urgency().label()));
        facts.add(new Fact("Thuộc kế hoạch", plans.nameOf(document.planId())));
        facts.add(new Fact("Trạng thái", document.status().label()));
        if (!document.clauses().isEmpty()) {
            facts.add(new Fact(
                    "Thuộc mục, nhiệm vụ",
                    String.join(", ", document.clauses().stream().sorted().toList())));
        }
        document.number().ifPresent(number -> facts.add(new Fact("Số, ngày", document.reference())));
        document.signedBy()
                .ifPresent(signer -> facts.add(new Fact(
                        "Người ký",
                        "%s (%s)"
                                .formatted(
                                        organisation.nameOf(
                                                signer, document.signedAt().orElseThrow()),
                                        VietnamTime.format(document.signedAt().orElseThrow())))));
        document.numberedWhere().ifPresent(where -> facts.add(new Fact("Nơi cấp số", where.label())));
        document.abandonedWhy().ifPresent(why -> facts.add(new Fact("Lý do thôi soạn", why)));
        register.amendmentsOf(document.id())
                .forEach(amendment -> facts.add(new Fact(amendment.kind().label(), sentenceOf(amendment))));
        return facts;
    }

    private String sentenceOf(DocumentAmendment amendment) {
        return "%s quyết định %s%s. Lý do: %s"
                .formatted(
                        organisation.nameOf(amendment.decidedBy(), amendment.decidedAt()),
                        VietnamTime.format(amendment.decidedAt()),
                        amendment
                                .byDocument()
                                .map(other -> ", theo văn bản số "
                                        + register.get(other).reference())
                                .orElse(""),
                        amendment.reason());
    }

    Shown shown(UUID id) {
        var document = register.get(id);
        var current = register.current(document);
        var decidedOn = document.signedVersion()
                .flatMap(signed -> register.version(id, signed))
                .orElse(current);
        return new Shown(
                id,
                current.number(),
                register.versionsOf(id).stream()
                        .map(version -> new VersionShown(
                                version.number(),
                                organisation.nameOf(version.madeBy(), version.madeAt()),
                                VietnamTime.format(version.madeAt()),
                                version.changeNote(),
                                version.sizeBytes(),
                                version.sha256(),
                                version.number() == current.number()))
                        .toList(),
                register.marksOf(id).stream()
                        .sorted((one, other) -> Integer.compare(other.place(), one.place()))
                        .map(mark -> new MarkShown(
                                mark.versionNumber(),
                                mark.step().label(),
                                mark.passed() ? "đạt" : "trả lại",
                                organisation.nameOf(mark.madeBy(), mark.madeAt()),
                                VietnamTime.format(mark.madeAt()),
                                mark.remark().orElse(""),
                                mark.isOf(decidedOn)))
                        .toList(),
                attachments.all(document.scans()).stream()
                        .map(file -> new FileShown(file.id(), file.name(), file.sizeBytes(), file.sha256()))
                        .toList(),
                preview.isInstalled() ? "" : PdfPreview.NOT_INSTALLED);
    }
}
