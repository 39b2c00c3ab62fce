package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.FormRefused;

/** The book of evidence: entered once, feeds every later report. */
@Service
public class EvidenceBook {

    private final EvidenceRepository repository;
    private final Attachments attachments;
    private final RecordedMoments moments;
    private final Clock clock;

    EvidenceBook(EvidenceRepository repository, Attachments attachments, RecordedMoments moments, Clock clock) {
        this.repository = repository;
        this.attachments = attachments;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * Records an entry and makes its files permanent, in the caller's transaction.
     *
     * @throws FormRefused if it happened in the future, or a file cannot be claimed
     */
    @Transactional
    public UUID record(EvidenceEntry entry, String by) {
        if (entry.to().isAfter(LocalDate.now(clock))) {
            throw FormRefused.at("to", "Ngày thực hiện không được sau hôm nay.");
        }
        var id = UUID.randomUUID();
        attachments.claim(entry.attachments(), "evidence:" + id, by);
        repository.save(new Evidence(id, entry, moments.ofEntry(), by));
        return id;
    }

    /** Replaces an entry by a corrected one; the old one stays readable and no longer counts. @return the new one's id */
    @Transactional
    public UUID correct(UUID wrong, EvidenceEntry right, String why, String by) {
        var old = counting(wrong);
        var newer = record(right, by);
        old.replaceBy(newer, moments.ofEntry(), why);
        return newer;
    }

    /** Takes an entry out of all counts without a successor, for example because the banner was taken down. */
    @Transactional
    public void withdraw(UUID wrong, String why) {
        counting(wrong).replaceBy(null, moments.ofEntry(), why);
    }

    @Transactional(readOnly = true)
    public Evidence get(UUID id) {
        return repository
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có minh chứng mã %s.".formatted(id)));
    }

    /** What counts for an assignment, oldest first. */
    @Transactional(readOnly = true)
    public List<Evidence> of(UUID assignment) {
        return repository.findAllByAssignmentIdAndReplacedAtIsNullOrderByHappenedFrom(assignment);
    }

    /** What counts of a plan in a period, both days inclusive; an entry counts if one of its days lies in the period. */
    @Transactional(readOnly = true)
    public List<Evidence> between(String planId, LocalDate from, LocalDate to) {
        return repository.findAllCounting(planId, from, to);
    }

    /**
     * What counted at a moment, which may be past: recorded by then, and by then neither corrected nor withdrawn. The same
     * moment gives the same entries whenever it is asked.
     */
    @Transactional(readOnly = true)
    public List<Evidence> between(String planId, LocalDate from, LocalDate to, Instant asOf) {
        return repository.findAllCountingAt(planId, from, to, asOf);
    }

    private Evidence counting(UUID id) {
        var evidence = get(id);
        if (evidence.isReplaced()) {
            throw FormRefused.because("Minh chứng này đã được thay hoặc hủy trước đó.");
        }
        return evidence;
    }
}
