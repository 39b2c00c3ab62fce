package vn.trienkhai.form;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** Says why a task that somebody still has on the screen is not there any more. */
@Component
class GoneTasks {

    private static final String UNKNOWN = "Không có việc này, hoặc việc không thuộc về bạn.";

    private final HistoryService historyService;
    private final IdentityService identityService;
    private final ObjectProvider<Substitutes> substitutes;

    GoneTasks(HistoryService historyService, IdentityService identityService, ObjectProvider<Substitutes> substitutes) {
        this.historyService = historyService;
        this.identityService = identityService;
        this.substitutes = substitutes;
    }

    boolean isGone(String taskId) {
        return unchecked(() -> historyService
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .count()
                == 1);
    }

    /** Whether the task was once this person's to work on, so that its name is no news to them. */
    boolean concerned(String taskId, String userId) {
        return unchecked(() -> {
            var groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            return historyService.createHistoricIdentityLinkLogQuery().taskId(taskId).list().stream()
                    .anyMatch(link -> userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
        });
    }

    /** Whoever it never concerned does not even learn its name. @param userId null if nobody is signed in */
    String whyGone(String taskId, String userId) {
        if (userId == null || !concerned(taskId, userId)) {
            return UNKNOWN;
        }
        return unchecked(() -> {
            var task = historyService
                    .createHistoricTaskInstanceQuery()
                    .taskId(taskId)
                    .singleResult();
            if (task == null) {
                return UNKNOWN;
            }
            if (task.getEndTime() == null) {
                return "Việc “%s” hiện không thuộc về bạn.".formatted(task.getName());
            }
            var when = VietnamTime.format(task.getEndTime().toInstant());
            if ("completed".equals(task.getDeleteReason())) {
                return "Việc “%s” đã được %s hoàn thành lúc %s; phần bạn vừa điền không được ghi."
                        .formatted(task.getName(), actorOf(task), when);
            }
            return "Việc “%s” đã được rút hoặc chuyển lúc %s; phần bạn vừa điền không được ghi."
                    .formatted(task.getName(), when);
        });
    }

    private <T> T unchecked(Supplier<T> reading) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return reading.get();
        } finally {
            if (person != null) {
                identityService.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }

    String actorOf(HistoricTaskInstance task) {
        var absent = substitutes.stream()
                .flatMap(answering -> answering
                        .stoodInFor(task.getAssignee(), task.getEndTime().toInstant())
                        .stream())
                .collect(Collectors.joining(", "));
        var name = nameOf(task.getAssignee());
        return absent.isEmpty() ? name : "%s (thay %s)".formatted(name, absent);
    }

    String nameOf(String userId) {
        if (userId == null) {
            return "người khác";
        }
        var user = identityService.createUserQuery().userId(userId).singleResult();
        return user == null
                ? userId
                : String.join(
                                " ",
                                user.getLastName() == null ? "" : user.getLastName(),
                                user.getFirstName() == null ? "" : user.getFirstName())
                        .strip();
    }
}
