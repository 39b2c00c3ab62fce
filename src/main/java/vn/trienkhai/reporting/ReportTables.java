package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.document.DocumentText;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Channel;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.FormOfWork;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Topic;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Figure;

/** Figures as tables that people read: one for each dimension, only with measures that occur, with a total. */
@Component
class ReportTables {

    private static final String NOT_NAMED = "Không nêu";
    private static final String TOTAL = "Cộng";

    private final Organisation organisation;

    ReportTables(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param item heading of the first column @param columns measures, as people read them */
    record Table(String title, String item, List<String> columns, List<Row> rows, boolean totalled) {}

    /** @param cells in the order of the columns */
    record Row(String item, List<Cell> cells) {}

    /** @param adjusted what of it the units added or took off, with a reason */
    record Cell(long total, long adjusted) {}

    List<Table> of(ReportFigures figures, PlanDefinition plan, Dimension... dimensions) {
        return Stream.of(dimensions)
                .map(dimension -> table(figures, dimension, plan))
                .toList();
    }

    /** One line for each figure, with code and name. */
    DocumentText.Table lines(FigureLines lines, PlanDefinition plan) {
        return new DocumentText.Table(
                "Số liệu",
                List.of(
                        new Column("Chiều", false, 2),
                        new Column("Mã", false, 2),
                        new Column("Tên", false, 4),
                        new Column("Số liệu", false, 3),
                        new Column("Cộng", true, 1),
                        new Column("Trong đó điều chỉnh", true, 1)),
                lines.amounts().stream()
                        .map(line -> List.of(
                                line.dimension().label(),
                                line.item(),
                                nameOf(line.dimension(), line.item(), plan),
                                line.measure().label(),
                                Long.toString(line.total()),
                                Long.toString(line.adjusted())))
                        .toList(),
                false);
    }

    private Table table(ReportFigures figures, Dimension dimension, PlanDefinition plan) {
        var measures = EnumSet.noneOf(Measure.class);
        figures.by(dimension).values().forEach(amounts -> measures.addAll(amounts.keySet()));
        var rows = new ArrayList<Row>();
        var listed = listedItems(dimension, plan);
        figures.by(dimension).entrySet().stream()
                .sorted(Comparator.comparingInt(amounts -> placeOf(amounts.getKey(), listed)))
                .forEach(amounts ->
                        rows.add(row(nameOf(dimension, amounts.getKey(), plan), measures, amounts.getValue())));
        var totalled = rows.size() > 1;
        if (totalled) {
            rows.add(row(TOTAL, measures, figures.totals()));
        }
        return new Table(
                dimension.label(),
                dimension.item(),
                measures.stream().map(Measure::label).toList(),
                rows,
                totalled);
    }

    /** Codes in the order in which the organisation chart or the plan lists them. */
    private List<String> listedItems(Dimension dimension, PlanDefinition plan) {
        return switch (dimension) {
            case UNIT -> organisation.units().stream().map(Unit::id).toList();
            case CHANNEL -> plan.channels().stream().map(Channel::code).toList();
            case TOPIC -> plan.topics().stream().map(Topic::code).toList();
            case FORM_OF_WORK ->
                plan.formsOfWork().stream().map(FormOfWork::code).toList();
            case DUTY -> plan.duties().stream().map(Duty::code).toList();
        };
    }

    /** What is no longer listed stands behind what is; what names nothing stands last. */
    private static int placeOf(String item, List<String> listed) {
        if (item.equals(ReportFigures.NONE)) {
            return Integer.MAX_VALUE;
        }
        return listed.contains(item) ? listed.indexOf(item) : listed.size();
    }

    private static Row row(String item, EnumSet<Measure> measures, Map<Measure, Figure> amounts) {
        return new Row(
                item,
                measures.stream()
                        .map(measure -> amounts.getOrDefault(measure, Figure.ZERO))
                        .map(figure -> new Cell(figure.total(), figure.adjusted()))
                        .toList());
    }

    /** Whatever the plan or the organisation no longer knows is shown by its code: a report outlives both. */
    String nameOf(Dimension dimension, String item, PlanDefinition plan) {
        if (item.equals(ReportFigures.NONE)) {
            return NOT_NAMED;
        }
        var name =
                switch (dimension) {
                    case UNIT ->
                        organisation.unitsOfAllTimes().stream()
                                .filter(unit -> unit.id().equals(item))
                                .map(Unit::nameAndWhatItIsNow);
                    case CHANNEL ->
                        plan.channels().stream()
                                .filter(channel -> channel.code().equals(item))
                                .map(Channel::name);
                    case TOPIC ->
                        plan.topics().stream()
                                .filter(topic -> topic.code().equals(item))
                                .map(Topic::name);
                    case FORM_OF_WORK ->
                        plan.formsOfWork().stream()
                                .filter(form -> form.code().equals(item))
                                .map(FormOfWork::name);
                    case DUTY ->
                        plan.duties().stream()
                                .filter(duty -> duty.code().equals(item))
                                .map(duty -> duty.code() + " – " + duty.name());
                };
        return name.findFirst().orElse(item);
    }
}
