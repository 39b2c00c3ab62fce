package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.trienkhai.plan.Measure;

/** A visible, reasoned correction of a counted figure. */
@Embeddable
class Adjustment {

    private String channel;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private long delta;
    private String reason;

    protected Adjustment() {}

    Adjustment(String channel, Measure measure, long delta, String reason) {
        this.channel = channel;
        this.measure = measure;
        this.delta = delta;
        this.reason = reason;
    }

    /** Code of the channel; null where the figure belongs to none. */
    String channel() {
        return channel;
    }

    Measure measure() {
        return measure;
    }

    long delta() {
        return delta;
    }

    String reason() {
        return reason;
    }
}
