package vn.trienkhai.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.ApplicationContext;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.form.Answers;

/** A campaign on the whole program: typed answers, checks, book of evidence, history, notices. */
class OwnCampaign extends Campaign {

    /** A picture of 1 × 1 pixel. */
    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Assignments assignments;
    private final Attachments attachments;
    private final ObjectMapper json = new ObjectMapper();

    OwnCampaign(ApplicationContext program) {
        super(program.getBean(ProcessEngine.class));
        assignments = program.getBean(Assignments.class);
        attachments = program.getBean(Attachments.class);
    }

    @Override
    UUID open() {
        var order = new AssignmentOrder(
                "269-kh-ubnd-2021",
                "KT-2a",
                new Origin("programme", UUID.randomUUID().toString()),
                "phong-kinh-te",
                "phong-vhtt",
                "KT-2a – Phòng Kinh tế",
                null,
                StockCampaign.DUE.toLocalDate(),
                "unit-campaign");
        return assignments.open(order, "phong-vhtt.officer");
    }

    @Override
    Map<String, Object> answer(Step step) {
        Map<String, ?> answer = switch (step) {
            case CONFIRM_RECEIPT -> Map.of("accepted", true);
            case HAND_OUT -> Map.of("officers", List.of(OFFICER));
            case CHOOSE_CONTENT -> Map.of("act", "WRITE");
            case DRAFT -> Map.of(
                    "act", "HAND_IN",
                    "title", "Mô hình nuôi cá lồng bè bền vững",
                    "topic", "ND-3",
                    "formOfWork", "HT-2",
                    "audiences", List.of("DT-04", "DT-09"),
                    "channels", List.of("KENH-07"),
                    "scope", "UNIT",
                    "text", "Hộ nuôi giảm mật độ lồng, thu gom thức ăn thừa.");
            case CHECK_CONTENT, CHECK_FORM, APPROVE -> Map.of("passed", true);
            case CHOOSE_CHANNELS -> Map.of("runs", List.of(Map.of("channel", "KENH-07")));
            case DISSEMINATE -> Map.of(
                    "outcome", "DONE",
                    "from", StockCampaign.today(),
                    "place", "đường 30/4",
                    "measures", Map.of("BANNERS", 3),
                    "attachments", List.of(attachments.store("bang-ron.png", PNG, OFFICER).id()));
            case SUBMIT -> Map.of("result", "Đã treo băng rôn");
            case REVIEW -> Map.of("accepted", true);
        };
        try {
            var text = json.writeValueAsString(answer);
            return Variables.createVariables()
                    .putValueTyped(Answers.VARIABLE, SpinValues.jsonValue(text, true).create());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    void accepted(UUID key) {}
}
