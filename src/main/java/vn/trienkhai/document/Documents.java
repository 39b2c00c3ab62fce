package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;

/** The register of official documents, as other modules use it. */
@Service
@Transactional
public class Documents {

    private final DocumentRegister register;
    private final DocumentRepository repository;
    private final Organisation organisation;

    Documents(DocumentRegister register, DocumentRepository repository, Organisation organisation) {
        this.register = register;
        this.repository = repository;
        this.organisation = organisation;
    }

    /**
     * A document as other modules see it.
     *
     * @param number e.g. "05/BC-UBND"; empty until it is issued
     * @param date the day that it bears; empty until it is issued
     * @param version of its file, from 1
     */
    public record Registered(
            UUID id,
            DocumentType type,
            String title,
            DocumentStatus status,
            Optional<String> number,
            Optional<LocalDate> date,
            int version) {}

    /** Makes a draft, in the caller's transaction; it does not start its way to signature. @return its id */
    public UUID draft(DocumentOrder order, String by) {
        return register.draft(order, by);
    }

    /** Makes the draft anew as its next version; approvals of former versions no longer count. */
    public void redraft(UUID id, DocumentText text, String by) {
        register.redraft(id, text, by);
    }

    /** It will not be issued; what was written stays. To be called when what it was made for is given up. */
    public void abandon(UUID id, String why) {
        register.abandon(id, why);
    }

    /** @throws vn.trienkhai.form.FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Registered get(UUID id) {
        return registered(register.get(id));
    }

    /** Documents made of this, oldest first. */
    @Transactional(readOnly = true)
    public List<Registered> of(DocumentOrder.Source source) {
        return repository.findAllBySourceKindAndSourceIdOrderByDraftedAt(source.kind(), source.id()).stream()
                .map(Documents::registered)
                .toList();
    }

    /** Why its current version was returned, newest first; for the form of whoever drafts it anew. */
    @Transactional(readOnly = true)
    public List<Returned> returnsOf(UUID id) {
        var document = register.get(id);
        var current = register.current(document);
        var marks = register.marksOf(id);
        return marks.stream()
                .filter(mark -> mark.isOf(current) && !mark.passed())
                .sorted((one, other) -> Integer.compare(other.place(), one.place()))
                .map(mark -> new Returned(
                        organisation.nameOf(mark.madeBy(), mark.madeAt()) + " – "
                                + mark.step().label(),
                        VietnamTime.format(mark.madeAt()),
                        mark.remark().orElse("")))
                .toList();
    }

    private static Registered registered(Document document) {
        return new Registered(
                document.id(),
                document.type(),
                document.title(),
                document.status(),
                document.number(),
                document.date(),
                document.currentVersion());
    }
}
