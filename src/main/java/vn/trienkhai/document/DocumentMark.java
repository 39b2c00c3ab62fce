package vn.trienkhai.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.trienkhai.audit.Audited;

/** What somebody decided about one version, that is about exactly these bytes. */
@Audited
@Entity
@Table(name = "document_mark")
class DocumentMark {

    @Id
    private UUID id;

    private UUID documentId;
    private int versionNumber;
    private String sha256;

    @Enumerated(EnumType.STRING)
    private DocumentStep step;

    private boolean passed;
    private String remark;
    private String madeBy;
    private Instant madeAt;
    private int place;

    protected DocumentMark() {}

    /** @param place among all marks of the document, from 1 */
    DocumentMark(
            DocumentVersion version,
            DocumentStep step,
            boolean passed,
            String remark,
            String madeBy,
            Instant madeAt,
            int place) {
        this.id = UUID.randomUUID();
        this.documentId = version.documentId();
        this.versionNumber = version.number();
        this.sha256 = version.sha256();
        this.step = step;
        this.passed = passed;
        this.remark = remark;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.place = place;
    }

    boolean isOf(DocumentVersion version) {
        return versionNumber == version.number() && sha256.equals(version.sha256());
    }

    int versionNumber() {
        return versionNumber;
    }

    String sha256() {
        return sha256;
    }

    DocumentStep step() {
        return step;
    }

    boolean passed() {
        return passed;
    }

    Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    int place() {
        return place;
    }
}
