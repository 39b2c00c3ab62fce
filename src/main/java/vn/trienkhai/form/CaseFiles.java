package vn.trienkhai.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import vn.trienkhai.form.CaseFilePart.Chapter;
import vn.trienkhai.form.CaseFilePart.Entry;

/** The case file of a task: what all modules know about the work that it belongs to. */
@Service
class CaseFiles {

    private final TaskService taskService;
    private final OpenTasks tasks;
    private final List<CaseFilePart> parts;
    private final Set<String> variables;

    CaseFiles(TaskService taskService, OpenTasks tasks, List<CaseFilePart> parts) {
        this.taskService = taskService;
        this.tasks = tasks;
        this.parts = parts;
        this.variables = parts.stream()
                .flatMap(answering -> answering.variables().stream())
                .collect(Collectors.toSet());
    }

    /** @param empty what to say if there are no entries; null if there are */
    record ChapterShown(String title, List<Entry> entries, String empty) {}

    /** Empty if there is no such open task, or the person may not see it. */
    Optional<List<ChapterShown>> of(String taskId) {
        return tasks.of(Set.of(taskId), variables).stream().findFirst().map(this::chaptersOf);
    }

    /**
     * Adds a comment, in the name of whoever is signed in. It belongs to the work and outlives the task.
     *
     * @return false if there is no such open task, or the person may not see it
     */
    boolean comment(String taskId, String text) {
        var task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return false;
        }
        taskService.createComment(taskId, task.getProcessInstanceId(), text);
        return true;
    }

    private List<ChapterShown> chaptersOf(OpenTask task) {
        var chapters = new EnumMap<Chapter, List<Entry>>(Chapter.class);
        for (var part : tasks.unchecked(() -> parts.stream()
                .flatMap(answering -> answering.partsOf(task).stream())
                .toList())) {
            chapters.computeIfAbsent(part.chapter(), chapter -> new ArrayList<>())
                    .addAll(part.entries());
        }
        return chapters.entrySet().stream()
                .filter(chapter ->
                        !chapter.getValue().isEmpty() || chapter.getKey().empty() != null)
                .map(CaseFiles::shown)
                .toList();
    }

    private static ChapterShown shown(Map.Entry<Chapter, List<Entry>> chapter) {
        return new ChapterShown(
                chapter.getKey().title(),
                chapter.getValue(),
                chapter.getValue().isEmpty() ? chapter.getKey().empty() : null);
    }
}
