package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Figure;

/** One figure as it was when the report was consolidated. */
@Embeddable
class ReportFigure {

    @Enumerated(EnumType.STRING)
    private Dimension dimension;

    private String item;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    /** With what the units adjusted. */
    private long amount;

    /** What of the amount is adjustment. */
    private long adjusted;

    protected ReportFigure() {}

    ReportFigure(Dimension dimension, String item, Measure measure, Figure figure) {
        this.dimension = dimension;
        this.item = item;
        this.measure = measure;
        this.amount = figure.total();
        this.adjusted = figure.adjusted();
    }

    void addTo(ReportFigures figures) {
        figures.add(dimension, item, measure, new Figure(amount - adjusted, adjusted));
    }
}
