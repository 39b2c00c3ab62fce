package vn.trienkhai.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down the head of the chain outside the database, at each start and every night. Whoever may write to the database
 * could compute the whole chain anew; a head that was written down elsewhere shows it.
 */
@Component
class AuditAnchors {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchors.class);

    private final JdbcTemplate jdbc;
    private final AuditSettings settings;
    private final Clock clock;

    AuditAnchors(JdbcTemplate jdbc, AuditSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 55 23 * * *", zone = "Asia/Ho_Chi_Minh")
    void writeDown() {
        var head = jdbc.queryForMap("select sequence, hash from audit_head where id = 1");
        var sequence = ((Number) head.get("sequence")).longValue();
        LOG.info("Nhật ký kiểm toán: đầu chuỗi là dòng {}, mã {}", sequence, head.get("hash"));
        if (settings.anchors() != null && sequence > 0) {
            append(head, sequence);
        }
    }

    private void append(Map<String, Object> head, long sequence) {
        try {
            var folder = settings.anchors().toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.write(
                    settings.anchors(),
                    List.of("%d:%s %s".formatted(sequence, head.get("hash"), clock.instant())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write the head of the audit to " + settings.anchors(), unwritable);
        }
    }
}
