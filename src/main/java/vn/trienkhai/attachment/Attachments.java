package vn.trienkhai.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import vn.trienkhai.form.FormRefused;

/**
 * Keeps uploaded files in the database, so that a backup of the database is a backup of everything.
 *
 * <p>A file is provisional until the transaction that completes a task {@linkplain #claim claims} it; what nobody claims
 * is swept.
 */
@Service
public class Attachments {

    private static final String GONE = "Có tệp không còn trên máy chủ: hãy tải lên lại.";
    /** So few are found one by one, which costs nothing for those that the transaction has read already. */
    private static final int MOST_OF_A_FORM = 5;

    private static final long MEGABYTE = DataSize.ofMegabytes(1).toBytes();

    private final AttachmentRepository repository;
    private final JdbcClient jdbc;
    private final AttachmentSettings settings;
    private final Clock clock;
    private final ObjectProvider<AttachmentSight> sights;
    private final Tika tika = new Tika();

    Attachments(
            AttachmentRepository repository,
            JdbcClient jdbc,
            AttachmentSettings settings,
            Clock clock,
            ObjectProvider<AttachmentSight> sights) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.sights = sights;
    }

    /**
     * Stores a file provisionally.
     *
     * @param name as on the user's machine; path parts are dropped
     * @throws FormRefused if the file is empty, larger than the setting allows, or of a type that is not accepted
     */
    @Transactional
    public Attachment store(String name, byte[] bytes, String by) {
        var cleanName = baseNameOf(name);
        if (bytes.length == 0) {
            throw FormRefused.because("Tệp “%s” rỗng: mong đợi tệp có nội dung.".formatted(cleanName));
        }
        if (bytes.length > settings.maxSize().toBytes()) {
            throw FormRefused.because("Tệp “%s” nặng %d MB: mong đợi nhiều nhất %d MB."
                    .formatted(
                            cleanName,
                            DataSize.ofBytes(bytes.length + MEGABYTE - 1).toMegabytes(),
                            settings.maxSize().toMegabytes()));
        }
        var mediaType = tika.detect(bytes, cleanName);
        if (!settings.mediaTypes().contains(mediaType)) {
            throw FormRefused.because(
                    "Tệp “%s” có nội dung kiểu %s: mong đợi ảnh, PDF, Word, Excel, PowerPoint, âm thanh hoặc video MP4."
                            .formatted(cleanName, mediaType));
        }
        var attachment = repository.saveAndFlush(new Attachment(
                UUID.randomUUID(), cleanName, mediaType, bytes.length, sha256Of(bytes), by, clock.instant()));
        jdbc.sql("insert into attachment_content (attachment_id, bytes) values (?, ?)")
                .params(attachment.id(), bytes)
                .update();
        return attachment;
    }

    /**
     * Makes files permanent, in the caller's transaction.
     *
     * @param owner what they belong to from now on, for example "evidence:4f…"
     * @throws FormRefused if one of them is gone, or was uploaded by somebody else and never claimed, or belongs to something
     *     that this person may not see
     */
    @Transactional
    public List<Attachment> claim(Collection<UUID> ids, String owner, String by) {
        if (ids == null || ids.isEmpty()) {
            return List.of();
        }
        var wanted = new LinkedHashSet<>(ids);
        var found = all(wanted);
        if (found.size() < wanted.size()) {
            throw FormRefused.at("attachments", GONE);
        }
        for (var attachment : found) {
            if (!attachment.isClaimed() && !attachment.uploadedBy().equals(by)) {
                throw FormRefused.at("attachments", "Tệp “%s” do người khác tải lên.".formatted(attachment.name()));
            }
            if (attachment.isClaimed() && !isSeenBy(attachment, by)) {
                throw FormRefused.at("attachments", GONE);
            }
            attachment.claimFor(owner);
        }
        return found;
    }

    @Transactional(readOnly = true)
    public List<Attachment> all(Collection<UUID> ids) {
        return ids.size() > MOST_OF_A_FORM
                ? repository.findAllByIdIn(ids)
                : ids.stream()
                        .distinct()
                        .flatMap(id -> repository.findById(id).stream())
                        .toList();
    }

    /** @throws AttachmentUnknown if there is none with this id */
    @Transactional(readOnly = true)
    public Attachment get(UUID id) {
        return repository.findById(id).orElseThrow(() -> new AttachmentUnknown(id));
    }

    /**
     * The file for a person who asks for it by its id: as long as it is provisional, only who uploaded it; from then on whoever
     * may see what it belongs to.
     *
     * @throws AttachmentUnknown if there is none with this id that this person may see
     */
    @Transactional(readOnly = true)
    public Attachment seenBy(String userId, UUID id) {
        return repository
                .findById(id)
                .filter(attachment -> attachment.isClaimed()
                        ? isSeenBy(attachment, userId)
                        : attachment.uploadedBy().equals(userId))
                .orElseThrow(() -> new AttachmentUnknown(id));
    }

    private boolean isSeenBy(Attachment attachment, String userId) {
        return sights.stream().anyMatch(sight -> sight.shows(attachment, userId));
    }

    /** @throws AttachmentUnknown if there is none with this id */
    @Transactional(readOnly = true)
    public byte[] bytesOf(UUID id) {
        return jdbc.sql("select bytes from attachment_content where attachment_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new AttachmentUnknown(id));
    }

    /** Deletes what was uploaded and never claimed. @return how many files went */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    public int sweep() {
        var abandoned = repository.findAllByClaimedForIsNullAndUploadedAtBefore(
                clock.instant().minus(settings.keepProvisional()));
        for (var attachment : abandoned) {
            jdbc.sql("delete from attachment_content where attachment_id = ?")
                    .param(attachment.id())
                    .update();
            repository.delete(attachment);
        }
        return abandoned.size();
    }

    private static String baseNameOf(String name) {
        var normalized = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
        var base = normalized.substring(Math.max(normalized.lastIndexOf('/'), normalized.lastIndexOf('\\')) + 1);
        var clean = base.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
        if (clean.isEmpty()) {
            return "tep";
        }
        return clean.length() <= 200 ? clean : clean.substring(clean.length() - 200);
    }

    private static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
