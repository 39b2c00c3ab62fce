package vn.trienkhai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;

/** Whoever holds the head of the chain makes all others wait. */
class AuditHeadTests extends ProcessTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Assignments assignments;

    @Test
    void isTakenOnceByATransactionThatWritesManyRecords() {
        var before = lines();
        jdbc.execute("set query_statistics true");
        jdbc.execute("set query_statistics_max_entries 1000");
        try {
            assignments.open(
                    new AssignmentOrder(
                            PLAN_269,
                            "KT-1b",
                            new Origin("test", UUID.randomUUID().toString()),
                            "phong-kinh-te",
                            "phong-vhtt",
                            "Cung cấp thông tin",
                            "Cung cấp thông tin",
                            LocalDate.of(2021, 7, 30),
                            null),
                    "phong-vhtt.head");

            assertThat(lines()).isGreaterThan(before + 1);
            assertThat(executions("update audit_head %")).isEqualTo(1);
        } finally {
            jdbc.execute("set query_statistics false");
        }
    }

    private long lines() {
        return jdbc.queryForObject("select sequence from audit_head", Long.class);
    }

    private int executions(String statement) {
        return jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics where sql_statement like ?",
                Integer.class,
                statement);
    }
}
