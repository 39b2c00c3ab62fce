package vn.trienkhai.plan;

import java.util.List;

/** A line of "Nơi nhận". @param units units or groups that receive the plan here; empty if it is sent outside the program */
public record Recipient(String code, String name, List<String> units, String clause, String quote) {

    public Recipient {
        units = List.copyOf(units);
    }
}
