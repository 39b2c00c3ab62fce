package vn.trienkhai.reporting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Deadlines of the yearly report, which opens by itself (Nghị định 09/2019/NĐ-CP: whoever sets the regime sets the days).
 *
 * @param yearlyUnitsDays working days that the units have after the 14th of December
 * @param yearlyWholeDays working days until the consolidated report; more than the units have
 */
@Validated
@ConfigurationProperties("plan.reporting")
record ReportSettings(
        @DefaultValue("2") @Min(1) @Max(60) int yearlyUnitsDays,
        @DefaultValue("5") @Min(2) @Max(120) int yearlyWholeDays) {

    ReportSettings {
        if (yearlyWholeDays <= yearlyUnitsDays) {
            throw new IllegalArgumentException(
                    "plan.reporting.yearly-whole-days must be more than plan.reporting.yearly-units-days");
        }
    }
}
