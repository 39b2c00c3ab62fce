package vn.trienkhai.document;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the forms of document-issue.bpmn show. */
@Component
class DocumentIssueForms implements FormFacts {

    private final DocumentRegister register;
    private final DocumentRoles roles;
    private final DocumentNumbers numbers;
    private final DocumentFacts facts;
    private final ObjectProvider<DocumentMaker> makers;
    private final Clock clock;

    DocumentIssueForms(
            DocumentRegister register,
            DocumentRoles roles,
            DocumentNumbers numbers,
            DocumentFacts facts,
            ObjectProvider<DocumentMaker> makers,
            Clock clock) {
        this.register = register;
        this.roles = roles;
        this.numbers = numbers;
        this.facts = facts;
        this.makers = makers;
        this.clock = clock;
    }

    /** @param subjects what this person can have it made of now */
    record MakerChoice(String value, String label, List<Choice> subjects) {}

    @Override
    public String processKey() {
        return DocumentIssueProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public FormView of(FormOpened opened) {
        if (opened.element() == null) {
            return choosing(opened.userId());
        }
        var id = UUID.fromString(opened.variable(DocumentIssueProcess.DOCUMENT));
        var document = register.get(id);
        var choices = new LinkedHashMap<String, Object>();
        choices.put("document", facts.shown(id));
        return switch (opened.element()) {
            case "UserTask_Draft" ->
                new FormView(
                        facts.known(id),
                        Map.of(
                                "act",
                                DocumentIssueDelegates.DraftAct.HAND_IN.name(),
                                "title",
                                document.title(),
                                "attachments",
                                List.of()),
                        choices);
            case "UserTask_Sign" -> {
                var substitutes = !roles.leadsItself(document, opened.userId());
                choices.put("capacities", substitutes ? capacities() : List.of());
                yield new FormView(
                        facts.known(id),
                        substitutes ? Map.of("capacity", SigningCapacity.BY_DELEGATION.name()) : Map.of(),
                        choices);
            }
            case "UserTask_NumberAndIssue" -> {
                var today = VietnamTime.dateOf(clock.instant());
                var next = numbers.expected(document.issuer(), document.type(), Letterheads.yearOf(today));
                yield new FormView(
                        facts.known(id, new Fact("Số tiếp theo trong sổ", roles.numberOf(next, document))),
                        Map.of(
                                "act",
                                DocumentIssueDelegates.NumberAct.HERE.name(),
                                "date",
                                VietnamTime.format(today),
                                "attachments",
                                List.of()),
                        choices);
            }
            default -> new FormView(facts.known(id), Map.of(), choices);
        };
    }

    private FormView choosing(String userId) {
        var offered = makers.orderedStream()
                .map(maker -> new MakerChoice(maker.kind(), maker.label(), maker.subjectsFor(userId)))
                .filter(maker -> !maker.subjects().isEmpty())
                .toList();
        return new FormView(
                Known.of(
                        new Fact(
                                "Cách làm",
                                "Chương trình soạn dự thảo từ dữ liệu đã có; bạn tải về sửa trong Word rồi trình kiểm tra, ký, cấp số.")),
                Map.of(),
                Map.of("makers", offered));
    }

    private static List<Choice> capacities() {
        return Stream.of(SigningCapacity.BY_DELEGATION, SigningCapacity.BY_ORDER)
                .map(capacity -> new Choice(capacity.name(), capacity.label()))
                .toList();
    }
}
