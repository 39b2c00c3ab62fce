package vn.trienkhai.organisation;

/**
 * A unit that can owe, ask for or receive work.
 *
 * @param id kebab-case, also the id of its group, e.g. {@code phong-vhtt}
 * @param email its mailbox; null if it has none
 */
public record Unit(String id, String name, String shortName, UnitKind kind, String email) {

    public Unit(String id, String name, String shortName, UnitKind kind) {
        this(id, name, shortName, kind, null);
    }

    public boolean canBeAssigned() {
        return kind.canBeAssigned();
    }
}
