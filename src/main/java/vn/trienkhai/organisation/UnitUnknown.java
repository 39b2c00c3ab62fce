package vn.trienkhai.organisation;

/** No unit, and no group of units, has this id. */
public class UnitUnknown extends RuntimeException {

    public UnitUnknown(String unitOrGroup) {
        super("Mong đợi mã của một đơn vị hoặc nhóm đơn vị, gặp “%s”: không có đơn vị này.".formatted(unitOrGroup));
    }
}
