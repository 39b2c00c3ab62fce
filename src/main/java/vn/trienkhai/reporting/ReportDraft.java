package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Figure;

/**
 * Proposes the text of a consolidated report: under each heading of the outline what the units wrote, each in a paragraph of
 * its own; under the heading of the results first what the figures say, by topic and by channel.
 */
class ReportDraft {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final List<String> outline;
    private final Function<String, String> nameOfUnit;

    ReportDraft(List<String> outline, Function<String, String> nameOfUnit) {
        this.outline = outline;
        this.nameOfUnit = nameOfUnit;
    }

    /** What a unit wrote. @param bodies one for each heading; empty where it wrote nothing */
    record Written(String unit, List<String> bodies) {}

    /**
     * @param missing units that owe a report and have not handed it in
     * @param named name of an item of a dimension, as people read it
     */
    List<ReportParagraph> of(
            List<Written> answers,
            ReportFigures figures,
            LocalDate from,
            LocalDate to,
            List<String> missing,
            Named named) {
        var paragraphs = new ArrayList<ReportParagraph>();
        for (int section = 0; section < outline.size(); section++) {
            if (section == 0 && !missing.isEmpty()) {
                paragraphs.add(ReportParagraph.ofFigures(0, sentenceOfMissing(missing)));
            }
            if (section == sectionOfResults()) {
                for (var sentence : sentencesOf(figures, from, to, named)) {
                    paragraphs.add(ReportParagraph.ofFigures(section, sentence));
                }
            }
            for (var answer : answers) {
                var body = answer.bodies().get(section).strip();
                if (!body.isEmpty()) {
                    paragraphs.add(ReportParagraph.ofUnit(
                            section, answer.unit(), nameOfUnit.apply(answer.unit()) + ": " + body));
                }
            }
        }
        return paragraphs;
    }

    /** Name of an item of a dimension. */
    interface Named {

        String name(Dimension dimension, String item);
    }

    /** The heading that speaks of results; the second where none does, as in the usual outline. */
    private int sectionOfResults() {
        for (int section = 0; section < outline.size(); section++) {
            if (outline.get(section).toLowerCase(VIETNAMESE).contains("kết quả")) {
                return section;
            }
        }
        return Math.min(1, outline.size() - 1);
    }

    private String sentenceOfMissing(List<String> missing) {
        return "Đến khi chốt số liệu, %d đơn vị chưa báo cáo: %s."
                .formatted(missing.size(), missing.stream().map(nameOfUnit).collect(Collectors.joining("; ")));
    }

    private static List<String> sentencesOf(ReportFigures figures, LocalDate from, LocalDate to, Named named) {
        var period = "Từ ngày %s đến ngày %s".formatted(VietnamTime.format(from), VietnamTime.format(to));
        if (figures.totals().isEmpty()) {
            return List.of(period + ", chưa ghi nhận kết quả nào.");
        }
        var sentences = new ArrayList<String>();
        sentences.add("%s, các đơn vị đã thực hiện: %s.".formatted(period, amountsOf(figures.totals())));
        sentences.addAll(sentencesBy(figures, Dimension.TOPIC, "Nội dung “%s”: %s.", "Không nêu nội dung: %s.", named));
        sentences.addAll(sentencesBy(figures, Dimension.CHANNEL, "Kênh “%s”: %s.", "Không theo kênh: %s.", named));
        return sentences;
    }

    private static List<String> sentencesBy(
            ReportFigures figures, Dimension dimension, String pattern, String withoutItem, Named named) {
        var sentences = new ArrayList<String>();
        var byItem = figures.by(dimension);
        byItem.forEach((item, amounts) -> {
            if (!item.equals(ReportFigures.NONE)) {
                sentences.add(pattern.formatted(named.name(dimension, item), amountsOf(amounts)));
            }
        });
        if (!sentences.isEmpty() && byItem.containsKey(ReportFigures.NONE)) {
            sentences.add(withoutItem.formatted(amountsOf(byItem.get(ReportFigures.NONE))));
        }
        return sentences;
    }

    /** For example "40 băng rôn; 1.250 phút phát". */
    private static String amountsOf(Map<Measure, Figure> amounts) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(amount -> "%s %s"
                        .formatted(
                                String.format(
                                        VIETNAMESE, "%,d", amount.getValue().total()),
                                amount.getKey().counted()))
                .collect(Collectors.joining("; "));
    }
}
