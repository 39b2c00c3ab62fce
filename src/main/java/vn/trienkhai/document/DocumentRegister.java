package vn.trienkhai.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/**
 * The life of official documents (Nghị định 30/2020/NĐ-CP): versions, checks, signature, number, amendments. Versions and
 * their bytes are only added. A check belongs to one version, so an edit voids it.
 */
@Service
@Transactional
class DocumentRegister {

    /** Before the id of a document, what its files belong to. */
    static final String OWNER = "document:";

    private static final int LONGEST_TITLE = 1000;
    private static final Pattern NUMBER_IN_TEXT = Pattern.compile("0*([1-9][0-9]{0,5})/(.+)");

    private final DocumentRepository documents;
    private final DocumentVersionRepository versions;
    private final DocumentMarkRepository marks;
    private final DocumentAmendmentRepository amendments;
    private final DocumentNumbers numbers;
    private final DocumentRoles roles;
    private final WordDocuments word;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentRegister(
            DocumentRepository documents,
            DocumentVersionRepository versions,
            DocumentMarkRepository marks,
            DocumentAmendmentRepository amendments,
            DocumentNumbers numbers,
            DocumentRoles roles,
            WordDocuments word,
            Attachments attachments,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.marks = marks;
        this.amendments = amendments;
        this.numbers = numbers;
        this.roles = roles;
        this.word = word;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public UUID draft(DocumentOrder order, String by) {
        var title = requireTitle(order.text().title());
        var document = documents.saveAndFlush(new Document(UUID.randomUUID(), order, title, by, clock.instant()));
        addVersion(document, composed(document, order.text()), "Soạn tự động", by);
        return document.id();
    }

    public void redraft(UUID id, DocumentText text, String by) {
        var document = get(id);
        document.entitle(requireTitle(text.title()));
        edit(document, composed(document, text), "Soạn lại tự động", by);
    }

    private byte[] composed(Document document, DocumentText text) {
        return word.compose(
                document.type(),
                roles.letterheadOf(document.issuer()),
                roles.drafterSymbol(document.issuer(), document.drafter()).orElse(null),
                document.urgency(),
                text,
                roles.expectedSignature(document.issuer()));
    }

    /**
     * Takes a file edited in Word as the next version.
     *
     * @param attachment an uploaded file
     * @param what what changed; may be null
     * @throws FormRefused if it is no Word document that can be issued, holds macros, or does not differ
     */
    public void upload(UUID id, UUID attachment, String what, String by) {
        var document = get(id);
        var bytes = claimed(document, attachment, by);
        document.entitle(titleIn(bytes, document));
        edit(document, bytes, changeNote(what), by);
    }

    private byte[] claimed(Document document, UUID attachment, String by) {
        document.requireOpen();
        attachments.claim(Set.of(attachment), ownerName(document.id()), by);
        var bytes = attachments.bytesOf(attachment);
        var problems = word.problemsOf(bytes, document.type());
        if (!problems.isEmpty()) {
            throw FormRefused.at("attachments", String.join(" ", problems));
        }
        if (sha256Of(bytes).equals(current(document).sha256())) {
            throw FormRefused.at("attachments", "Tệp này không khác bản hiện nay: mong đợi tệp đã sửa.");
        }
        return bytes;
    }

    /** As the file has it; the register's own where it says the same or its place is gone. */
    private String titleIn(byte[] bytes, Document document) {
        var written = word.titleIn(bytes);
        return written.isEmpty() || written.equals(WordDocuments.titleAsWritten(document.type(), document.title()))
                ? document.title()
                : requireTitle(WordText.begun(written));
    }

    private static String changeNote(String what) {
        return what == null ? "Sửa trong Word" : what;
    }

    private void edit(Document document, byte[] bytes, String what, String by) {
        document.requireOpen();
        addVersion(document, bytes, what, by);
        events.publishEvent(new DocumentEdited(document.id(), by));
    }

    /**
     * The drafter hands it in. The abstract in the register and the one in the file stay the same, whichever was edited.
     *
     * @param attachment the file edited in Word; null if it was not
     * @param what what changed; may be null
     * @param title the abstract as the form has it
     * @throws FormRefused like {@link #upload}, or if form and file both have a new abstract and not the same
     */
    public void handIn(UUID id, UUID attachment, String what, String title, String by) {
        var document = get(id);
        document.requireOpen();
        var before = document.title();
        var typed = requireTitle(title);
        var edited = attachment == null ? null : claimed(document, attachment, by);
        var written = edited == null ? before : titleIn(edited, document);
        if (!typed.equals(before) && !written.equals(before) && !typed.equals(written)) {
            throw FormRefused.at(
                    "title",
                    "Tệp Word ghi trích yếu “%s”, ô này ghi “%s”: hãy ghi như nhau.".formatted(written, typed));
        }
        var wanted = typed.equals(before) ? written : typed;
        if (edited == null && wanted.equals(before)) {
            return;
        }
        document.entitle(wanted);
        var bytes = edited == null ? bytesOf(current(document)) : edited;
        edit(
                document,
                wanted.equals(written) ? bytes : word.entitled(bytes, document.type(), wanted),
                edited == null ? "Sửa trích yếu" : changeNote(what),
                by);
    }

    private void addVersion(Document document, byte[] bytes, String what, String by) {
        var number = document.currentVersion() + 1;
        document.takeVersion(number);
        store(document, number, bytes, what, by);
        documents.saveAndFlush(document);
    }

    private void store(Document document, int number, byte[] bytes, String what, String by) {
        var version = versions.saveAndFlush(
                new DocumentVersion(document.id(), number, sha256Of(bytes), bytes.length, by, clock.instant(), what));
        jdbc.sql("insert into document_content (version_id, bytes) values (?, ?)")
                .params(version.id(), bytes)
                .update();
    }

    /** @throws FormRefused if this person may not check it, or a return has no remark */
    public void checkContent(UUID id, boolean passed, String remark, String by) {
        var document = open(id, passed, remark);
        var authors = authorsOf(id);
        if (authors.contains(by)) {
            throw FormRefused.because(
                    "Bạn đã soạn hoặc sửa văn bản này: không ai tự kiểm tra nội dung bản do mình soạn.");
        }
        if (!roles.mayCheckContent(document, authors, by)) {
            throw FormRefused.because("Chỉ lãnh đạo đơn vị soạn thảo được kiểm tra nội dung văn bản này.");
        }
        mark(document, DocumentStep.CONTENT, passed, remark, by);
    }

    /** @throws FormRefused if this person may not check it, or a return has no remark */
    public void checkForm(UUID id, boolean passed, String remark, String by) {
        var document = open(id, passed, remark);
        requireOffice(document, by);
        mark(document, DocumentStep.FORM, passed, remark, by);
    }

    /**
     * @param capacity asked for by a substitute who does not lead the issuer; else it is the leader's own
     * @throws FormRefused if this person may not sign, the checks do not hold for this version, or a return has no remark
     */
    public void sign(UUID id, boolean passed, String remark, SigningCapacity capacity, String by) {
        var document = open(id, passed, remark);
        document.require(DocumentStatus.DRAFT);
        if (!roles.maySign(document, by)) {
            throw FormRefused.because("Chỉ lãnh đạo cơ quan ban hành, hoặc người thay, được ký văn bản này.");
        }
        if (passed) {
            requireMayPutNameUnder(document, by);
            document.sign(capacityOf(document, capacity, by), by, clock.instant());
            documents.saveAndFlush(document);
        }
        mark(document, DocumentStep.SIGNATURE, passed, remark, by);
    }

    private void requireMayPutNameUnder(Document document, String by) {
        if (authorsOf(document.id()).contains(by)) {
            throw FormRefused.because("Bạn đã soạn hoặc sửa văn bản này: không ai ký văn bản do chính mình soạn.");
        }
        var standing = standingMarks(document);
        if (standing.stream().noneMatch(mark -> mark.step() == DocumentStep.CONTENT)
                || standing.stream().noneMatch(mark -> mark.step() == DocumentStep.FORM)) {
            throw FormRefused.because(
                    "Bản này chưa được kiểm tra đủ nội dung và thể thức: văn bản sửa sau khi kiểm tra phải kiểm tra lại.");
        }
        if (standing.stream()
                .anyMatch(mark ->
                        mark.step() == DocumentStep.FORM && mark.madeBy().equals(by))) {
            throw FormRefused.because("Bạn đã kiểm tra thể thức văn bản này: người ký phải là người khác.");
        }
    }

    private SigningCapacity capacityOf(Document document, SigningCapacity asked, String by) {
        if (roles.leadsItself(document, by)) {
            return SigningCapacity.LEADER;
        }
        return asked == SigningCapacity.BY_ORDER ? SigningCapacity.BY_ORDER : SigningCapacity.BY_DELEGATION;
    }

    /** @throws FormRefused if it is not signed, this person may not number it, or the day does not fit the sequence */
    public void numberHere(UUID id, LocalDate date, String by) {
        var document = signed(id, date, by);
        var sequence = numbers.next(document.issuer(), document.type(), date);
        issue(document, NumberedWhere.HERE, sequence, roles.numberOf(sequence, document), date, Set.of(), by);
    }

    /**
     * Takes number, day and signed copies of a document that another register numbered.
     *
     * @param scans uploaded files, at least one
     */
    public void numberOutside(UUID id, String number, LocalDate date, Set<UUID> scans, String by) {
        if (number == null) {
            throw FormRefused.at("number", "Chưa điền số, ký hiệu.");
        }
        if (scans == null || scans.isEmpty()) {
            throw FormRefused.at("attachments", "Chưa đính kèm bản chụp văn bản đã ký.");
        }
        var document = signed(id, date, by);
        var written = number;
        var fitting = NUMBER_IN_TEXT.matcher(number);
        if (fitting.matches() && fitting.group(2).equals(roles.afterNumber(document))) {
            var sequence = Integer.parseInt(fitting.group(1));
            numbers.skipTo(sequence, document.issuer(), document.type(), date);
            written = roles.numberOf(sequence, document);
        }
        attachments.claim(scans, ownerName(id), by);
        issue(document, NumberedWhere.OUTSIDE, null, written, date, scans, by);
    }

    private Document signed(UUID id, LocalDate date, String by) {
        var document = get(id);
        document.require(DocumentStatus.SIGNED);
        requireOffice(document, by);
        if (standingMarks(document).stream().noneMatch(mark -> mark.step() == DocumentStep.SIGNATURE)) {
            throw FormRefused.because("Bản này chưa được ký: văn bản sửa sau khi ký phải ký lại.");
        }
        if (date == null) {
            throw FormRefused.at("date", "Chưa điền ngày ban hành.");
        }
        var signedOn = VietnamTime.dateOf(document.signedAt().orElseThrow());
        var today = VietnamTime.dateOf(clock.instant());
        if (date.isBefore(signedOn) || date.isAfter(today)) {
            throw FormRefused.at(
                    "date",
                    "Mong đợi ngày từ ngày ký %s đến hôm nay %s, gặp %s."
                            .formatted(
                                    VietnamTime.format(signedOn), VietnamTime.format(today), VietnamTime.format(date)));
        }
        return document;
    }

    private void issue(
            Document document,
            NumberedWhere where,
            Integer sequence,
            String number,
            LocalDate date,
            Set<UUID> scans,
            String by) {
        if (documents.existsByIssuerAndTypeAndNumberYearAndNumberText(
                document.issuer(), document.type(), Letterheads.yearOf(date), number)) {
            throw FormRefused.at("number", "Số %s đã có trong sổ năm %d.".formatted(number, date.getYear()));
        }
        var signer = document.signedBy().orElseThrow();
        var signature =
                roles.signatureOf(document, signer, document.signingCapacity().orElseThrow());
        var issued = word.issue(bytesOf(current(document)), number, date, signature);
        var next = document.currentVersion() + 1;
        store(document, next, issued, "Ghi số, ngày và chữ ký", by);
        document.issue(where, sequence, number, date, next, scans, by, clock.instant());
        documents.saveAndFlush(document);
        events.publishEvent(new DocumentIssued(document.id(), document.source(), number, date, signer));
    }

    /** The clerk finds something wrong with a signed document: it goes back, and must be signed again. */
    public void returnSigned(UUID id, String remark, String by) {
        var document = open(id, false, remark);
        document.require(DocumentStatus.SIGNED);
        requireOffice(document, by);
        mark(document, DocumentStep.ISSUE, false, remark, by);
    }

    /** It will not be issued. What was written stays. */
    public void abandon(UUID id, String why) {
        if (why == null) {
            throw FormRefused.at("reason", "Chưa điền lý do.");
        }
        var document = get(id);
        document.abandon(why);
        documents.saveAndFlush(document);
    }

    /** Who may ask for it: the people of the drafting unit, of the issuer, or of its office. */
    public void requireMayAskToAmend(UUID id, AmendmentKind kind, UUID byDocument, String by) {
        var document = get(id);
        document.requireAmendable();
        var own = roles.unitsOf(by);
        if (!own.contains(document.drafter())
                && !own.contains(document.issuer())
                && !roles.mayCheckForm(document, by)) {
            throw FormRefused.at(
                    "document", "Chỉ đơn vị soạn thảo, cơ quan ban hành và văn thư được đề nghị việc này.");
        }
        requireFitting(document, kind, byDocument);
    }

    /**
     * Replaces, corrects or recalls an issued document; the document itself stays as it is.
     *
     * @param byDocument the document that does so; may be null for a recall only
     * @throws FormRefused if this person may not decide it, or the other document does not fit
     */
    public void amend(UUID id, AmendmentKind kind, UUID byDocument, String reason, String askedBy, String by) {
        var document = get(id);
        if (!roles.maySign(document, by)) {
            throw FormRefused.because("Chỉ lãnh đạo cơ quan ban hành, hoặc người thay, được quyết định việc này.");
        }
        if (by.equals(askedBy)) {
            throw FormRefused.because("Bạn là người đề nghị: người quyết định phải là người khác.");
        }
        requireFitting(document, kind, byDocument);
        document.amend(kind);
        documents.saveAndFlush(document);
        amendments.save(new DocumentAmendment(id, kind, byDocument, reason, askedBy, by, clock.instant()));
    }

    private void requireFitting(Document document, AmendmentKind kind, UUID byDocument) {
        if (byDocument == null) {
            if (kind != AmendmentKind.RECALL) {
                throw FormRefused.at(
                        "byDocument",
                        "Chưa chọn văn bản để %s.".formatted(kind.label().toLowerCase()));
            }
            return;
        }
        var other = get(byDocument);
        if (other.id().equals(document.id()) || !other.status().isIssued()) {
            throw FormRefused.at("byDocument", "Mong đợi một văn bản khác đã phát hành.");
        }
        if (!other.issuer().equals(document.issuer())) {
            throw FormRefused.at("byDocument", "Mong đợi văn bản của chính cơ quan ban hành.");
        }
        if (kind == AmendmentKind.REPLACE && other.type() != document.type()) {
            throw FormRefused.at(
                    "byDocument",
                    "Văn bản thay thế phải có hình thức tương đương (%s), gặp %s."
                            .formatted(document.type().label(), other.type().label()));
        }
        if (kind == AmendmentKind.CORRECT && other.type() != DocumentType.LETTER) {
            throw FormRefused.at(
                    "byDocument",
                    "Đính chính bằng công văn của cơ quan ban hành, gặp %s."
                            .formatted(other.type().label().toLowerCase()));
        }
    }

    private Document open(UUID id, boolean passed, String remark) {
        if (!passed && remark == null) {
            throw FormRefused.at("remark", "Chưa điền ý kiến trả lại: người soạn cần biết phải sửa gì.");
        }
        var document = get(id);
        document.requireOpen();
        return document;
    }

    private void requireOffice(Document document, String by) {
        if (!roles.mayCheckForm(document, by)) {
            throw FormRefused.because("Bước này thuộc người làm văn thư, thể thức của cơ quan ban hành.");
        }
    }

    private void mark(Document document, DocumentStep step, boolean passed, String remark, String by) {
        var places = marks.findAllByDocumentIdOrderByPlace(document.id()).size();
        marks.saveAndFlush(new DocumentMark(current(document), step, passed, remark, by, clock.instant(), places + 1));
        if (!passed) {
            document.voidSignature();
            documents.saveAndFlush(document);
        }
    }

    /** Passes that hold: of exactly the current version, since it was last returned. */
    @Transactional(readOnly = true)
    public List<DocumentMark> standingMarks(Document document) {
        var current = current(document);
        var standing = new ArrayList<DocumentMark>();
        for (var mark : marks.findAllByDocumentIdOrderByPlace(document.id())) {
            if (!mark.isOf(current)) {
                continue;
            }
            if (mark.passed()) {
                standing.add(mark);
            } else {
                standing.clear();
            }
        }
        return List.copyOf(standing);
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Document get(UUID id) {
        return find(id).orElseThrow(() -> FormRefused.at("document", "Không có văn bản mã %s.".formatted(id)));
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(UUID id) {
        return documents.findById(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<DocumentVersion> versionsOf(UUID id) {
        return versions.findAllByDocumentIdOrderByNumberDesc(id);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentMark> marksOf(UUID id) {
        return marks.findAllByDocumentIdOrderByPlace(id);
    }

    @Transactional(readOnly = true)
    public List<DocumentAmendment> amendmentsOf(UUID id) {
        return amendments.findAllByDocumentIdOrderByDecidedAt(id);
    }

    /** The version that counts now. */
    @Transactional(readOnly = true)
    public DocumentVersion current(Document document) {
        return version(document.id(), document.currentVersion()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<DocumentVersion> version(UUID id, int number) {
        return versions.findByDocumentIdAndNumber(id, number);
    }

    /** @throws IllegalStateException if the stored bytes are not those that were stored then */
    @Transactional(readOnly = true)
    public byte[] bytesOf(DocumentVersion version) {
        var bytes = jdbc.sql("select bytes from document_content where version_id = ?")
                .param(version.id())
                .query((row, at) -> row.getBytes(1))
                .single();
        if (!sha256Of(bytes).equals(version.sha256())) {
            throw new IllegalStateException("Stored bytes of document version " + version.id() + " were changed");
        }
        return bytes;
    }

    /** Everybody who made a version while it was a draft. */
    @Transactional(readOnly = true)
    public Set<String> authorsOf(UUID id) {
        var authors = new TreeSet<String>();
        versions.findAllByDocumentIdOrderByNumberDesc(id).forEach(version -> authors.add(version.madeBy()));
        return authors;
    }

    private static String ownerName(UUID id) {
        return OWNER + id;
    }

    private static String requireTitle(String title) {
        if (title == null || title.isBlank()) {
            throw FormRefused.at("title", "Chưa điền trích yếu.");
        }
        var stripped = title.strip();
        return stripped.length() <= LONGEST_TITLE ? stripped : stripped.substring(0, LONGEST_TITLE - 1) + "…";
    }

    static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
