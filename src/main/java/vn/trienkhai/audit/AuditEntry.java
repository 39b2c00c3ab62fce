package vn.trienkhai.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One line of the audit as it is stored, and what its hash covers: every column but the hash itself, in this order, each as
 * its length in bytes of UTF-8, a colon, and the text; a null as "-"; the moment as microseconds since 1970 (what both
 * databases keep). No two different lines give the same content.
 *
 * @param sequence 1, 2, 3, … without gaps
 * @param onBehalfOf user ids, separated by commas; null for nobody
 * @param before JSON; null if there was nothing
 * @param after JSON; null if there is nothing
 * @param formerHash hash of the line before; 64 zeros for the first
 */
record AuditEntry(
        long sequence,
        Instant happenedAt,
        String actor,
        String onBehalfOf,
        String act,
        String subjectType,
        String subject,
        String before,
        String after,
        String formerHash) {

    static final String COLUMNS = "sequence, happened_at, actor, on_behalf_of, act, subject_type, subject,"
            + " value_before, value_after, former_hash, hash";

    static final String NO_HASH = "0".repeat(64);

    private static final long MICROS_OF_A_SECOND = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;

    String hash() {
        return AuditValue.sha256(content().getBytes(StandardCharsets.UTF_8));
    }

    AuditEntry at(long otherSequence) {
        return new AuditEntry(
                otherSequence, happenedAt, actor, onBehalfOf, act, subjectType, subject, before, after, formerHash);
    }

    private String content() {
        var content = new StringBuilder("trien-khai-audit-1\n");
        var micros = Math.addExact(
                Math.multiplyExact(happenedAt.getEpochSecond(), MICROS_OF_A_SECOND),
                happenedAt.getNano() / NANOS_OF_A_MICRO);
        for (var field : new String[] {
            Long.toString(sequence),
            Long.toString(micros),
            actor,
            onBehalfOf,
            act,
            subjectType,
            subject,
            before,
            after,
            formerHash
        }) {
            if (field == null) {
                content.append("-\n");
            } else {
                content.append(field.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(field)
                        .append('\n');
            }
        }
        return content.toString();
    }
}
