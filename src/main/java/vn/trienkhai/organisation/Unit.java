package vn.trienkhai.organisation;

/**
 * A unit that can owe, ask for or receive work.
 *
 * @param id kebab-case, also the id of its group, e.g. {@code phong-vhtt}
 * @param email its mailbox; null if it has none
 * @param symbol as the numbers of its documents name it, e.g. "UBND"; null where the chart does not say
 * @param superior the agency above it as a letterhead names it; null where the chart does not say
 * @param letterhead its own name as a letterhead gives it; null where that is its name
 * @param place where it issues documents, e.g. "Phú Quốc"; null where the chart does not say
 */
public record Unit(
        String id,
        String name,
        String shortName,
        UnitKind kind,
        String email,
        String symbol,
        String superior,
        String letterhead,
        String place) {

    public Unit(String id, String name, String shortName, UnitKind kind, String email) {
        this(id, name, shortName, kind, email, null, null, null, null);
    }

    public Unit(String id, String name, String shortName, UnitKind kind) {
        this(id, name, shortName, kind, null);
    }

    public boolean canBeAssigned() {
        return kind.canBeAssigned();
    }
}
