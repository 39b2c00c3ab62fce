package vn.trienkhai.reporting;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.plan.Measure;

/**
 * The figures of a report, counted from evidence and from nothing else, by unit, channel, topic and form of work.
 *
 * <p>An entry counts once in each dimension that it names; where it names none (a result without a channel) it stands under
 * {@link #NONE}, so that every dimension adds up to the same total.
 */
class ReportFigures {

    /** Item of what names nothing in a dimension. */
    static final String NONE = "-";

    enum Dimension {
        UNIT,
        CHANNEL,
        TOPIC,
        FORM_OF_WORK
    }

    private final Map<Dimension, Map<String, Map<Measure, Long>>> amounts = new EnumMap<>(Dimension.class);

    static ReportFigures of(Collection<Evidence> counted) {
        var figures = new ReportFigures();
        for (var entry : counted) {
            entry.measures().forEach((measure, amount) -> {
                figures.add(Dimension.UNIT, entry.unit(), measure, amount);
                figures.add(Dimension.CHANNEL, entry.channel().orElse(NONE), measure, amount);
                figures.add(Dimension.TOPIC, entry.topic().orElse(NONE), measure, amount);
                figures.add(Dimension.FORM_OF_WORK, entry.formOfWork().orElse(NONE), measure, amount);
            });
        }
        return figures;
    }

    /** A unit's reasoned adjustment: it changes the unit's and the channel's figures; its topic and form are not known. */
    void adjust(String unit, String channel, Measure measure, long delta) {
        add(Dimension.UNIT, unit, measure, delta);
        add(Dimension.CHANNEL, channel == null ? NONE : channel, measure, delta);
        add(Dimension.TOPIC, NONE, measure, delta);
        add(Dimension.FORM_OF_WORK, NONE, measure, delta);
    }

    void add(Dimension dimension, String item, Measure measure, long amount) {
        amounts.computeIfAbsent(dimension, unused -> new TreeMap<>())
                .computeIfAbsent(item, unused -> new EnumMap<>(Measure.class))
                .merge(measure, amount, Long::sum);
    }

    /** @return measure → amount for each item of a dimension, ordered by item; empty where nothing was counted */
    Map<String, Map<Measure, Long>> by(Dimension dimension) {
        return amounts.getOrDefault(dimension, Map.of());
    }

    /** Totals by measure: the same whatever the dimension. */
    Map<Measure, Long> totals() {
        var totals = new EnumMap<Measure, Long>(Measure.class);
        by(Dimension.UNIT)
                .values()
                .forEach(unit -> unit.forEach((measure, amount) -> totals.merge(measure, amount, Long::sum)));
        return totals;
    }
}
