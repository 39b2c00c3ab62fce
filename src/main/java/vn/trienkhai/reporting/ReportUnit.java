package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.trienkhai.reporting.ReportFigures.Punctuality;

/** A unit that a report covers, as it stood when the report was consolidated. */
@Embeddable
class ReportUnit {

    private String unit;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private int onTime;
    private int late;
    private int pending;

    protected ReportUnit() {}

    ReportUnit(String unit, Standing standing, Punctuality punctuality) {
        this.unit = unit;
        this.standing = standing;
        this.onTime = punctuality.onTime();
        this.late = punctuality.late();
        this.pending = punctuality.pending();
    }

    String unit() {
        return unit;
    }

    Standing standing() {
        return standing;
    }

    Punctuality punctuality() {
        return new Punctuality(onTime, late, pending);
    }
}
