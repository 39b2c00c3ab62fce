package vn.trienkhai.document;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.document.DocumentFacts.MarkShown;
import vn.trienkhai.document.DocumentFacts.VersionShown;
import vn.trienkhai.form.CaseFilePart;
import vn.trienkhai.form.OpenTask;

/** Every version of the document that a piece of work is about, and what was decided about it. */
@Component
@Order(20)
class DocumentInCaseFile implements CaseFilePart {

    private final DocumentRegister register;
    private final DocumentFacts facts;

    DocumentInCaseFile(DocumentRegister register, DocumentFacts facts) {
        this.register = register;
        this.facts = facts;
    }

    @Override
    public Set<String> variables() {
        return Set.of(DocumentIssueProcess.DOCUMENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> partsOf(OpenTask task) {
        return task.id(DocumentIssueProcess.DOCUMENT)
                .flatMap(register::find)
                .map(document -> facts.shown(document.id()))
                .map(shown -> List.of(
                        new Part(
                                Chapter.DOCUMENTS,
                                shown.versions().stream()
                                        .map(DocumentInCaseFile::shown)
                                        .toList()),
                        new Part(
                                Chapter.REMARKS,
                                shown.marks().stream()
                                        .map(DocumentInCaseFile::shown)
                                        .toList())))
                .orElse(List.of());
    }

    private static Entry shown(VersionShown version) {
        return Entry.happened(
                "Bản %d%s".formatted(version.number(), version.current() ? " (hiện hành)" : ""),
                version.at(),
                version.by(),
                version.what());
    }

    private static Entry shown(MarkShown mark) {
        return Entry.happened(
                "Bản %d, %s: %s%s"
                        .formatted(
                                mark.version(),
                                mark.step(),
                                mark.outcome(),
                                mark.holds() ? "" : " (không còn hiệu lực)"),
                mark.at(),
                mark.by(),
                mark.remark());
    }
}
