package vn.trienkhai.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the chain from its first line to its head and says what does not fit. Needs a connection and nothing else of the
 * program.
 */
class AuditVerification {

    private static final int LINES_AT_A_TIME = 1000;

    private final Map<Long, Set<String>> anchors = new HashMap<>();

    /** @param anchors heads that were written down earlier */
    AuditVerification(Collection<Anchor> anchors) {
        anchors.forEach(anchor -> this.anchors
                .computeIfAbsent(anchor.sequence(), any -> new HashSet<>())
                .add(anchor.hash()));
    }

    /** A head that was written down: which line had which hash. */
    record Anchor(long sequence, String hash) {

        /** @param text "sequence:hash", with or without anything after a blank */
        static Anchor parse(String text) {
            var parts = text.strip().split("\\s", 2)[0].split(":", 2);
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "Mong đợi <số dòng>:<mã băm 64 ký tự>, gặp “%s”.".formatted(text.strip()));
            }
            return new Anchor(Long.parseLong(parts[0]), parts[1]);
        }
    }

    /**
     * @param from moment of the first line; null if there is none
     * @param until moment of the last line
     * @param head hash of the last line
     * @param problems in the order of the chain; empty if it holds
     */
    record Result(long rows, Instant from, Instant until, long last, String head, List<String> problems) {

        boolean holds() {
            return problems.isEmpty();
        }
    }

    private record Stored(AuditEntry entry, String hash) {}

    private static final class Walk {
        private long rows;
        private Instant from;
        private Instant until;
        private long last;
        private String hash = AuditEntry.NO_HASH;
        private final List<String> problems = new ArrayList<>();
        private final Set<Long> met = new HashSet<>();
    }

    Result verify(Connection database) throws SQLException {
        var autoCommit = database.getAutoCommit();
        var isolation = database.getTransactionIsolation();
        // One moment for head and lines, though the program goes on writing.
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setAutoCommit(false);
        try {
            var head = headOf(database);
            var walk = new Walk();
            try (var statement =
                    database.prepareStatement("select " + AuditEntry.COLUMNS + " from audit_entry order by sequence")) {
                statement.setFetchSize(LINES_AT_A_TIME);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        step(walk, read(rows), head.sequence());
                    }
                }
            }
            finish(walk, head);
            return new Result(walk.rows, walk.from, walk.until, walk.last, walk.hash, List.copyOf(walk.problems));
        } finally {
            database.rollback();
            database.setAutoCommit(autoCommit);
            database.setTransactionIsolation(isolation);
        }
    }

    private void step(Walk walk, Stored stored, long headSequence) {
        var entry = stored.entry();
        var sequence = entry.sequence();
        var expected = walk.last + 1;
        walk.rows++;
        walk.from = walk.from == null ? entry.happenedAt() : walk.from;
        walk.until = entry.happenedAt();
        if (sequence < expected) {
            walk.problems.add("Dòng %d là dòng chèn thêm: chuỗi bắt đầu từ dòng 1.".formatted(sequence));
            return;
        }
        if (sequence > expected) {
            walk.problems.add(
                    expected == sequence - 1
                            ? "Thiếu dòng %d.".formatted(expected)
                            : "Thiếu các dòng từ %d đến %d.".formatted(expected, sequence - 1));
        } else if (!stored.hash().equals(entry.hash())) {
            walk.problems.add(changed(entry, stored.hash()));
        } else if (!entry.formerHash().equals(walk.hash)) {
            walk.problems.add(
                    "Dòng %d không nối tiếp dòng %d: một trong hai dòng đã bị thay.".formatted(sequence, sequence - 1));
        } else if (sequence == headSequence + 1) {
            walk.problems.add("Từ dòng %d là dòng chèn thêm: đầu chuỗi là dòng %d.".formatted(sequence, headSequence));
        }
        if (sequence > expected && !stored.hash().equals(entry.hash())) {
            walk.problems.add(changed(entry, stored.hash()));
        }
        if (anchors.containsKey(sequence)) {
            walk.met.add(sequence);
            if (!anchors.get(sequence).equals(Set.of(stored.hash()))) {
                walk.problems.add(
                        "Dòng %d khác với mã đã ghi lại trước đây: chuỗi đã bị tính lại.".formatted(sequence));
            }
        }
        walk.last = sequence;
        walk.hash = stored.hash();
    }

    private static String changed(AuditEntry entry, String hash) {
        var sequence = entry.sequence();
        if (entry.at(sequence - 1).hash().equals(hash)) {
            return "Dòng %d là dòng chèn thêm: dòng %d vốn là dòng %d.".formatted(sequence - 1, sequence, sequence - 1);
        }
        if (entry.at(sequence + 1).hash().equals(hash)) {
            return "Thiếu dòng %d: dòng mang số đó vốn là dòng %d.".formatted(sequence, sequence + 1);
        }
        return "Dòng %d đã bị sửa: nội dung không khớp mã băm.".formatted(sequence);
    }

    private void finish(Walk walk, Anchor head) {
        if (walk.last < head.sequence()) {
            walk.problems.add("Thiếu các dòng cuối: chuỗi dừng ở dòng %d, đầu chuỗi là dòng %d."
                    .formatted(walk.last, head.sequence()));
        } else if (walk.last == head.sequence() && !walk.hash.equals(head.hash())) {
            walk.problems.add("Dòng %d khác với mã của đầu chuỗi.".formatted(walk.last));
        }
        anchors.keySet().stream()
                .filter(sequence -> sequence > 0 && !walk.met.contains(sequence))
                .sorted()
                .map("Thiếu dòng %d, có mã đã được ghi lại trước đây."::formatted)
                .forEach(walk.problems::add);
    }

    private static Anchor headOf(Connection database) throws SQLException {
        try (var statement = database.prepareStatement("select sequence, hash from audit_head where id = 1");
                var row = statement.executeQuery()) {
            return row.next() ? new Anchor(row.getLong(1), row.getString(2)) : new Anchor(0, "");
        }
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                new AuditEntry(
                        row.getLong("sequence"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("act"),
                        row.getString("subject_type"),
                        row.getString("subject"),
                        row.getString("value_before"),
                        row.getString("value_after"),
                        row.getString("former_hash")),
                row.getString("hash"));
    }
}
