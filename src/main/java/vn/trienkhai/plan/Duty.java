package vn.trienkhai.plan;

import java.util.List;

/**
 * One thing that the plan orders its owners to do.
 *
 * @param clause code of the clause, e.g. {@code III.2}
 * @param owners units or groups of units; each member of a group owes the duty on its own
 * @param channels codes of the channels that the plan names for it; empty if the owner is free to choose
 */
public record Duty(
        String code,
        String name,
        DutyKind kind,
        DutyRole role,
        DutyTiming timing,
        List<String> owners,
        List<String> channels,
        String clause,
        String quote) {

    public Duty {
        owners = List.copyOf(owners);
        channels = List.copyOf(channels);
    }
}
