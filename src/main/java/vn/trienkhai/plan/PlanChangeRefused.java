package vn.trienkhai.plan;

/** A changed plan cannot replace the one whose work is still open. */
public class PlanChangeRefused extends RuntimeException {

    PlanChangeRefused(String number, String openWork) {
        super("Không thay được kế hoạch số %s bằng bản đã sửa vì còn việc đang mở: %s".formatted(number, openWork));
    }
}
