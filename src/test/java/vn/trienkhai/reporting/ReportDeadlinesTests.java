package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.assignment.OpenDeadlines.Move;
import vn.trienkhai.calendar.CalendarChange;
import vn.trienkhai.calendar.CalendarDay;
import vn.trienkhai.calendar.DayKind;
import vn.trienkhai.calendar.WorkingCalendars;

/** Monday 20/09/2021, on which the units' reports are due, is swapped for Saturday 18/09/2021. */
class ReportDeadlinesTests extends ReportScenario {

    private static final CalendarChange SWAP = new CalendarChange(
            2021,
            "01/TB-TEST",
            null,
            "hoán đổi ngày làm việc",
            List.of(
                    new CalendarDay(LocalDate.of(2021, 9, 18), DayKind.MAKE_UP, "thử"),
                    new CalendarDay(LocalDate.of(2021, 9, 20), DayKind.SWAPPED, "thử")));

    @Autowired
    ReportDeadlines deadlines;

    @Autowired
    WorkingCalendars calendars;

    private UUID entered;

    @AfterEach
    void withdraw() {
        if (entered != null) {
            calendars.enter(new CalendarChange(2021, null, null, "rút lại", List.of(), entered), "admin");
            deadlines.moveToCalendar("rút lại", "admin");
        }
    }

    @Test
    void movesTheCollectionAndItsTimerWithTheCalendar() {
        var request = request("phong-kinh-te");

        assertThat(deadlines.movesUnder(calendars.preview(SWAP)))
                .filteredOn(move -> move.subject().equals(reports.get(request).name()))
                .extracting(Move::what, Move::before, Move::after)
                .contains(tuple("chờ báo cáo của các đơn vị", "20/09/2021", "21/09/2021"));
        entered = calendars.enter(SWAP, "admin");
        deadlines.moveToCalendar("Theo thông báo 01/TB-TEST", "admin");

        assertThat(reports.get(request).waitingUntil()).isEqualTo(LocalDate.of(2021, 9, 21));
        assertThat(reports.get(request).wholeDue()).isEqualTo(LocalDate.of(2021, 9, 27));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("CatchEvent_UnitsDeadlinePassed")
                        .processInstanceId(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(request.toString(), "report-on-request")
                                .singleResult()
                                .getId())
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(Instant.parse("2021-09-21T16:59:59Z")));
    }
}
