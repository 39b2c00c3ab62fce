package vn.trienkhai.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private final DocumentPlans plans;

    DocumentsInDossier(
            DocumentRepository repository,
            DocumentRegister register,
            Attachments attachments,
            DocumentSearch search,
            DocumentPlans plans) {
        this.repository = repository;
        this.register = register;
        this.attachments = attachments;
        this.search = search;
        this.plans = plans;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DossierEntry> entriesOf(DossierScope scope) {
        var entries = new ArrayList<DossierEntry>();
        var wanted = scope.duty() == null ? Set.<String>of() : plans.under(scope.planId(), scope.duty());
        repository.findAllByPlanIdAndNumberTextIsNotNullOrderByNumberDateAscNumberTextAsc(scope.planId()).stream()
                .filter(document -> scope.duty() == null
                        || document.clauses().stream()
                                .map(clause -> clause.toLowerCase(Locale.ROOT))
                                .anyMatch(wanted::contains))
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
