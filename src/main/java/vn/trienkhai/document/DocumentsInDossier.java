package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;

/** Issued documents with the scans of those that were signed elsewhere. */
@Component
@Order(0)
class DocumentsInDossier implements DossierPart {

    private static final String FOLDER = "van-ban";

    private final DocumentRepository repository;
    private final DocumentRegister register;
    private final Attachments attachments;
    private final DocumentSearch search;

    DocumentsInDossier(
            DocumentRepository repository, DocumentRegister register, Attachments attachments, DocumentSearch search) {
        this.repository = repository;
        this.register = register;
        this.attachments = attachments;
        this.search = search;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DossierEntry> entriesOf(DossierScope scope) {
        var entries = new ArrayList<DossierEntry>();
        repository.findAllByPlanIdAndNumberTextIsNotNullOrderByNumberDateAscNumberTextAsc(scope.planId()).stream()
                .filter(document -> scope.duty() == null || document.clauses().contains(scope.duty()))
                .filter(document -> search.maySee(document, scope.userId()))
                .forEach(document -> add(entries, document));
        return entries;
    }

    private void add(List<DossierEntry> entries, Document document) {
        var version = register.current(document);
        var number = document.number().orElseThrow();
        var date = document.date().orElseThrow();
        entries.add(new DossierEntry(
                FOLDER,
                date + " " + number + ".docx",
                number,
                date,
                document.type().label(),
                document.title(),
                version.sha256(),
                () -> register.bytesOf(version)));
        attachments
                .all(document.scans())
                .forEach(scan -> entries.add(new DossierEntry(
                        FOLDER,
                        date + " " + number + " ban chup " + scan.name(),
                        number,
                        date,
                        "Bản chụp",
                        document.title(),
                        scan.sha256(),
                        () -> attachments.bytesOf(scan.id()))));
    }
}
