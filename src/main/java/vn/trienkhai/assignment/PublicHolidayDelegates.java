package vn.trienkhai.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.calendar.HolidayChange;
import vn.trienkhai.calendar.HolidayChange.NewHoliday;
import vn.trienkhai.calendar.PublicHolidays;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.FormRefused;

/** Every bean that public-holiday.bpmn names, and the answers of its forms. */
@Configuration
class PublicHolidayDelegates {

    private final PublicHolidays holidays;
    private final ObjectProvider<OpenDeadlines> openDeadlines;
    private final Audit audit;
    private final Answers answers;
    private final ObjectMapper json;

    PublicHolidayDelegates(
            PublicHolidays holidays,
            ObjectProvider<OpenDeadlines> openDeadlines,
            Audit audit,
            Answers answers,
            ObjectMapper json) {
        this.holidays = holidays;
        this.openDeadlines = openDeadlines;
        this.audit = audit;
        this.answers = answers;
        this.json = json;
    }

    /** @param daysBefore days off before the day itself */
    record BeginningAnswer(
            @NotNull(message = "Chưa điền tên ngày lễ.") @Size(max = 100) String name,
            boolean lunar,
            @NotNull(message = "Chưa điền ngày.") Integer day,
            @NotNull(message = "Chưa điền tháng.") Integer month,
            @NotNull(message = "Chưa điền số ngày nghỉ.") Integer length,
            Integer daysBefore,
            boolean compensated) {

        NewHoliday asHoliday() {
            return new NewHoliday(name, lunar, month, day, daysBefore == null ? 0 : -daysBefore, length, compensated);
        }
    }

    /** @param ends id of a holiday; null if none ends @param begins null if none begins */
    record HolidayAnswer(
            String ends,
            @Valid BeginningAnswer begins,
            @NotNull(message = "Chưa điền ngày bắt đầu áp dụng.") LocalDate from,
            @NotNull(message = "Chưa điền căn cứ.") @Size(max = 500) String source) {

        HolidayChange asChange() {
            return new HolidayChange(ends, begins == null ? null : begins.asHoliday(), from, source);
        }
    }

    /** StartEvent_LawChanged. Nothing changes yet. */
    @Bean
    ExecutionListener holidayChangeEntered() {
        return execution -> {
            var change = answers.of(execution, HolidayAnswer.class).asChange();
            refusing(() -> holidays.preview(change));
            execution.setVariable(
                    PublicHolidayProcess.CHANGE,
                    SpinValues.jsonValue(json.writeValueAsString(change)).create());
            execution.setVariable(PublicHolidayProcess.SUBJECT, "ngày lễ – " + change.source());
        };
    }

    record ConfirmationAnswer(@NotNull(message = "Chưa chọn quyết định.") Boolean confirmed) {}

    /** UserTask_ConfirmHoliday. */
    @Bean
    TaskListener holidayChangeConfirmed() {
        return task -> {
            task.setVariable(
                    PublicHolidayProcess.CONFIRMED,
                    answers.of(task, ConfirmationAnswer.class).confirmed());
            task.setVariable(PublicHolidayProcess.CONFIRMED_BY, task.getAssignee());
        };
    }

    /** ServiceTask_ApplyHoliday: the calendar and everything that is counted by it, in one transaction. */
    @Bean
    JavaDelegate applyHolidayChange() {
        return execution -> {
            var change = changeIn(
                    json, execution.getVariable(PublicHolidayProcess.CHANGE).toString());
            var by = (String) execution.getVariable(PublicHolidayProcess.CONFIRMED_BY);
            var before = holidays.from(change.from());
            refusing(() -> holidays.enter(change, by));
            audit.record(new AuditAct(
                    by,
                    "PUBLIC_HOLIDAY_CHANGED",
                    "HolidayChange",
                    change.from().toString(),
                    Map.of("holidays", before),
                    Map.of("holidays", holidays.from(change.from()), "change", change)));
            openDeadlines.orderedStream().forEach(module -> module.moveToCalendar("Theo " + change.source(), by));
        };
    }

    static HolidayChange changeIn(ObjectMapper json, String text) {
        try {
            return json.readValue(text, HolidayChange.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Unreadable holiday change", impossible);
        }
    }

    private static void refusing(Runnable act) {
        try {
            act.run();
        } catch (CalendarRefused refused) {
            throw FormRefused.at("begins", refused.getMessage());
        }
    }
}
