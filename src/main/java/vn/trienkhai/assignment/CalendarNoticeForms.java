package vn.trienkhai.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.CalendarChange;
import vn.trienkhai.calendar.CalendarDay;
import vn.trienkhai.calendar.CalendarNotice;
import vn.trienkhai.calendar.DayKind;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.calendar.WorkingCalendars;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the forms of calendar-notice.bpmn show: the calendar as it holds, and what would move. */
@Component
class CalendarNoticeForms implements FormFacts {

    /** Years that are offered, from this one on; notices come at most a year ahead. */
    private static final int YEARS_BACK = 1;

    private static final int YEARS_AHEAD = 4;

    private final WorkingCalendar calendar;
    private final WorkingCalendars calendars;
    private final CalendarMoves moves;
    private final ObjectMapper json;
    private final Clock clock;

    CalendarNoticeForms(
            WorkingCalendar calendar, WorkingCalendars calendars, CalendarMoves moves, ObjectMapper json, Clock clock) {
        this.calendar = calendar;
        this.calendars = calendars;
        this.moves = moves;
        this.json = json;
        this.clock = clock;
    }

    /** @param days as the calendar holds them now, notices and law together @param holidays names that the law knows */
    record YearOffered(
            int value, String label, List<DayShown> days, List<NoticeOffered> notices, List<String> holidays) {}

    record NoticeOffered(
            String value, String label, String number, String issuedOn, String title, List<DayShown> days) {}

    record DayShown(String day, String kind, String name, String label) {}

    @Override
    public String processKey() {
        return CalendarNoticeProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        return opened.element() == null
                ? entering()
                : confirming(CalendarNoticeDelegates.changeIn(json, opened.variable(CalendarNoticeProcess.CHANGE)));
    }

    private FormView entering() {
        var thisYear = LocalDate.now(clock).getYear();
        return new FormView(
                Known.of(
                        new Fact(
                                "Căn cứ",
                                "Bộ luật Lao động 2019, Điều 112: ngày nghỉ Tết Âm lịch và Quốc khánh được quyết định hằng năm."),
                        new Fact(
                                "Cách nhập",
                                "Mỗi dịp lễ có trong thông báo: nhập đủ các ngày của dịp ấy. Dịp lễ không nhập vẫn tính theo luật.")),
                Map.of("days", List.of()),
                Map.of(
                        "years",
                        IntStream.rangeClosed(thisYear - YEARS_BACK, thisYear + YEARS_AHEAD)
                                .mapToObj(this::offered)
                                .toList(),
                        "kinds",
                        Stream.of(DayKind.values())
                                .map(kind -> new Choice(kind.name(), kind.label()))
                                .toList()));
    }

    private YearOffered offered(int year) {
        return new YearOffered(
                year,
                calendar.isProvisional(year) ? year + " (dự kiến)" : Integer.toString(year),
                shown(calendar.daysOf(year)),
                calendars.noticesOf(year).stream()
                        .filter(CalendarNotice::holds)
                        .map(notice -> new NoticeOffered(
                                notice.id().toString(),
                                "Sửa: " + notice.label(),
                                notice.number(),
                                VietnamTime.format(notice.issuedOn()),
                                notice.title(),
                                shown(notice.days())))
                        .toList(),
                calendars.holidaysOf(year));
    }

    private FormView confirming(CalendarChange change) {
        var next = calendars.preview(change);
        return new FormView(
                Known.of(
                        new Fact("Thông báo", change.number() == null ? "" : change.number()),
                        new Fact("Trích yếu", change.title()),
                        new Fact("Năm", Integer.toString(change.year()))),
                Map.of(),
                moves.under(next, change.year(), change.year()));
    }

    private static List<DayShown> shown(List<CalendarDay> days) {
        return days.stream()
                .map(day ->
                        new DayShown(VietnamTime.format(day.day()), day.kind().name(), day.name(), day.label()))
                .toList();
    }
}
