package vn.trienkhai.organisation;

import java.util.Set;

/**
 * A post in a unit. Its id {@code <unit>.<role>} is also the id of its group.
 *
 * @param title unique, names the unit too
 * @param signingTitle as it stands above a signature, e.g. "CHÁNH VĂN PHÒNG"; null where the chart does not say
 */
public record Post(String unit, String role, String title, String signingTitle) {

    private static final Set<String> LEADING_ROLES = Set.of("head", "deputy");

    public Post(String unit, String role, String title) {
        this(unit, role, title, null);
    }

    public String id() {
        return unit + "." + role;
    }

    /** The head and the deputies lead a unit: they receive, hand out and answer for its work. */
    public boolean leads() {
        return LEADING_ROLES.contains(role);
    }
}
