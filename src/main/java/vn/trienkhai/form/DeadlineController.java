package vn.trienkhai.form;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;

/** Says what a deadline comes to while somebody types it. */
@RestController
@RequestMapping("/api/deadlines")
class DeadlineController {

    private final WorkingCalendar calendar;
    private final Clock clock;

    DeadlineController(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A deadline in words, computed and explained.
     *
     * @param text as {@link DeadlineTerm#parse} reads it
     * @param from dd/MM/yyyy, the day of the event; today if not given
     */
    @GetMapping
    Explained explain(@RequestParam String text, @RequestParam(defaultValue = "") String from) {
        try {
            var event = from.isBlank() ? VietnamTime.dateOf(clock.instant()) : VietnamTime.parse(from);
            var deadline = calendar.deadlineOf(DeadlineTerm.parse(text, event));
            return new Explained(
                    VietnamTime.format(deadline.lastDay()), deadline.explanation(), deadline.provisional());
        } catch (CalendarRefused refused) {
            throw FormRefused.because(refused.getMessage());
        }
    }

    /** @param lastDay dd/MM/yyyy */
    record Explained(String lastDay, String explanation, boolean provisional) {}
}
