package vn.trienkhai.document;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.trienkhai.attachment.Attachment;
import vn.trienkhai.attachment.AttachmentSight;
import vn.trienkhai.organisation.Organisation;

/** Scans and edited files: for whoever may see the document. Templates: for the office and those for whom it works. */
@Component
class DocumentFilesSeen implements AttachmentSight {

    private final DocumentRepository repository;
    private final DocumentSearch search;
    private final DocumentRoles roles;
    private final Organisation organisation;

    DocumentFilesSeen(
            DocumentRepository repository, DocumentSearch search, DocumentRoles roles, Organisation organisation) {
        this.repository = repository;
        this.search = search;
        this.roles = roles;
        this.organisation = organisation;
    }

    @Override
    public boolean shows(Attachment attachment, String userId) {
        var owner = attachment.claimedFor().orElse("");
        if (owner.startsWith(Templates.OWNER)) {
            return roles.offices().stream().anyMatch(unit -> organisation.belongsTo(userId, unit))
                    || roles.committees().stream().anyMatch(unit -> organisation.belongsTo(userId, unit));
        }
        return owner.startsWith(DocumentRegister.OWNER)
                && repository
                        .findById(UUID.fromString(owner.substring(DocumentRegister.OWNER.length())))
                        .filter(document -> search.maySee(document, userId))
                        .isPresent();
    }
}
