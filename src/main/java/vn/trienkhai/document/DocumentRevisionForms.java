package vn.trienkhai.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What the forms of document-revision.bpmn show. */
@Component
class DocumentRevisionForms implements FormFacts {

    private static final List<DocumentStatus> AMENDABLE = List.of(DocumentStatus.ISSUED, DocumentStatus.CORRECTED);

    private final DocumentRegister register;
    private final DocumentRepository repository;
    private final DocumentRoles roles;
    private final DocumentFacts facts;
    private final Organisation organisation;

    DocumentRevisionForms(
            DocumentRegister register,
            DocumentRepository repository,
            DocumentRoles roles,
            DocumentFacts facts,
            Organisation organisation) {
        this.register = register;
        this.repository = repository;
        this.roles = roles;
        this.facts = facts;
        this.organisation = organisation;
    }

    /** An issued document to choose. */
    record Issued(String value, String label, String issuer) {}

    @Override
    public String processKey() {
        return DocumentRevisionProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return asking(opened.userId());
        }
        var id = UUID.fromString(opened.variable(DocumentIssueProcess.DOCUMENT));
        var kind = AmendmentKind.valueOf(opened.variable(DocumentRevisionProcess.KIND));
        var other = opened.variable(DocumentRevisionProcess.BY_DOCUMENT);
        return new FormView(
                facts.known(
                        id,
                        new Fact("Đề nghị", kind.label()),
                        new Fact(
                                "Bằng văn bản",
                                other == null ? "không có" : labelOf(register.get(UUID.fromString(other)))),
                        new Fact("Lý do", opened.variable(DocumentRevisionProcess.REASON)),
                        new Fact(
                                "Người đề nghị", organisation.nameOf(opened.variable(DocumentIssueProcess.INITIATOR)))),
                Map.of(),
                Map.of("document", facts.shown(id)));
    }

    /** The newest to choose from; older ones are looked for in the register. */
    private FormView asking(String userId) {
        var own = roles.unitsOf(userId);
        var issued = repository.findTop50ByStatusInOrderByListedOnDescDraftedAtDesc(AMENDABLE);
        var theirs = issued.stream()
                .filter(document -> own.contains(document.drafter())
                        || own.contains(document.issuer())
                        || roles.mayCheckForm(document, userId))
                .map(DocumentRevisionForms::issued)
                .toList();
        return new FormView(
                Known.of(
                        new Fact(
                                "Căn cứ",
                                "Sai nội dung thì thay thế bằng văn bản cùng hình thức; sai thể thức, kỹ thuật trình bày thì đính chính"
                                        + " bằng công văn (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3). Hãy phát hành văn bản đó trước.")),
                Map.of(),
                Map.of(
                        "documents",
                        theirs,
                        "others",
                        issued.stream().map(DocumentRevisionForms::issued).toList(),
                        "kinds",
                        Arrays.stream(AmendmentKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList()));
    }

    private static Issued issued(Document document) {
        return new Issued(document.id().toString(), labelOf(document), document.issuer());
    }

    private static String labelOf(Document document) {
        return "%s – %s: %s".formatted(document.reference(), document.type().label(), document.title());
    }
}
