package vn.trienkhai.upkeep;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.trienkhai.plan.Plan;
import vn.trienkhai.plan.Plans;

/**
 * Says which of the engine's history may go, and leaves the going to the engine's clean-up in its window at night. History is
 * kept until ten whole years ({@code plan.upkeep.keep-years}) have passed since its work ended and since the last day of every
 * plan that was issued by then. The engine itself sets no time: it would count from the end of each piece of work, which for a
 * plan of ten years is too early. Our own records of the work never go.
 */
@Component
class PlanRetention {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRetention.class);

    private final Plans plans;
    private final HistoryService historyService;
    private final UpkeepSettings settings;
    private final Clock clock;

    PlanRetention(Plans plans, HistoryService historyService, UpkeepSettings settings, Clock clock) {
        this.plans = plans;
        this.historyService = historyService;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each night before the window of the clean-up; at the same time on two nodes it says the same twice. */
    @Scheduled(cron = "0 45 21 * * *", zone = "Asia/Ho_Chi_Minh")
    void markWhatMayGo() {
        var bygone = bygone();
        var count = bygone.count();
        if (count > 0) {
            LOG.info("Lịch sử của {} quy trình đã hết thời hạn lưu và sẽ được dọn.", count);
            historyService
                    .setRemovalTimeToHistoricProcessInstances()
                    .absoluteRemovalTime(Date.from(clock.instant()))
                    .byQuery(bygone)
                    .hierarchical()
                    .executeAsync();
        }
    }

    private HistoricProcessInstanceQuery bygone() {
        return historyService
                .createHistoricProcessInstanceQuery()
                .rootProcessInstances()
                .finished()
                .finishedBefore(Date.from(keptFrom()));
    }

    /** What ended at this moment or later is kept. */
    Instant keptFrom() {
        var now = ZonedDateTime.ofInstant(clock.instant(), clock.getZone());
        return plans.all().stream()
                .filter(plan -> !now.toLocalDate().isAfter(lastDayKept(plan)))
                .map(plan -> plans.definition(plan.id()).issuedOn())
                .map(day -> day.atStartOfDay(clock.getZone()).toInstant())
                .reduce(now.minusYears(settings.keepYears()).toInstant(), PlanRetention::earlier);
    }

    private LocalDate lastDayKept(Plan plan) {
        return plans.definition(plan.id()).period().to().plusYears(settings.keepYears());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
