package vn.trienkhai.form;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person typed is not accepted: nothing was recorded, the task stays open, and the form shows each reason at its
 * field. Reasons are Vietnamese sentences that say what was expected and what was found.
 */
public class FormRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param field path as the form names it, for example "runs[0].amount"; empty when no single field is at fault */
    public record Reason(String field, String message) {}

    private final transient List<Reason> reasons;

    public FormRefused(List<Reason> reasons) {
        super(reasons.stream().map(Reason::message).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    public static FormRefused at(String field, String message) {
        return new FormRefused(List.of(new Reason(field, message)));
    }

    public static FormRefused because(String message) {
        return at("", message);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
