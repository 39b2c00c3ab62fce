package vn.trienkhai.plan;

/** The plan was adopted before; it can neither be adopted nor sent back any more. */
public class PlanAlreadyAdopted extends RuntimeException {

    PlanAlreadyAdopted(String number) {
        super("Kế hoạch số %s đã được thông qua, không thông qua lại hoặc trả lại được nữa.".formatted(number));
    }
}
