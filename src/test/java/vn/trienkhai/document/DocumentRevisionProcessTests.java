package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.form.FormOpened;

class DocumentRevisionProcessTests extends DocumentScenario {

    @Autowired
    DocumentRevisionForms forms;

    @Test
    void replacesADocumentOnceALeaderAgrees() {
        var wrong = issued(DocumentType.REPORT, "Bản sai");
        var right = issued(DocumentType.REPORT, "Bản đúng");
        var key = asked(wrong, "REPLACE", right);
        var task = desk.task(key, "UserTask_DecideRevision");
        assertThat(task.getName()).isEqualTo("Quyết định đề nghị: thay thế " + numberOf(wrong));

        desk.as(SIGNER).complete(task, Map.of("agreed", true));

        assertThat(register.get(wrong).status()).isEqualTo(DocumentStatus.REPLACED);
        assertThat(register.amendmentsOf(wrong)).singleElement().satisfies(amendment -> {
            assertThat(amendment.byDocument()).contains(right);
            assertThat(amendment.askedBy()).isEqualTo(DRAFTER);
            assertThat(amendment.decidedBy()).isEqualTo(SIGNER);
            assertThat(amendment.reason()).isEqualTo("Sai số liệu mục 2");
        });
        assertThat(endOf(key)).isEqualTo("EndEvent_Revised");
    }

    @Test
    void correctsByALetterAndRecallsWithoutADocument() {
        var id = issued(DocumentType.REPORT, "Sai ngày");
        var letter = issued(DocumentType.LETTER, "Đính chính");
        desk.as(SIGNER)
                .complete(desk.task(asked(id, "CORRECT", letter), "UserTask_DecideRevision"), Map.of("agreed", true));
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.CORRECTED);

        desk.as(SIGNER)
                .complete(desk.task(asked(id, "RECALL", null), "UserTask_DecideRevision"), Map.of("agreed", true));
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.RECALLED);
        assertThat(register.amendmentsOf(id)).hasSize(2);
    }

    @Test
    void leavesItAsItIsWhenTheLeaderDoesNotAgree() {
        var id = issued(DocumentType.REPORT, "Vẫn đúng");
        var key = asked(id, "RECALL", null);
        desk.as(SIGNER).complete(desk.task(key, "UserTask_DecideRevision"), Map.of("agreed", false));

        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.ISSUED);
        assertThat(endOf(key)).isEqualTo("EndEvent_LeftAsIs");
    }

    @Test
    void isNotDecidedByWhoAsked() {
        var id = issued(DocumentType.REPORT, "Lãnh đạo tự đề nghị");
        var key = desk.as(SIGNER)
                .start("document-revision", answer(id, "RECALL", null))
                .getBusinessKey();
        var task = desk.task(key, "UserTask_DecideRevision");

        assertThat(desk.as(SIGNER).refusedWhenCompleting(task, Map.of("agreed", true)))
                .hasMessageContaining("người quyết định phải là người khác");
        engine.getTaskService().setAssignee(task.getId(), null);
        desk.as("ubnd.head").complete(task, Map.of("agreed", true));
        assertThat(register.get(id).status()).isEqualTo(DocumentStatus.RECALLED);
    }

    @Test
    void refusesWhatDoesNotFitAtItsField() {
        var id = issued(DocumentType.REPORT, "Bản sai");
        var letter = issued(DocumentType.LETTER, "Công văn");

        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("document-revision", answer(id, "REPLACE", letter))
                        .reasons())
                .extracting("field")
                .containsExactly("byDocument");
        assertThat(desk.as("y-te.officer")
                        .refusedWhenStarting("document-revision", answer(id, "RECALL", null))
                        .reasons())
                .extracting("field")
                .containsExactly("document");
        assertThat(desk.as(DRAFTER)
                        .refusedWhenStarting("document-revision", Map.of())
                        .reasons())
                .extracting("field")
                .containsExactly("document", "kind", "reason");
    }

    @Test
    void offersTheIssuedDocumentsOfOnesUnitOrOffice() {
        var id = issued(DocumentType.REPORT, "Của UBND").toString();
        var draft = report("Chưa phát hành").toString();

        assertThat(offered(DRAFTER)).contains(id).doesNotContain(draft);
        assertThat(offered(CLERK)).contains(id);
        assertThat(offered("y-te.officer")).doesNotContain(id);
    }

    private List<String> offered(String userId) {
        return forms.of(new FormOpened(null, userId, null, Map.of())).choices().get("documents") instanceof List<?> list
                ? list.stream()
                        .map(one -> ((DocumentRevisionForms.Issued) one).value())
                        .toList()
                : List.of();
    }

    private String asked(UUID id, String kind, UUID by) {
        return desk.as(DRAFTER).start("document-revision", answer(id, kind, by)).getBusinessKey();
    }

    private static Map<String, Object> answer(UUID id, String kind, UUID by) {
        var answer = new HashMap<String, Object>();
        answer.put("document", id.toString());
        answer.put("kind", kind);
        answer.put("reason", "Sai số liệu mục 2");
        if (by != null) {
            answer.put("byDocument", by.toString());
        }
        return answer;
    }

    private String numberOf(UUID id) {
        return register.get(id).number().orElseThrow();
    }

    private String endOf(String key) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getId())
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }
}
