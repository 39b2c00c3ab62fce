package vn.trienkhai.reporting;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.plan.Measure;

/**
 * The figures of a report: counted from evidence, by unit, channel, topic, form of work and duty, with the units' reasoned
 * adjustments beside what was counted, and with how many assignments were on time (Nghị định 09/2019/NĐ-CP: a report's
 * figures are of its period and true).
 *
 * <p>An entry counts once in each dimension; where it names none (a result without a channel) it stands under
 * {@link #NONE}, so that every dimension adds up to the same totals.
 */
class ReportFigures {

    /**
     * Number of the rules by which figures are counted: what this class, {@link ReportCounts}, {@link Standing} and
     * {@link vn.trienkhai.assignment.AssignmentState} make of the same records. A report keeps the number of its rules. Whoever
     * changes what the same records come to raises it by one; a recount of an older report then says that it was counted by
     * other rules, instead of showing a difference as if somebody had recorded something.
     */
    static final int RULES = 1;

    /** Item of what names nothing in a dimension; sorts before every code. */
    static final String NONE = "-";

    enum Dimension {
        UNIT("Theo đơn vị", "Đơn vị"),
        CHANNEL("Theo kênh", "Kênh"),
        TOPIC("Theo nội dung", "Nội dung"),
        FORM_OF_WORK("Theo hình thức", "Hình thức"),
        DUTY("Theo nhiệm vụ", "Nhiệm vụ");

        private final String label;
        private final String item;

        Dimension(String label, String item) {
            this.label = label;
            this.item = item;
        }

        /** What an item of it is, as people read it: "Đơn vị". */
        String item() {
            return item;
        }

        String label() {
            return label;
        }
    }

    /** What counts of one entry of evidence. Null where it names nothing. */
    record Entry(
            String unit, String duty, String channel, String topic, String formOfWork, Map<Measure, Long> measures) {

        static Entry of(Evidence evidence) {
            return new Entry(
                    evidence.unit(),
                    evidence.dutyCode().orElse(null),
                    evidence.channel().orElse(null),
                    evidence.topic().orElse(null),
                    evidence.formOfWork().orElse(null),
                    evidence.measures());
        }
    }

    /** @param counted from evidence @param adjusted what the units added or took off, with a reason */
    record Figure(long counted, long adjusted) {

        static final Figure ZERO = new Figure(0, 0);

        long total() {
            return counted + adjusted;
        }

        Figure plus(Figure other) {
            return new Figure(counted + other.counted, adjusted + other.adjusted);
        }
    }

    /** How a unit kept the deadlines that lie in the period. @param pending neither done nor late yet */
    record Punctuality(int onTime, int late, int pending) {

        static final Punctuality NONE = new Punctuality(0, 0, 0);
    }

    private final Map<Dimension, SortedMap<String, Map<Measure, Figure>>> amounts = new EnumMap<>(Dimension.class);
    private final SortedMap<String, Punctuality> punctuality = new TreeMap<>();

    static ReportFigures of(Collection<Entry> entries) {
        var figures = new ReportFigures();
        for (var entry : entries) {
            entry.measures().forEach((measure, amount) -> {
                var counted = new Figure(amount, 0);
                figures.add(Dimension.UNIT, entry.unit(), measure, counted);
                figures.add(Dimension.CHANNEL, entry.channel(), measure, counted);
                figures.add(Dimension.TOPIC, entry.topic(), measure, counted);
                figures.add(Dimension.FORM_OF_WORK, entry.formOfWork(), measure, counted);
                figures.add(Dimension.DUTY, entry.duty(), measure, counted);
            });
        }
        return figures;
    }

    /** A unit's reasoned adjustment: unit and channel are known, topic, form and duty are not. */
    void adjust(String unit, String channel, Measure measure, long delta) {
        var adjusted = new Figure(0, delta);
        add(Dimension.UNIT, unit, measure, adjusted);
        add(Dimension.CHANNEL, channel, measure, adjusted);
        add(Dimension.TOPIC, NONE, measure, adjusted);
        add(Dimension.FORM_OF_WORK, NONE, measure, adjusted);
        add(Dimension.DUTY, NONE, measure, adjusted);
    }

    /** One assignment whose deadline lies in the period. @param late done late, or not done although its deadline passed */
    void keep(String unit, boolean done, boolean late) {
        var kept = punctualityOf(unit);
        punctuality.put(
                unit,
                new Punctuality(
                        kept.onTime() + (done && !late ? 1 : 0),
                        kept.late() + (late ? 1 : 0),
                        kept.pending() + (!done && !late ? 1 : 0)));
    }

    void add(Dimension dimension, String item, Measure measure, Figure figure) {
        amounts.computeIfAbsent(dimension, unused -> new TreeMap<>())
                .computeIfAbsent(item == null ? NONE : item, unused -> new EnumMap<>(Measure.class))
                .merge(measure, figure, Figure::plus);
    }

    /** Figures by measure for each item of a dimension, ordered by item; empty where nothing was counted. */
    SortedMap<String, Map<Measure, Figure>> by(Dimension dimension) {
        return Collections.unmodifiableSortedMap(amounts.getOrDefault(dimension, new TreeMap<>()));
    }

    Figure of(Dimension dimension, String item, Measure measure) {
        return by(dimension).getOrDefault(item == null ? NONE : item, Map.of()).getOrDefault(measure, Figure.ZERO);
    }

    /** Totals by measure: the same whatever the dimension. */
    Map<Measure, Figure> totals() {
        var totals = new EnumMap<Measure, Figure>(Measure.class);
        by(Dimension.UNIT)
                .values()
                .forEach(unit -> unit.forEach((measure, figure) -> totals.merge(measure, figure, Figure::plus)));
        return totals;
    }

    Punctuality punctualityOf(String unit) {
        return punctuality.getOrDefault(unit, Punctuality.NONE);
    }
}
