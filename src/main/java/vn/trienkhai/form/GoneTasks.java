package vn.trienkhai.form;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** Says why a task that somebody still has on the screen is not there any more. */
@Component
class GoneTasks {

    private final HistoryService historyService;
    private final IdentityService identityService;

    GoneTasks(HistoryService historyService, IdentityService identityService) {
        this.historyService = historyService;
        this.identityService = identityService;
    }

    boolean isGone(String taskId) {
        return historyService
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .count()
                == 1;
    }

    String whyGone(String taskId) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            var task = historyService
                    .createHistoricTaskInstanceQuery()
                    .taskId(taskId)
                    .singleResult();
            if (task == null) {
                return "Không có việc này, hoặc bạn không được xem nó.";
            }
            if (task.getEndTime() == null) {
                return "Việc “%s” hiện không thuộc về bạn.".formatted(task.getName());
            }
            var when = VietnamTime.format(task.getEndTime().toInstant());
            if ("completed".equals(task.getDeleteReason())) {
                return "Việc “%s” đã được %s hoàn thành lúc %s; phần bạn vừa điền không được ghi."
                        .formatted(task.getName(), nameOf(task.getAssignee()), when);
            }
            return "Việc “%s” đã được rút hoặc chuyển lúc %s; phần bạn vừa điền không được ghi."
                    .formatted(task.getName(), when);
        } finally {
            if (person != null) {
                identityService.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
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
