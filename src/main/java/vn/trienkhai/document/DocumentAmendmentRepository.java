package vn.trienkhai.document;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentAmendmentRepository extends Repository<DocumentAmendment, UUID> {

    DocumentAmendment save(DocumentAmendment amendment);

    List<DocumentAmendment> findAllByDocumentIdOrderByDecidedAt(UUID documentId);

    List<DocumentAmendment> findAllByByDocumentOrderByDecidedAt(UUID byDocument);
}
