package vn.trienkhai.upkeep;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up once a plan is loaded: before, there is nothing to work on. Its name in the readiness group is "plans". */
@Component
class PlansHealthIndicator implements HealthIndicator {

    private final JdbcClient jdbc;

    PlansHealthIndicator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        var loaded = jdbc.sql("select count(*) from plan").query(Long.class).single();
        return (loaded > 0 ? Health.up() : Health.outOfService())
                .withDetail("loaded", loaded)
                .build();
    }
}
