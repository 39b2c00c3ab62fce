package vn.trienkhai.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param anchors file that the head of the chain is added to at each start and every night; keep it, or a copy of it, where
 *     whoever administers the database cannot write. Empty: the head is written to the log only
 */
@ConfigurationProperties("plan.audit")
record AuditSettings(Path anchors) {}
