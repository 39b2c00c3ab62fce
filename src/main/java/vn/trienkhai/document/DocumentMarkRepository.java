package vn.trienkhai.document;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentMarkRepository extends Repository<DocumentMark, UUID> {

    DocumentMark saveAndFlush(DocumentMark mark);

    List<DocumentMark> findAllByDocumentIdOrderByPlace(UUID documentId);
}
