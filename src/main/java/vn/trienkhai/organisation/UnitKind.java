package vn.trienkhai.organisation;

/** What a unit is; decides whether work can be assigned to it. */
public enum UnitKind {
    LEADERSHIP("Lãnh đạo Ủy ban nhân dân"),
    OFFICE("Văn phòng"),
    AGENCY("Cơ quan, ban, ngành"),
    PUBLIC_SERVICE("Đơn vị sự nghiệp"),
    COMMUNE("Ủy ban nhân dân xã, phường"),
    EDITORIAL_BOARD("Ban biên tập"),
    MASS_ORGANISATION("Mặt trận, đoàn thể");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** Name of the kind, as users read it. */
    public String label() {
        return label;
    }

    /** Mass organisations are not subordinate to the People's Committee: they are only asked ("đề nghị phối hợp"). */
    public boolean canBeAssigned() {
        return this != MASS_ORGANISATION;
    }
}
