package vn.trienkhai.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.calendar.CalendarChange;
import vn.trienkhai.calendar.CalendarDay;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.calendar.DayKind;
import vn.trienkhai.calendar.WorkingCalendars;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that calendar-notice.bpmn names, and the answers of its forms. */
@Configuration
class CalendarNoticeDelegates {

    private final WorkingCalendars calendars;
    private final ObjectProvider<OpenDeadlines> openDeadlines;
    private final Audit audit;
    private final Answers answers;
    private final ObjectMapper json;

    CalendarNoticeDelegates(
            WorkingCalendars calendars,
            ObjectProvider<OpenDeadlines> openDeadlines,
            Audit audit,
            Answers answers,
            ObjectMapper json) {
        this.calendars = calendars;
        this.openDeadlines = openDeadlines;
        this.audit = audit;
        this.answers = answers;
        this.json = json;
    }

    record DayAnswer(
            @NotNull(message = "Chưa điền ngày.") LocalDate day,
            @NotNull(message = "Chưa chọn loại ngày.") DayKind kind,
            @NotNull(message = "Chưa điền dịp lễ.") @Size(max = 100) String name) {}

    record NoticeAnswer(
            @NotNull(message = "Chưa chọn năm.") Integer year,
            UUID corrects,
            @Size(max = 100) String number,
            LocalDate issuedOn,
            @NotNull(message = "Chưa điền trích yếu.") @Size(max = 300) String title,
            @NotEmpty(message = "Chưa có ngày nào.") List<@Valid DayAnswer> days) {

        CalendarChange asChange() {
            return new CalendarChange(
                    year,
                    number,
                    issuedOn,
                    title,
                    days.stream()
                            .map(row -> new CalendarDay(row.day(), row.kind(), row.name()))
                            .toList(),
                    corrects);
        }
    }

    /** StartEvent_NoticeReceived. Nothing changes yet. */
    @Bean
    ExecutionListener calendarNoticeEntered() {
        return execution -> {
            var change = answers.of(execution, NoticeAnswer.class).asChange();
            refusingAtDays(() -> calendars.preview(change));
            execution.setVariable(
                    CalendarNoticeProcess.CHANGE,
                    SpinValues.jsonValue(json.writeValueAsString(change)).create());
            execution.setVariable(
                    CalendarNoticeProcess.SUBJECT, "lịch nghỉ năm %d – %s".formatted(change.year(), nameOf(change)));
        };
    }

    record ConfirmationAnswer(@NotNull(message = "Chưa chọn quyết định.") Boolean confirmed) {}

    /** UserTask_ConfirmNotice. */
    @Bean
    TaskListener calendarNoticeConfirmed() {
        return task -> {
            task.setVariable(
                    CalendarNoticeProcess.CONFIRMED,
                    answers.of(task, ConfirmationAnswer.class).confirmed());
            task.setVariable(CalendarNoticeProcess.CONFIRMED_BY, task.getAssignee());
        };
    }

    /** ServiceTask_ApplyNotice: the calendar and everything that is counted by it, in one transaction. */
    @Bean
    JavaDelegate applyCalendarNotice() {
        return execution -> {
            var change = changeIn(
                    json, execution.getVariable(CalendarNoticeProcess.CHANGE).toString());
            var by = (String) execution.getVariable(CalendarNoticeProcess.CONFIRMED_BY);
            var before = calendars.noticesOf(change.year());
            refusingAtDays(() -> calendars.enter(change, by));
            audit.record(new AuditAct(
                    by,
                    "CALENDAR_NOTICE_ENTERED",
                    "CalendarNotice",
                    Integer.toString(change.year()),
                    Map.of("notices", before),
                    Map.of("notices", calendars.noticesOf(change.year()))));
            openDeadlines.orderedStream().forEach(module -> module.moveToCalendar("Theo " + nameOf(change), by));
        };
    }

    /** For example "thông báo 8726/VPCP-KGVX: lịch nghỉ Tết Âm lịch và Quốc khánh năm 2026". */
    static String nameOf(CalendarChange change) {
        return change.number() == null
                ? "thông báo: " + change.title()
                : "thông báo %s: %s".formatted(change.number(), change.title());
    }

    static CalendarChange changeIn(ObjectMapper json, String text) {
        try {
            return json.readValue(text, CalendarChange.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unreadable calendar change", impossible);
        }
    }

    private static void refusingAtDays(Runnable act) {
        try {
            act.run();
        } catch (CalendarRefused refused) {
            throw FormRefused.at("days", refused.getMessage());
        }
    }
}
