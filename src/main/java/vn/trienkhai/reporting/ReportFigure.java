package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.trienkhai.plan.Measure;

/** One figure of a report as it was when the report was consolidated. */
@Embeddable
class ReportFigure {

    @Enumerated(EnumType.STRING)
    private ReportFigures.Dimension dimension;

    private String item;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private long amount;

    protected ReportFigure() {}

    ReportFigure(ReportFigures.Dimension dimension, String item, Measure measure, long amount) {
        this.dimension = dimension;
        this.item = item;
        this.measure = measure;
        this.amount = amount;
    }

    ReportFigures.Dimension dimension() {
        return dimension;
    }

    String item() {
        return item;
    }

    Measure measure() {
        return measure;
    }

    long amount() {
        return amount;
    }
}
