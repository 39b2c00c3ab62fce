package vn.trienkhai.attachment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxSize largest file accepted, inclusive; keep spring.servlet.multipart.max-file-size at least as large
 * @param keepProvisional how long a file that no completed task claimed is kept
 * @param mediaTypes media types accepted, judged by content and not by the name
 */
@Validated
@ConfigurationProperties("plan.attachment")
public record AttachmentSettings(
        @DefaultValue("20MB") @NotNull DataSize maxSize,
        @DefaultValue("24h") @NotNull Duration keepProvisional,
        @DefaultValue({
                    "image/jpeg",
                    "image/png",
                    "image/webp",
                    "image/heic",
                    "application/pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/vnd.wave",
                    "video/mp4",
                    "text/plain"
                })
                List<String> mediaTypes) {}
