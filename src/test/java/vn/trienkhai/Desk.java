package vn.trienkhai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Does with the engine what Tasklist does for a person: sees the tasks that the person may see, claims, completes, starts. */
public class Desk {

    private final ProcessEngine engine;
    private final Consumer<Task> beforeEachTask;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    public Desk(ProcessEngine engine) {
        this(engine, task -> {});
    }

    /** @param beforeEachTask happens behind the people's backs before any of them completes something */
    public Desk(ProcessEngine engine, Consumer<Task> beforeEachTask) {
        this.engine = engine;
        this.beforeEachTask = beforeEachTask;
    }

    public Seat as(String userId) {
        return new Seat(userId);
    }

    /** The only open task with this id in the whole tree of a business key, whoever may see it. */
    public Task task(String businessKey, String taskDefinitionKey) {
        var found = tasks(businessKey, taskDefinitionKey);
        if (found.size() != 1) {
            throw new AssertionError("Expected one open %s of %s, found %d; open are %s"
                    .formatted(
                            taskDefinitionKey,
                            businessKey,
                            found.size(),
                            openTasks(businessKey).stream().map(Task::getName).toList()));
        }
        return found.get(0);
    }

    public List<Task> tasks(String businessKey, String taskDefinitionKey) {
        return openTasks(businessKey).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(taskDefinitionKey))
                .toList();
    }

    public List<Task> openTasks(String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    /** Runs what the job executor would run now: due timers and asynchronous steps, until nothing is left. */
    public void runDueJobs() {
        for (int round = 0; round < 100; round++) {
            var due = engine.getManagementService()
                    .createJobQuery()
                    .active()
                    .executable()
                    .withRetriesLeft()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> {
                if (engine.getManagementService()
                                .createJobQuery()
                                .jobId(job.getId())
                                .count()
                        == 1) {
                    engine.getManagementService().executeJob(job.getId());
                }
            });
        }
        throw new AssertionError("Jobs never run out");
    }

    /** One person at work. */
    public class Seat {

        private final String userId;

        private Seat(String userId) {
            this.userId = userId;
        }

        /** Open tasks that this person may see. */
        public List<Task> sees() {
            return signedIn(() -> engine.getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssignee(userId)
                    .taskCandidateUser(userId)
                    .endOr()
                    .list());
        }

        /** Claims and completes a task with the answer that its form would send. */
        public void complete(Task task, Map<String, ?> answer) {
            beforeEachTask.accept(task);
            signedIn(() -> {
                if (!userId.equals(task.getAssignee())) {
                    engine.getTaskService().claim(task.getId(), userId);
                }
                engine.getFormService().submitTaskForm(task.getId(), asVariable(answer));
                return null;
            });
        }

        /** Like {@link #complete}, expecting a refusal. @return the refusal */
        public FormRefused refusedWhenCompleting(Task task, Map<String, ?> answer) {
            return refusal(() -> complete(task, answer));
        }

        /** Starts a process with the answer that its start form would send. */
        public ProcessInstance start(String processKey, Map<String, ?> answer) {
            return signedIn(() -> {
                var definition = engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult();
                return engine.getFormService().submitStartForm(definition.getId(), asVariable(answer));
            });
        }

        /** Like {@link #start}, expecting a refusal. @return the refusal */
        public FormRefused refusedWhenStarting(String processKey, Map<String, ?> answer) {
            return refusal(() -> start(processKey, answer));
        }

        private FormRefused refusal(Runnable act) {
            try {
                act.run();
            } catch (RuntimeException failure) {
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    if (cause instanceof FormRefused refused) {
                        return refused;
                    }
                }
                throw failure;
            }
            throw new AssertionError("Expected a refusal, but the program accepted");
        }

        private <T> T signedIn(Supplier<T> act) {
            var identityService = engine.getIdentityService();
            var groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                    .map(group -> group.getId())
                    .toList();
            identityService.setAuthentication(userId, groups);
            try {
                return act.get();
            } finally {
                identityService.clearAuthentication();
            }
        }

        private Map<String, Object> asVariable(Map<String, ?> answer) {
            try {
                var text = json.writeValueAsString(answer);
                return Variables.createVariables()
                        .putValueTyped(
                                Answers.VARIABLE,
                                SpinValues.jsonValue(text, true).create());
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
