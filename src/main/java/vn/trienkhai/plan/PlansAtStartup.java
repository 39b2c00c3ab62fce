package vn.trienkhai.plan;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.trienkhai.cluster.Turns;

/**
 * Loads the plans at the configured locations once the program has started. A plan with problems stops the program; a
 * changed plan whose work is open is left as it was, with a warning.
 */
@Component
@Order(0)
class PlansAtStartup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlansAtStartup.class);

    private final PlanSettings settings;
    private final Plans plans;
    private final ResourcePatternResolver resources;
    private final Turns turns;

    PlansAtStartup(PlanSettings settings, Plans plans, ResourcePatternResolver resources, Turns turns) {
        this.settings = settings;
        this.plans = plans;
        this.resources = resources;
        this.turns = turns;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var location : settings.locations()) {
            for (var plan : resources.getResources(location + PlanFiles.PLAN)) {
                load(PlanFiles.besides(plan));
            }
        }
    }

    private void load(PlanFiles files) {
        try {
            var loading = turns.take(() -> plans.load(files));
            LOG.info("Kế hoạch {}: {}", loading.planId(), loading.outcome());
        } catch (PlanChangeRefused refused) {
            LOG.warn("{}", refused.getMessage());
        }
    }
}
