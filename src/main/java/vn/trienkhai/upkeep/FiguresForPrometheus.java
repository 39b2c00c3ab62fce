package vn.trienkhai.upkeep;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trienkhai.upkeep.Figures.Standing;

/**
 * Offers the figures as gauges. They are counted at intervals and not when read, so that a slow database does not hold up
 * Prometheus; while they cannot be counted, they stay as they were and their age grows. Every node offers the same figures:
 * take the greatest, not the sum.
 */
@Component
@ConditionalOnExpression("'${management.server.port:-1}' != '-1'")
class FiguresForPrometheus implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresForPrometheus.class);

    private final Figures figures;
    private final Clock clock;
    private volatile Standing standing;

    FiguresForPrometheus(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${plan.upkeep.figures-first:5s}",
            fixedDelayString = "${plan.upkeep.figures-every:30s}")
    void count() {
        try {
            standing = figures.count();
        } catch (RuntimeException failure) {
            LOG.warn("Could not count the figures; their age grows until it works again: {}", failure.toString());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        offer(registry, "jobs.due", "Jobs and timers whose time has come, not yet done", Standing::jobsDue);
        offer(registry, "jobs.oldest.seconds", "For how long the oldest due job waits", Standing::oldestJobSeconds);
        offer(registry, "jobs.failed", "Jobs that are not tried any more", Standing::jobsFailed);
        offer(registry, "incidents", "Open incidents", Standing::incidents);
        offer(registry, "tasks.open", "Open user tasks", Standing::tasksOpen);
        offer(registry, "assignments.open", "Open assignments", Standing::assignmentsOpen);
        offer(registry, "assignments.overdue", "Open assignments past their deadline", Standing::assignmentsOverdue);
        offer(registry, "mails.waiting", "Mails still to be sent", Standing::mailsWaiting);
        offer(registry, "mails.oldest.seconds", "Age of the oldest mail still to be sent", Standing::oldestMailSeconds);
        offer(registry, "mails.failing", "Mails that failed and are tried again", Standing::mailsFailing);
        offer(registry, "mails.refused", "Mails whose address the server does not know", Standing::mailsRefused);
        offer(registry, "mails.uncertain", "Mails that may or may not have arrived", Standing::mailsUncertain);
        offer(registry, "figures.age.seconds", "Time since these figures were counted", counted -> Duration.between(
                        counted.countedAt(), clock.instant())
                .toSeconds());
    }

    private void offer(MeterRegistry registry, String name, String description, ToLongFunction<Standing> figure) {
        Gauge.builder("trienkhai." + name, () -> standing == null ? Double.NaN : figure.applyAsLong(standing))
                .description(description)
                .register(registry);
    }
}
