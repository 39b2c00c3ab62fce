package vn.trienkhai.document;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.trienkhai.audit.Audited;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/** One official document from draft to archive. What it says is in its {@link DocumentVersion}s. */
@Audited
@Entity
@Table(name = "document")
class Document {

    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String issuer;
    private String drafter;
    private String planId;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    private String sourceKind;
    private String sourceId;
    private String title;
    private String searchText;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    private int currentVersion;
    private String draftedBy;
    private Instant draftedAt;
    private LocalDate listedOn;

    private Integer signedVersion;
    private String signedBy;
    private Instant signedAt;

    @Enumerated(EnumType.STRING)
    private SigningCapacity signingCapacity;

    private Integer numberYear;
    private Integer sequenceNumber;
    private String numberText;
    private LocalDate numberDate;

    @Enumerated(EnumType.STRING)
    private NumberedWhere numberedWhere;

    private String issuedBy;
    private Instant issuedAt;
    private String abandonedWhy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "document_clause", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "clause")
    private Set<String> clauses = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "document_scan", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "attachment_id")
    private Set<UUID> scans = new TreeSet<>();

    protected Document() {}

    Document(UUID id, DocumentOrder order, String title, String by, Instant at) {
        this.id = id;
        this.type = order.type();
        this.issuer = order.issuer();
        this.drafter = order.drafter();
        this.planId = order.planId();
        this.urgency = order.urgency();
        this.sourceKind = order.source().kind();
        this.sourceId = order.source().id();
        this.clauses.addAll(order.clauses());
        this.status = DocumentStatus.DRAFT;
        this.draftedBy = by;
        this.draftedAt = at;
        this.listedOn = VietnamTime.dateOf(at);
        entitle(title);
    }

    /** A new version lies on the table: what was signed before no longer counts. */
    void takeVersion(int number) {
        requireOpen();
        currentVersion = number;
        voidSignature();
    }

    void entitle(String newTitle) {
        title = newTitle;
        searchText = Folded.of(newTitle + " " + type.label());
    }

    void voidSignature() {
        status = DocumentStatus.DRAFT;
        signedVersion = null;
        signedBy = null;
        signedAt = null;
        signingCapacity = null;
    }

    void sign(SigningCapacity capacity, String by, Instant at) {
        require(DocumentStatus.DRAFT);
        status = DocumentStatus.SIGNED;
        signedVersion = currentVersion;
        signedBy = by;
        signedAt = at;
        signingCapacity = capacity;
    }

    /** @param sequence null for a number that was given elsewhere @param issuedVersion the version that bears the number */
    void issue(
            NumberedWhere where,
            Integer sequence,
            String number,
            LocalDate date,
            int issuedVersion,
            Collection<UUID> signedCopies,
            String by,
            Instant at) {
        require(DocumentStatus.SIGNED);
        status = DocumentStatus.ISSUED;
        numberedWhere = where;
        sequenceNumber = sequence;
        numberYear = Letterheads.yearOf(date);
        numberText = number;
        numberDate = date;
        listedOn = date;
        currentVersion = issuedVersion;
        scans.addAll(signedCopies);
        issuedBy = by;
        issuedAt = at;
    }

    void abandon(String why) {
        requireOpen();
        status = DocumentStatus.ABANDONED;
        abandonedWhy = why;
    }

    /** A document that was corrected can still be replaced or recalled; one that was replaced or recalled is past. */
    void amend(AmendmentKind kind) {
        requireAmendable();
        status = kind.status();
    }

    void requireAmendable() {
        require(DocumentStatus.ISSUED, DocumentStatus.CORRECTED);
    }

    void requireOpen() {
        require(DocumentStatus.DRAFT, DocumentStatus.SIGNED);
    }

    void require(DocumentStatus... expected) {
        if (!Set.of(expected).contains(status)) {
            throw FormRefused.because("Văn bản “%s” đang ở trạng thái: %s. Hãy tải lại trang để xem tình hình mới nhất."
                    .formatted(title, status.label()));
        }
    }

    UUID id() {
        return id;
    }

    DocumentType type() {
        return type;
    }

    String issuer() {
        return issuer;
    }

    String drafter() {
        return drafter;
    }

    String planId() {
        return planId;
    }

    Set<String> clauses() {
        return Set.copyOf(clauses);
    }

    Urgency urgency() {
        return urgency;
    }

    DocumentOrder.Source source() {
        return new DocumentOrder.Source(sourceKind, sourceId);
    }

    String title() {
        return title;
    }

    DocumentStatus status() {
        return status;
    }

    /** Number of the version that counts now; of an issued document the one that bears its number. */
    int currentVersion() {
        return currentVersion;
    }

    String draftedBy() {
        return draftedBy;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    Optional<Integer> signedVersion() {
        return Optional.ofNullable(signedVersion);
    }

    Optional<String> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    Optional<SigningCapacity> signingCapacity() {
        return Optional.ofNullable(signingCapacity);
    }

    /** Within its sequence; empty where it was numbered elsewhere. */
    Optional<Integer> sequenceNumber() {
        return Optional.ofNullable(sequenceNumber);
    }

    /** The whole of it, e.g. "05/BC-UBND". */
    Optional<String> number() {
        return Optional.ofNullable(numberText);
    }

    /** The day that the document bears. */
    Optional<LocalDate> date() {
        return Optional.ofNullable(numberDate);
    }

    /** The day under which the register lists it: its own, or that of the draft. */
    LocalDate listedOn() {
        return listedOn;
    }

    Optional<NumberedWhere> numberedWhere() {
        return Optional.ofNullable(numberedWhere);
    }

    Optional<String> issuedBy() {
        return Optional.ofNullable(issuedBy);
    }

    Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    Optional<String> abandonedWhy() {
        return Optional.ofNullable(abandonedWhy);
    }

    /** Attachments: copies of the signed original of a document that was numbered elsewhere. */
    Set<UUID> scans() {
        return Set.copyOf(scans);
    }

    /** For people: "05/BC-UBND ngày 01/07/2021", or that it has no number yet. */
    String reference() {
        return numberText == null ? "chưa có số" : "%s ngày %s".formatted(numberText, VietnamTime.format(numberDate));
    }
}
