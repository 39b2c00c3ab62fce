package vn.trienkhai.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/**
 * The figures of a report line by line, by codes only and in one order, so that two counts are the same if their texts are
 * the same, byte for byte, whatever units and channels are called meanwhile.
 */
record FigureLines(List<Amount> amounts, List<OfUnit> units) {

    /** @param total with what the units adjusted @param adjusted what of the total is adjustment */
    record Amount(Dimension dimension, String item, Measure measure, long total, long adjusted) {

        String text() {
            return "%s,%s,%s,%d,%d".formatted(dimension, item, measure, total, adjusted);
        }
    }

    record OfUnit(String unit, Standing standing, int onTime, int late, int pending) {

        String text() {
            return "%s,%s,%d,%d,%d".formatted(unit, standing, onTime, late, pending);
        }
    }

    static FigureLines of(ReportFigures figures, List<ReportUnit> units) {
        var amounts = new ArrayList<Amount>();
        for (var dimension : Dimension.values()) {
            figures.by(dimension)
                    .forEach((item, measures) -> measures.forEach((measure, figure) ->
                            amounts.add(new Amount(dimension, item, measure, figure.total(), figure.adjusted()))));
        }
        return new FigureLines(
                amounts,
                units.stream()
                        .map(unit -> new OfUnit(
                                unit.unit(),
                                unit.standing(),
                                unit.punctuality().onTime(),
                                unit.punctuality().late(),
                                unit.punctuality().pending()))
                        .toList());
    }

    /** One line each, amounts first, then units; both in the order of their text. */
    String text() {
        return Stream.concat(
                        amounts.stream().map(Amount::text).sorted(),
                        units.stream().map(OfUnit::text).sorted())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
