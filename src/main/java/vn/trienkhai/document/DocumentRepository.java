package vn.trienkhai.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, UUID> {

    Document saveAndFlush(Document document);

    Optional<Document> findById(UUID id);

    List<Document> findAllByIdIn(Collection<UUID> ids);

    List<Document> findAllBySourceKindAndSourceIdOrderByDraftedAt(String sourceKind, String sourceId);

    List<Document> findAllByPlanIdAndNumberTextIsNotNullOrderByNumberDateAscNumberTextAsc(String planId);

    List<Document> findTop50ByStatusInOrderByListedOnDescDraftedAtDesc(Collection<DocumentStatus> statuses);

    List<Document> findAllByIssuerAndStatusInOrderByDraftedAt(String issuer, Collection<DocumentStatus> statuses);

    boolean existsByIssuerAndTypeAndNumberYearAndNumberText(
            String issuer, DocumentType type, Integer numberYear, String numberText);
}
