package vn.trienkhai;

import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Origin;

/** One duty of the Economic Office, step by step as people answer it: eleven tasks from receipt to the accepted result. */
public enum Campaign {
    CONFIRM_RECEIPT("UserTask_ConfirmReceipt", "phong-kinh-te.head", Map.of("accepted", true)),
    HAND_OUT("UserTask_HandOut", "phong-kinh-te.head", Map.of("officers", List.of("phong-kinh-te.officer"))),
    CHOOSE_CONTENT("UserTask_ChooseContent", "phong-kinh-te.officer", Map.of("act", "WRITE")),
    DRAFT(
            "UserTask_DraftContent",
            "phong-kinh-te.officer",
            Map.of(
                    "act", "HAND_IN",
                    "title", "Mô hình nuôi cá lồng bè bền vững",
                    "topic", "ND-3",
                    "formOfWork", "HT-2",
                    "audiences", List.of("DT-04", "DT-09"),
                    "channels", List.of("KENH-07"),
                    "scope", "UNIT",
                    "text", "Hộ nuôi giảm mật độ lồng, thu gom thức ăn thừa.")),
    CHECK_CONTENT("UserTask_CheckContent", "phong-kinh-te.head", Map.of("passed", true)),
    CHECK_FORM("UserTask_CheckForm", "van-phong.officer", Map.of("passed", true)),
    APPROVE("UserTask_ApproveContent", "phong-kinh-te.deputy", Map.of("passed", true)),
    CHOOSE_CHANNELS(
            "UserTask_ChooseChannels", "phong-kinh-te.officer", Map.of("runs", List.of(Map.of("channel", "KENH-07")))),
    DISSEMINATE(
            "UserTask_DisseminateOnChannel",
            "phong-kinh-te.officer",
            Map.of("outcome", "DONE", "place", "đường 30/4", "measures", Map.of("BANNERS", 3))),
    SUBMIT("UserTask_SubmitResult", "phong-kinh-te.officer", Map.of("result", "Đã treo băng rôn")),
    REVIEW("UserTask_ReviewResult", "phong-vhtt.officer", Map.of("accepted", true));

    /** A picture of 1 × 1 pixel, the proof of a banner. */
    public static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final String task;
    private final String person;
    private final Map<String, ?> answer;

    Campaign(String task, String person, Map<String, ?> answer) {
        this.task = task;
        this.person = person;
        this.answer = answer;
    }

    public static AssignmentOrder order(String name, LocalDate due) {
        return order(new Origin("programme", UUID.randomUUID().toString()), name, due);
    }

    public static AssignmentOrder order(Origin origin, String name, LocalDate due) {
        return new AssignmentOrder(
                "269-kh-ubnd-2021", "KT-2a", origin, "phong-kinh-te", "phong-vhtt", name, null, due, "unit-campaign");
    }

    public String task() {
        return task;
    }

    public String person() {
        return person;
    }

    /** What the form of this step sends; but for {@link #DISSEMINATE}, which also needs a day and a proof. */
    public Map<String, ?> answer() {
        return answer;
    }

    /** @param day as dd/mm/yyyy @param proof id of the uploaded picture */
    public Map<String, ?> answer(String day, UUID proof) {
        if (this != DISSEMINATE) {
            return answer;
        }
        var whole = new HashMap<String, Object>(answer);
        whole.put("from", day);
        whole.put("attachments", List.of(proof.toString()));
        return whole;
    }
}
