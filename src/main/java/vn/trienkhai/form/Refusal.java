package vn.trienkhai.form;

import java.util.List;

/** Body of every answer that says no: one sentence, and the reasons by field where fields are at fault. */
public record Refusal(String message, List<FormRefused.Reason> fields) {

    public static Refusal of(String message) {
        return new Refusal(message, List.of());
    }

    /** The disk of the database, or of this node, is full. */
    public static Refusal noRoom() {
        return of("Máy chủ hết chỗ chứa tệp: tệp chưa được nhận, việc vẫn còn nguyên."
                + " Hãy báo quản trị hệ thống rồi tải lên lại.");
    }

    /** The sentence counts the fields at fault where each has its reason; otherwise it is the reasons themselves. */
    public static Refusal of(FormRefused refused) {
        var atFields =
                refused.reasons().stream().noneMatch(reason -> reason.field().isEmpty());
        return new Refusal(
                atFields
                        ? "Có %d mục chưa đúng: xem dòng có dấu ⚠."
                                .formatted(refused.reasons().size())
                        : refused.getMessage(),
                refused.reasons());
    }
}
