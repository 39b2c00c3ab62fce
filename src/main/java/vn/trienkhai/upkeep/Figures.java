package vn.trienkhai.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignments;

/** Counts how the work and the machinery stand, over all nodes. */
@Component
class Figures {

    private static final String MAILS =
            """
            select sum(case when next_attempt_at is not null then 1 else 0 end) as waiting,
                sum(case when state = 'FAILED_FOR_NOW' then 1 else 0 end) as failing,
                sum(case when state = 'REFUSED' then 1 else 0 end) as refused,
                sum(case when state = 'UNCERTAIN' then 1 else 0 end) as uncertain,
                min(case when next_attempt_at is not null then created_at end) as oldest
            from notice_mail where next_attempt_at is not null or state in ('REFUSED', 'UNCERTAIN')
            """;

    private final ManagementService managementService;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final Assignments assignments;
    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(
            ManagementService managementService,
            RuntimeService runtimeService,
            TaskService taskService,
            Assignments assignments,
            JdbcClient jdbc,
            Clock clock) {
        this.managementService = managementService;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.assignments = assignments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param jobsDue jobs and timers whose time has come and that no node has done yet
     * @param oldestJobSeconds for how long the oldest of them has been due; 0 if none is
     * @param jobsFailed jobs that are not tried any more; each is an incident too
     * @param assignmentsOverdue of the open ones, by the rule of {@code DeadlineState.OVERDUE}
     * @param mailsWaiting still to be sent, tried already or not
     * @param oldestMailSeconds age of the oldest of them; 0 if none waits
     * @param mailsRefused whose address the mail server does not know
     * @param mailsUncertain that may or may not have arrived: an administrator is asked
     */
    record Standing(
            long jobsDue,
            long oldestJobSeconds,
            long jobsFailed,
            long incidents,
            long tasksOpen,
            long assignmentsOpen,
            long assignmentsOverdue,
            long mailsWaiting,
            long oldestMailSeconds,
            long mailsFailing,
            long mailsRefused,
            long mailsUncertain,
            Instant countedAt) {}

    @Transactional(readOnly = true)
    Standing count() {
        var now = clock.instant();
        var owed = assignments.openWork();
        return jdbc.sql(MAILS)
                .query((row, number) -> new Standing(
                        managementService.createJobQuery().executable().active().count(),
                        oldestJobAt(now),
                        managementService.createJobQuery().noRetriesLeft().count(),
                        runtimeService.createIncidentQuery().count(),
                        taskService.createTaskQuery().count(),
                        owed.assignments(),
                        owed.overdue(),
                        row.getLong("waiting"),
                        ageAt(now, row.getObject("oldest", OffsetDateTime.class)),
                        row.getLong("failing"),
                        row.getLong("refused"),
                        row.getLong("uncertain"),
                        now))
                .single();
    }

    private long oldestJobAt(Instant now) {
        return managementService
                .createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Figures::dueSince)
                .mapToLong(since ->
                        Math.max(0, Duration.between(since.toInstant(), now).toSeconds()))
                .findFirst()
                .orElse(0);
    }

    private static Date dueSince(Job job) {
        return job.getDuedate() == null ? job.getCreateTime() : job.getDuedate();
    }

    private static long ageAt(Instant now, OffsetDateTime since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since.toInstant(), now).toSeconds());
    }
}
