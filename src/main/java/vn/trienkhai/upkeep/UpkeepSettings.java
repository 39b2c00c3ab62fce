package vn.trienkhai.upkeep;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param figuresEvery how often the figures for Prometheus are counted anew, whoever reads them
 * @param keepYears whole years for which the engine's history is kept after the last day of a plan; what belongs to no plan is
 *     kept for so long after its end
 */
@Validated
@ConfigurationProperties("plan.upkeep")
record UpkeepSettings(
        @DefaultValue("30s") @NotNull Duration figuresEvery, @DefaultValue("10") @PositiveOrZero int keepYears) {}
