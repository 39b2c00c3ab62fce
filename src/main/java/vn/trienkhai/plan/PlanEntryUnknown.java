package vn.trienkhai.plan;

/** The plan has no entry of this code. */
public class PlanEntryUnknown extends RuntimeException {

    PlanEntryUnknown(String number, String what, String code) {
        super("Kế hoạch số %s không có %s mang mã “%s”.".formatted(number, what, code));
    }
}
