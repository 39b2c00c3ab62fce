package vn.trienkhai.organisation;

/** A unit that can owe, ask for or receive work. @param id kebab-case, also the id of its group, e.g. {@code phong-vhtt} */
public record Unit(String id, String name, String shortName, UnitKind kind) {

    public boolean canBeAssigned() {
        return kind.canBeAssigned();
    }
}
