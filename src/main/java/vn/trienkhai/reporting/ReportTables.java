package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/** Figures as tables that people read: one for each dimension, only with measures that occur. */
@Component
class ReportTables {

    private final Organisation organisation;

    ReportTables(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * @param columns measures, as people read them
     * @param rows an item and its amounts, in the order of the columns
     */
    record Table(String title, List<String> columns, List<Row> rows) {}

    record Row(String item, List<Long> amounts) {}

    List<Table> of(ReportFigures figures, PlanDefinition plan) {
        return List.of(
                table("Theo đơn vị", figures.by(Dimension.UNIT), code -> organisation
                        .unit(code)
                        .name()),
                table("Theo kênh", figures.by(Dimension.CHANNEL), code -> plan.channel(code)
                        .name()),
                table("Theo nội dung", figures.by(Dimension.TOPIC), code -> plan.topic(code)
                        .name()),
                table("Theo hình thức", figures.by(Dimension.FORM_OF_WORK), code -> plan.formOfWork(code)
                        .name()));
    }

    private static Table table(String title, Map<String, Map<Measure, Long>> items, UnaryOperator<String> nameOf) {
        var measures = EnumSet.noneOf(Measure.class);
        items.values().forEach(amounts -> measures.addAll(amounts.keySet()));
        var rows = new ArrayList<Row>();
        items.forEach((code, amounts) -> rows.add(new Row(
                code.equals(ReportFigures.NONE) ? "Không nêu" : nameOf.apply(code),
                measures.stream()
                        .map(measure -> amounts.getOrDefault(measure, 0L))
                        .toList())));
        return new Table(title, measures.stream().map(Measure::label).toList(), rows);
    }
}
