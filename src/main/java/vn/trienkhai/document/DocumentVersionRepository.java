package vn.trienkhai.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentVersionRepository extends Repository<DocumentVersion, UUID> {

    DocumentVersion saveAndFlush(DocumentVersion version);

    Optional<DocumentVersion> findByDocumentIdAndNumber(UUID documentId, int number);

    List<DocumentVersion> findAllByDocumentIdOrderByNumberDesc(UUID documentId);
}
