package vn.trienkhai.form;

import java.util.List;

/** Body of every answer that says no: one sentence, and the reasons by field where fields are at fault. */
public record Refusal(String message, List<FormRefused.Reason> fields) {

    public static Refusal of(String message) {
        return new Refusal(message, List.of());
    }

    public static Refusal of(FormRefused refused) {
        return new Refusal(refused.getMessage(), refused.reasons());
    }
}
