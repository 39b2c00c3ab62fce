package vn.trienkhai.document;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param templates folder with Word templates that are used instead of the shipped ones of the same name; null for none
 * @param converter the soffice of LibreOffice; null to look for it where programs are
 * @param converterTimeout how long one preview may take
 */
@Validated
@ConfigurationProperties("plan.document")
record RenderingSettings(Path templates, Path converter, @DefaultValue("60s") @NotNull Duration converterTimeout) {}
