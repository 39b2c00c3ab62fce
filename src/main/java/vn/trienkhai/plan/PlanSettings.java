package vn.trienkhai.plan;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which plans the program carries out.
 *
 * @param locations directories of plans, as resource patterns that end in a slash; an empty list loads none at start-up
 */
@Validated
@ConfigurationProperties("plan")
record PlanSettings(@NotNull @DefaultValue("classpath:plans/*/") List<String> locations) {}
