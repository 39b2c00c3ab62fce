package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.PlanDefinition;

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

    /** For example "Điều chỉnh Số băng rôn, Băng rôn trên đường: +2 (treo ngày 12/9, chưa ghi kịp)". */
    String sentence(PlanDefinition plan) {
        var where = channel == null ? "" : ", " + plan.channel(channel).name();
        return "Điều chỉnh %s%s: %+d (%s)".formatted(measure.label(), where, delta, reason);
    }
}
