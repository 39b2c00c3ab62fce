package vn.trienkhai.calendar;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param workingHours of each working day, such as 07:00-11:00, from inclusive to exclusive, in their order
 * @param cutOff last moment of a last day, such as 17:00; 24:00 as the law has it (Bộ luật Dân sự 2015, Điều 148 khoản 6)
 */
@Validated
@ConfigurationProperties("plan.calendar")
public record CalendarSettings(
        @DefaultValue({"07:00-11:00", "13:00-17:00"}) @NotEmpty List<@Pattern(regexp = HOUR + "-" + HOUR, message = "must be like 07:00-11:00") String> workingHours,
        @DefaultValue("24:00") @NotNull @Pattern(regexp = HOUR + "|24:00", message = "must be like 17:00, or 24:00") String cutOff) {

    private static final String HOUR = "([01]\\d|2[0-3]):[0-5]\\d";
}
