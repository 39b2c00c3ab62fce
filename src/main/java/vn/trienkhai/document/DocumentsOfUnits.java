package vn.trienkhai.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.WorkOfUnits;

/**
 * Documents of units that are reorganised. A draft carries the letterhead, the number and the signature of its issuer: it is
 * issued or given up while that unit is; nobody signs for one that no longer is (Nghị định 30/2020/NĐ-CP, Điều 13).
 */
@Component
@Order(40)
class DocumentsOfUnits implements WorkOfUnits {

    private final DocumentRepository documents;

    DocumentsOfUnits(DocumentRepository documents) {
        this.documents = documents;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        return documents
                .findAllByIssuerAndStatusInOrderByDraftedAt(
                        unit.id(), EnumSet.of(DocumentStatus.DRAFT, DocumentStatus.SIGNED))
                .stream()
                .map(document -> Item.blocks(
                        "Văn bản đang soạn",
                        "%s %s".formatted(document.type().label(), document.title()),
                        "Phải phát hành hoặc thôi soạn trước ngày hiệu lực"))
                .toList();
    }

    /** There is none left. */
    @Override
    public void pass(Succession succession) {}
}
