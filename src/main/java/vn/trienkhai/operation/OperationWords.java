package vn.trienkhai.operation;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** The engine's operation log in Vietnamese: kinds of operations, of things, and what changed. */
@Component
class OperationWords {

    static final Map<String, String> OPERATIONS = Map.ofEntries(
            entry("Assign", "Giao việc"),
            entry("Claim", "Nhận việc"),
            entry("Complete", "Hoàn thành"),
            entry("Create", "Tạo"),
            entry("Delegate", "Giao làm thay"),
            entry("Delete", "Xóa"),
            entry("Resolve", "Trả kết quả làm thay"),
            entry("SetOwner", "Đặt chủ việc"),
            entry("SetPriority", "Đặt mức ưu tiên"),
            entry("SetName", "Đổi tên"),
            entry("SetDescription", "Đổi mô tả"),
            entry("SetFollowUpDate", "Đặt ngày theo dõi"),
            entry("Update", "Sửa"),
            entry("Activate", "Cho chạy tiếp"),
            entry("Suspend", "Tạm dừng"),
            entry("Migrate", "Chuyển phiên bản"),
            entry("AddUserLink", "Thêm người"),
            entry("DeleteUserLink", "Bớt người"),
            entry("AddGroupLink", "Thêm nhóm"),
            entry("DeleteGroupLink", "Bớt nhóm"),
            entry("SetDueDate", "Đặt hạn"),
            entry("RecalculateDueDate", "Tính lại hạn"),
            entry("Unlock", "Mở khóa"),
            entry("Execute", "Thực hiện"),
            entry("Evaluate", "Tính quyết định"),
            entry("AddAttachment", "Thêm tệp"),
            entry("DeleteAttachment", "Xóa tệp"),
            entry("SuspendJobDefinition", "Tạm dừng mẫu tác vụ nền"),
            entry("ActivateJobDefinition", "Cho chạy tiếp mẫu tác vụ nền"),
            entry("SuspendProcessDefinition", "Tạm dừng mẫu quy trình"),
            entry("ActivateProcessDefinition", "Cho chạy tiếp mẫu quy trình"),
            entry("CreateHistoryCleanupJobs", "Lập lịch dọn lịch sử"),
            entry("UpdateHistoryTimeToLive", "Đổi thời hạn lưu lịch sử"),
            entry("DeleteHistory", "Xóa lịch sử"),
            entry("ModifyProcessInstance", "Sửa lượt chạy"),
            entry("RestartProcessInstance", "Chạy lại"),
            entry("SuspendJob", "Tạm dừng tác vụ nền"),
            entry("ActivateJob", "Cho chạy tiếp tác vụ nền"),
            entry("SetJobRetries", "Cho thử lại tác vụ nền"),
            entry("SetExternalTaskRetries", "Cho thử lại việc ngoài"),
            entry("SetVariable", "Đặt biến"),
            entry("SetVariables", "Đặt các biến"),
            entry("UpdateComment", "Sửa ý kiến"),
            entry("DeleteComment", "Xóa ý kiến"),
            entry("RemoveVariable", "Xóa biến"),
            entry("ModifyVariable", "Sửa biến"),
            entry("SuspendBatch", "Tạm dừng lô thao tác"),
            entry("ActivateBatch", "Cho lô thao tác chạy tiếp"),
            entry("CreateIncident", "Báo sự cố"),
            entry("SetRemovalTime", "Đặt thời điểm xóa"),
            entry("SetAnnotation", "Ghi chú"),
            entry("ClearAnnotation", "Xóa ghi chú"),
            entry("CorrelateMessage", "Gửi thông điệp"));

    static final Map<String, String> THINGS = Map.ofEntries(
            entry("Application", "Ứng dụng"),
            entry("Attachment", "Tệp"),
            entry("Authorization", "Quyền"),
            entry("Filter", "Danh sách việc"),
            entry("Group", "Nhóm"),
            entry("Group membership", "Thành viên nhóm"),
            entry("IdentityLink", "Người được giao"),
            entry("Task", "Việc"),
            entry("HistoricTask", "Việc trong lịch sử"),
            entry("User", "Tài khoản"),
            entry("ProcessInstance", "Lượt chạy quy trình"),
            entry("HistoricProcessInstance", "Lượt chạy trong lịch sử"),
            entry("ProcessDefinition", "Mẫu quy trình"),
            entry("Job", "Tác vụ nền"),
            entry("JobDefinition", "Mẫu tác vụ nền"),
            entry("Variable", "Biến"),
            entry("Deployment", "Bản triển khai"),
            entry("DecisionDefinition", "Mẫu quyết định"),
            entry("CaseDefinition", "Mẫu vụ việc"),
            entry("ExternalTask", "Việc ngoài"),
            entry("Tenant", "Phân vùng"),
            entry("TenantMembership", "Thành viên phân vùng"),
            entry("Batch", "Lô thao tác"),
            entry("DecisionRequirementsDefinition", "Sơ đồ quyết định"),
            entry("DecisionInstance", "Lượt quyết định"),
            entry("Report", "Báo cáo"),
            entry("Dashboard", "Bảng điều khiển"),
            entry("Metrics", "Số đo"),
            entry("TaskMetrics", "Số đo việc"),
            entry("CaseInstance", "Vụ việc"),
            entry("Property", "Thuộc tính hệ thống"),
            entry("OperationLogCatgeory", "Loại nhật ký"), // so spelt by the engine
            entry("Optimize", "Optimize"),
            entry("OperationLog", "Nhật ký"),
            entry("Incident", "Sự cố"),
            entry("System", "Hệ thống"),
            entry("Comment", "Ý kiến"));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            entry("assignee", "người thực hiện"),
            entry("owner", "chủ việc"),
            entry("dueDate", "hạn"),
            entry("followUpDate", "ngày theo dõi"),
            entry("priority", "mức ưu tiên"),
            entry("name", "tên"),
            entry("candidate", "người có thể nhận"),
            entry("delegation", "giao làm thay"),
            entry("delete", "xóa"),
            entry("userId", "tài khoản"),
            entry("groupId", "nhóm"),
            entry("resource", "đối tượng của quyền"),
            entry("resourceId", "mã đối tượng"),
            entry("permissions", "quyền"),
            entry("permissionBits", "mã quyền"),
            entry("type", "loại"),
            entry("processDefinitionKey", "quy trình"),
            entry("processInstanceId", "lượt chạy"),
            entry("suspensionState", "trạng thái"),
            entry("retries", "số lần thử lại"),
            entry("deleteReason", "lý do"),
            entry("nrOfInstances", "số lượt"),
            entry("nrOfVariables", "số biến"));

    private static final Set<String> PEOPLE = Set.of("assignee", "owner", "userId", "candidate");
    private static final Set<String> MOMENTS = Set.of("dueDate", "followUpDate");

    private final Directory directory;

    OperationWords(Directory directory) {
        this.directory = directory;
    }

    String operation(String type) {
        return OPERATIONS.getOrDefault(type, type);
    }

    String thing(String type) {
        return THINGS.getOrDefault(type, type);
    }

    /** "người thực hiện: Nguyễn A → Trần B"; null if the entry tells of no change. */
    String change(UserOperationLogEntry entry) {
        if (entry.getProperty() == null
                || entry.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)) {
            return null;
        }
        var before = value(entry.getProperty(), entry.getOrgValue());
        var after = value(entry.getProperty(), entry.getNewValue());
        if (before.isEmpty() && after.isEmpty()) {
            return null;
        }
        var property = PROPERTIES.getOrDefault(entry.getProperty(), entry.getProperty());
        return before.isEmpty()
                ? property + ": " + after
                : "%s: %s → %s".formatted(property, before, after.isEmpty() ? "(trống)" : after);
    }

    private String value(String property, String value) {
        if (value == null || value.equals("null")) {
            return "";
        }
        if (PEOPLE.contains(property)) {
            return directory.person(value);
        }
        if (property.equals("groupId")) {
            return directory.group(value);
        }
        if (MOMENTS.contains(property) && value.matches("\\d{1,15}")) {
            return VietnamTime.format(Instant.ofEpochMilli(Long.parseLong(value)));
        }
        return switch (value) {
            case "true" -> "có";
            case "false" -> "không";
            default -> value;
        };
    }
}
