package vn.trienkhai.assignment;

import java.util.Map;

/**
 * A rung of the ladder, as escalation-ladder.dmn gives it.
 *
 * @param days working days after the last day on time; negative before it
 * @param handled whether somebody must decide what to do
 */
record Rung(String code, int days, Audience audience, boolean handled) {

    static Rung of(Map<String, Object> row) {
        return new Rung(
                (String) row.get("code"),
                ((Number) row.get("days")).intValue(),
                Audience.valueOf((String) row.get("audience")),
                (Boolean) row.get("handled"));
    }
}
