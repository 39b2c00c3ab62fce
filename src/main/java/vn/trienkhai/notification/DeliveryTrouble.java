package vn.trienkhai.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;

/**
 * Calls the administrators when mail does not flow, once, and takes the call back when it flows again.
 *
 * <p>Mail is stuck: some mail has been failing for {@code trouble-after}, and none at all was sent since. Mail is missing: a server is configured,
 * mail was written until the end of the last full working day (and since the one before), and none at all was sent since. Mail is in
 * doubt: it was handed over and nobody knows whether it was taken; a person decides whether it is sent again.
 */
@Service
class DeliveryTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTrouble.class);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MailServer server;
    private final DeliveryTroubleProcess process;
    private final WorkingCalendar calendar;
    private final NotificationSettings settings;
    private final Clock clock;

    DeliveryTrouble(
            JdbcClient jdbc,
            Outbox outbox,
            MailServer server,
            DeliveryTroubleProcess process,
            WorkingCalendar calendar,
            NotificationSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.server = server;
        this.process = process;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void look() {
        if (!isToBeChanged()) {
            return;
        }
        oneNodeAtATime();
        if (!isToBeChanged()) {
            return;
        }
        if (process.isOpen()) {
            LOG.info("Mail flows again");
            process.flowsAgain();
        } else {
            begin();
        }
    }

    private boolean isToBeChanged() {
        return process.isOpen() ? !isTroubled() : needsSomebody();
    }

    /** What is wrong, one Vietnamese sentence; empty when mail flows. */
    @Transactional(readOnly = true)
    String explained() {
        var doubtful = outbox.inDoubt().size();
        return Stream.of(
                        standstill(),
                        doubtful == 0
                                ? ""
                                : "%d thư không chắc đã gửi: cần quyết định có gửi lại không.".formatted(doubtful))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String standstill() {
        if (isStuck()) {
            return "Thư gửi không được từ %s: %s"
                    .formatted(
                            VietnamTime.format(outbox.stuckSince().orElseThrow()),
                            outbox.standing().lastProblem());
        }
        return isSilent()
                ? "Không thư nào được gửi trong ngày làm việc %s dù có thư phải gửi."
                        .formatted(VietnamTime.format(lastFullWorkingDay()))
                : "";
    }

    private void begin() {
        var trouble = explained();
        var subject = standstill().isEmpty()
                ? "%d thư không chắc đã gửi".formatted(outbox.inDoubt().size())
                : "%d thư chưa gửi được".formatted(outbox.standing().waiting());
        LOG.warn("Mail does not flow, administrators are called: {}", trouble);
        process.begin("%s, %s".formatted(subject, VietnamTime.format(clock.instant())), trouble);
    }

    private boolean isTroubled() {
        return isStuck() || isSilent() || isInDoubt();
    }

    /** Who declared it mended is not called again before it had time to show, or before another day stayed silent. */
    private boolean needsSomebody() {
        return isStuck() && !isMendedSince(clock.instant().minus(settings.troubleAfter()))
                || isSilent() && !isMendedSince(endOf(lastFullWorkingDay()))
                || isInDoubt();
    }

    private boolean isInDoubt() {
        return !outbox.inDoubt().isEmpty();
    }

    private boolean isMendedSince(Instant moment) {
        return process.lastMended().filter(mended -> mended.isAfter(moment)).isPresent();
    }

    private boolean isStuck() {
        var longEnough = clock.instant().minus(settings.troubleAfter());
        return outbox.stuckSince().filter(since -> !since.isAfter(longEnough)).isPresent();
    }

    private boolean isSilent() {
        if (!server.isConfigured()) {
            return false;
        }
        var day = lastFullWorkingDay();
        var from = endOf(calendar.plusWorkingDays(day, -1));
        return outbox.writtenBetween(from, endOf(day)) > 0 && !outbox.sentAnythingSince(from);
    }

    private LocalDate lastFullWorkingDay() {
        return calendar.plusWorkingDays(VietnamTime.dateOf(clock.instant()), -1);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    /** Two nodes that see the same trouble would call twice. */
    private void oneNodeAtATime() {
        jdbc.sql("select id from delivery_watch where id = 1 for update")
                .query(Integer.class)
                .single();
    }
}
