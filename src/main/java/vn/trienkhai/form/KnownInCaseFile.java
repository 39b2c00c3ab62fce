package vn.trienkhai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the task's form shows before it asks: plan and clause, word for word, who asks, by when, what happened so far. */
@Component
@Order(-10)
class KnownInCaseFile implements CaseFilePart {

    private final TaskService taskService;
    private final FormViews views;

    KnownInCaseFile(TaskService taskService, FormViews views) {
        this.taskService = taskService;
        this.views = views;
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }

    @Override
    public List<Part> partsOf(OpenTask asked) {
        var task = taskService.createTaskQuery().taskId(asked.id()).singleResult();
        var known = views.ofTask(task, asked.userId()).known();
        return known == null
                ? List.of()
                : List.of(new Part(Chapter.PLAN, List.of(planOf(known))), new Part(Chapter.HISTORY, historyOf(known)));
    }

    private static Entry planOf(Known known) {
        var facts = new ArrayList<Fact>();
        add(facts, "Nơi giao", known.askedBy());
        add(facts, "Thời hạn", deadlineOf(known));
        facts.addAll(known.facts());
        return new Entry(
                Objects.requireNonNullElse(known.clause(), "Việc này"),
                null,
                null,
                known.quote() == null ? null : "“%s”".formatted(known.quote()),
                known.timing() == null ? null : known.timing().state(),
                facts,
                List.of(),
                null);
    }

    private static String deadlineOf(Known known) {
        return known.timing() == null
                ? known.deadline()
                : Stream.of(
                                known.deadline(),
                                known.timing().label(),
                                known.timing().explanation())
                        .filter(Objects::nonNull)
                        .reduce((before, next) -> before + "; " + next)
                        .orElse(null);
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }

    private static List<Entry> historyOf(Known known) {
        return known.history().stream()
                .map(event -> Entry.happened(event.what(), event.at(), event.by(), event.why()))
                .toList();
    }
}
