package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.plan.Measure;

/**
 * Evidence to be recorded. Null where something does not apply.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; not before {@code from}
 * @param measures what was counted; amounts of zero or more
 */
public record EvidenceEntry(
        String planId,
        String unit,
        String dutyCode,
        UUID assignment,
        UUID content,
        String channel,
        String formOfWork,
        String topic,
        List<String> subTopics,
        LocalDate from,
        LocalDate to,
        String place,
        String link,
        String note,
        Map<Measure, Long> measures,
        Set<UUID> attachments) {

    public EvidenceEntry {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(unit, "unit");
        if (from == null) {
            throw FormRefused.at("from", "Chưa điền ngày thực hiện.");
        }
        to = to == null ? from : to;
        if (to.isBefore(from)) {
            throw FormRefused.at("to", "Ngày kết thúc phải từ ngày bắt đầu trở đi.");
        }
        subTopics = subTopics == null ? List.of() : List.copyOf(subTopics);
        measures = measures == null ? Map.of() : Map.copyOf(measures);
        attachments = attachments == null ? Set.of() : Set.copyOf(attachments);
        measures.forEach((measure, amount) -> {
            if (amount < 0) {
                throw FormRefused.at("measures." + measure, "Phải là số từ 0 trở lên.");
            }
        });
    }
}
