package vn.trienkhai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.audit.AuditVerification.Anchor;
import vn.trienkhai.audit.AuditVerification.Result;

/** The chain, and what the command that verifies it finds. A database of its own, because these tests spoil it. */
abstract class AuditTest extends ProcessTest {

    private static final Map<String, ?> NOTHING = Map.of();

    @TempDir
    Path folder;

    @Autowired
    Audit audit;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    /** Ten lines and nothing else; what the start wrote is a chain that other tests look at. */
    @BeforeEach
    void tenLines() {
        jdbc.update("delete from audit_entry");
        jdbc.update("update audit_head set sequence = 0, hash = ?", AuditEntry.NO_HASH);
        for (int i = 1; i <= 10; i++) {
            audit.record(new AuditAct(
                    "phong-vhtt.head",
                    "TASK_COMPLETED",
                    "duty-assignment/UserTask_ReviewResult",
                    "case-" + i,
                    Map.of("progress", "SUBMITTED"),
                    Map.of("progress", "DONE", "why", "Đạt yêu cầu " + i)));
        }
    }

    private Result verify(Anchor... anchors) {
        try (var connection = dataSource.getConnection()) {
            return new AuditVerification(List.of(anchors)).verify(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Anchor head() {
        return jdbc.queryForObject(
                "select sequence, hash from audit_head",
                (row, number) -> new Anchor(row.getLong("sequence"), row.getString("hash")));
    }

    @Test
    void holdsAsItWasWritten() {
        var result = verify(head());

        assertThat(result.problems()).isEmpty();
        assertThat(result.rows()).isEqualTo(10);
        assertThat(result.head()).isEqualTo(head().hash());
    }

    @Test
    void writesBeforeAndAfterAndNoFreeText() {
        var row = jdbc.queryForMap("select * from audit_entry where sequence = 3");

        assertThat(row.get("actor")).isEqualTo("phong-vhtt.head");
        assertThat(row.get("value_before")).isEqualTo("{\"progress\":\"SUBMITTED\"}");
        assertThat(row.get("value_after"))
                .asString()
                .contains("\"progress\":\"DONE\"", "sha256:")
                .doesNotContain("Đạt");
    }

    @Test
    void findsAChangeOfAnyColumn() {
        var columns = Map.of(
                "happened_at", "happened_at + interval '1' second",
                "actor", "'admin'",
                "on_behalf_of", "'phong-vhtt.deputy'",
                "act", "'TASK_RETURNED'",
                "subject_type", "'other'",
                "subject", "'case-6'",
                "value_before", "null",
                "value_after", "'{\"progress\":\"RETURNED\"}'",
                "former_hash", "'" + "1".repeat(64) + "'",
                "hash", "'" + "2".repeat(64) + "'");
        columns.forEach((column, value) -> {
            tenLines();
            jdbc.update("update audit_entry set " + column + " = " + value + " where sequence = 5");
            assertThat(verify().problems())
                    .as(column)
                    .first()
                    .asString()
                    .isEqualTo("Dòng 5 đã bị sửa: nội dung không khớp mã băm.");
        });
    }

    @Test
    void findsAChangeWhoseHashWasComputedAnew() {
        var line = jdbc.queryForMap("select * from audit_entry where sequence = 5");
        jdbc.update("update audit_entry set subject = 'case-0' where sequence = 5");
        jdbc.update("update audit_entry set hash = ? where sequence = 5", hashOf(5));

        assertThat(line.get("hash")).isNotEqualTo(hashOf(5));
        assertThat(verify().problems()).containsExactly("Dòng 6 không nối tiếp dòng 5: một trong hai dòng đã bị thay.");
    }

    @Test
    void findsAMissingLine() {
        jdbc.update("delete from audit_entry where sequence = 5");

        assertThat(verify().problems()).containsExactly("Thiếu dòng 5.");
    }

    @Test
    void findsAMissingLineWhoseGapWasClosed() {
        jdbc.update("delete from audit_entry where sequence = 5");
        for (int i = 6; i <= 10; i++) {
            jdbc.update("update audit_entry set sequence = ? where sequence = ?", i - 1, i);
        }

        assertThat(verify().problems()).first().isEqualTo("Thiếu dòng 5: dòng mang số đó vốn là dòng 6.");
    }

    @Test
    void findsTwoLinesThatChangedPlaces() {
        jdbc.update("update audit_entry set sequence = -1 where sequence = 4");
        jdbc.update("update audit_entry set sequence = 4 where sequence = 7");
        jdbc.update("update audit_entry set sequence = 7 where sequence = -1");

        assertThat(verify().problems()).first().isEqualTo("Dòng 4 đã bị sửa: nội dung không khớp mã băm.");
    }

    @Test
    void findsALineThatWasPutIn() {
        for (int i = 10; i >= 5; i--) {
            jdbc.update("update audit_entry set sequence = ? where sequence = ?", i + 1, i);
        }
        jdbc.update("insert into audit_entry (" + AuditEntry.COLUMNS + ") select 5, happened_at, actor, on_behalf_of,"
                + " act, subject_type, 'case-x', value_before, value_after, hash, hash from audit_entry"
                + " where sequence = 4");
        jdbc.update("update audit_entry set hash = ? where sequence = 5", hashOf(5));

        assertThat(verify().problems()).first().isEqualTo("Dòng 5 là dòng chèn thêm: dòng 6 vốn là dòng 5.");
    }

    @Test
    void findsALineAddedAtTheEndOrBeforeTheBeginning() {
        jdbc.update("insert into audit_entry (" + AuditEntry.COLUMNS + ") select 11, happened_at, actor, on_behalf_of,"
                + " act, subject_type, 'case-x', value_before, value_after, hash, hash from audit_entry"
                + " where sequence = 10");
        jdbc.update("update audit_entry set hash = ? where sequence = 11", hashOf(11));
        assertThat(verify().problems()).containsExactly("Từ dòng 11 là dòng chèn thêm: đầu chuỗi là dòng 10.");

        jdbc.update("update audit_entry set sequence = 0 where sequence = 11");
        assertThat(verify().problems()).first().isEqualTo("Dòng 0 là dòng chèn thêm: chuỗi bắt đầu từ dòng 1.");
    }

    @Test
    void findsThatTheEndIsMissing() {
        var former = head();
        jdbc.update("delete from audit_entry where sequence > 7");
        assertThat(verify().problems())
                .containsExactly("Thiếu các dòng cuối: chuỗi dừng ở dòng 7, đầu chuỗi là dòng 10.");

        // whoever also sets the head back is found by a head that was written down elsewhere, and by nothing else
        jdbc.update(
                "update audit_head set sequence = 7, hash = (select hash from audit_entry where sequence = 7) where id = 1");
        assertThat(verify().problems()).isEmpty();
        assertThat(verify(former).problems()).containsExactly("Thiếu dòng 10, có mã đã được ghi lại trước đây.");
    }

    @Test
    void findsByAnAnchorThatTheWholeChainWasComputedAnew() {
        var former = head();
        jdbc.update("update audit_entry set actor = 'admin' where sequence = 2");
        var hash = AuditEntry.NO_HASH;
        for (long i = 1; i <= 10; i++) {
            jdbc.update("update audit_entry set former_hash = ? where sequence = ?", hash, i);
            hash = hashOf(i);
            jdbc.update("update audit_entry set hash = ? where sequence = ?", hash, i);
        }
        jdbc.update("update audit_head set hash = ?", hash);

        assertThat(verify().problems()).isEmpty();
        assertThat(verify(former).problems())
                .containsExactly("Dòng 10 khác với mã đã ghi lại trước đây: chuỗi đã bị tính lại.");
    }

    /** What somebody who knows the program would compute. */
    private String hashOf(long sequence) {
        return jdbc.queryForObject(
                "select * from audit_entry where sequence = ?",
                (row, number) -> new AuditEntry(
                                row.getLong("sequence"),
                                row.getObject("happened_at", java.time.OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("actor"),
                                row.getString("on_behalf_of"),
                                row.getString("act"),
                                row.getString("subject_type"),
                                row.getString("subject"),
                                row.getString("value_before"),
                                row.getString("value_after"),
                                row.getString("former_hash"))
                        .hash(),
                sequence);
    }

    @Test
    void leavesNoLineAndNoGapWhenRolledBack() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    record("rolled-back");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        record("kept");

        assertThat(afterTheTen()).containsExactly("kept");
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void aTransactionInBetweenWritesItsOwnActsAndNoOthers() {
        var between = anew();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    record("before");
                    between.executeWithoutResult(own -> record("between"));
                    record("after");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            record("first");
            between.executeWithoutResult(own -> record("between again"));
            record("last");
        });

        assertThat(afterTheTen()).containsExactly("between", "between again", "first", "last");
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void whatIsDoneWhenATransactionHasEndedIsNotItsAct() {
        for (var refused : List.of(true, false)) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                record("inside");
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int how) {
                        anew().executeWithoutResult(own -> record("ended"));
                    }
                });
                if (refused) {
                    status.setRollbackOnly();
                }
            });
        }

        assertThat(afterTheTen()).containsExactly("ended", "inside", "ended");
        assertThat(verify().problems()).isEmpty();
    }

    private TransactionTemplate anew() {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private void record(String subject) {
        audit.record(new AuditAct(null, "TEST", "test", subject, NOTHING, NOTHING));
    }

    private List<String> afterTheTen() {
        return jdbc.queryForList("select subject from audit_entry where sequence > 10 order by sequence", String.class);
    }

    /** Transactions that hold other locks meanwhile, several lines each, and some that fail. */
    @Test
    void chainsWhatManyTransactionsWriteAtOnce() throws InterruptedException, ExecutionException {
        int threads = 8;
        int each = 25;
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                work.add(() -> {
                    for (int i = 0; i < each; i++) {
                        int turn = i;
                        try {
                            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                                audit.record(new AuditAct(null, "TEST", "a", number + "-" + turn, NOTHING, NOTHING));
                                audit.record(new AuditAct(null, "TEST", "b", number + "-" + turn, NOTHING, NOTHING));
                                if (turn % 5 == 4) {
                                    throw new IllegalStateException("refused");
                                }
                            });
                        } catch (IllegalStateException refused) {
                            assertThat(refused).hasMessage("refused");
                        }
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }

        var result = verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.rows()).isEqualTo(10 + 8 * 20 * 2);
    }

    @Test
    void recordsSignInsWithoutWhatWasTypedInTheWrongField() {
        signIns.succeeded("phong-vhtt.head", "password", "10.0.0.5");
        signIns.refused("phong-vhtt.head", "bad-credentials", "10.0.0.6");
        signIns.refused("MatKhauCuaToi", "bad-credentials", "10.0.0.6");
        signIns.locked("phong-vhtt.head", "throttled", "10.0.0.6");
        signIns.signedOut("phong-vhtt.head", "by-request");

        assertThat(jdbc.queryForList(
                        "select act || ' ' || subject || ' ' || value_after from audit_entry where sequence > 10"
                                + " order by sequence",
                        String.class))
                .containsExactly(
                        "SIGN_IN phong-vhtt.head {\"address\":\"10.0.0.5\",\"way\":\"password\"}",
                        "SIGN_IN_REFUSED phong-vhtt.head {\"address\":\"10.0.0.6\",\"reason\":\"bad-credentials\"}",
                        "SIGN_IN_REFUSED unknown {\"address\":\"10.0.0.6\",\"reason\":\"bad-credentials\"}",
                        "SIGN_IN_LOCKED phong-vhtt.head {\"address\":\"10.0.0.6\",\"reason\":\"throttled\"}",
                        "SIGN_OUT phong-vhtt.head {\"reason\":\"by-request\"}");
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void theCommandSaysInVietnameseWhatItFound() throws IOException, SQLException {
        var anchors = folder.resolve("heads.txt");
        new AuditAnchors(jdbc, new AuditSettings(anchors), clock).writeDown();
        assertThat(Files.readString(anchors)).startsWith("10:" + head().hash() + " 2021-");

        assertThat(command(VerifyAudit.HOLDS, "--anchors=" + anchors))
                .contains("Số dòng: 10", "Từ 01/07/2021", "Đầu chuỗi: 10:" + head().hash())
                .contains("Đối chiếu với 1 mã đã ghi lại.", "KẾT LUẬN: chuỗi còn nguyên.");

        jdbc.update("update audit_entry set actor = null where sequence = 2");
        assertThat(command(VerifyAudit.BROKEN))
                .contains("chuỗi KHÔNG còn nguyên. Sai đầu tiên: Dòng 2 đã bị sửa")
                .contains("Không có mã đã ghi lại để đối chiếu");
        assertThat(command(VerifyAudit.UNREADABLE, "--head=10:abc")).contains("Mong đợi <số dòng>:<mã băm 64 ký tự>");
        assertThat(command(VerifyAudit.UNREADABLE, "--anchors=" + folder.resolve("none")))
                .contains("Không đọc được tệp đầu chuỗi");
    }

    private String command(int code, String... arguments) throws SQLException {
        var written = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        try (var connection = dataSource.getConnection()) {
            all.add("--url=" + connection.getMetaData().getURL());
            all.add("--user=" + connection.getMetaData().getUserName());
        }
        assertThat(VerifyAudit.run(all, Map.of(), new PrintWriter(written))).isEqualTo(code);
        return written.toString();
    }
}
