package vn.trienkhai.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.HolidayChange;
import vn.trienkhai.calendar.PublicHoliday;
import vn.trienkhai.calendar.PublicHolidays;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the forms of public-holiday.bpmn show: the holidays of the law, and what would move. */
@Component
class PublicHolidayForms implements FormFacts {

    /** Years that the preview compares, from the first that the change touches. */
    private static final int YEARS_SHOWN = 3;

    private final PublicHolidays holidays;
    private final CalendarMoves moves;
    private final ObjectMapper json;
    private final Clock clock;

    PublicHolidayForms(PublicHolidays holidays, CalendarMoves moves, ObjectMapper json, Clock clock) {
        this.holidays = holidays;
        this.moves = moves;
        this.json = json;
        this.clock = clock;
    }

    record HolidayShown(String name, String rule, String valid, String source) {}

    @Override
    public String processKey() {
        return PublicHolidayProcess.KEY;
    }

    @Override
    public FormView of(FormOpened opened) {
        return opened.element() == null
                ? entering()
                : confirming(PublicHolidayDelegates.changeIn(json, opened.variable(PublicHolidayProcess.CHANGE)));
    }

    private FormView entering() {
        var known = holidays.from(LocalDate.now(clock));
        return new FormView(
                Known.of(
                        new Fact(
                                "Cách nhập",
                                "Chỉ dùng khi luật đổi ngày lễ hằng năm. Lịch nghỉ cụ thể của từng năm nhập ở “Thông báo lịch nghỉ”.")),
                Map.of("begins", Map.of("lunar", false, "length", 1, "compensated", true)),
                Map.of(
                        "holidays",
                        known.stream().map(PublicHolidayForms::shown).toList(),
                        "endable",
                        known.stream()
                                .filter(holiday -> holiday.validTo() == null)
                                .map(holiday ->
                                        new Choice(holiday.id(), "%s (%s)".formatted(holiday.name(), holiday.rule())))
                                .toList()));
    }

    private static HolidayShown shown(PublicHoliday holiday) {
        var valid = "từ " + VietnamTime.format(holiday.validFrom());
        return new HolidayShown(
                holiday.name(),
                holiday.rule(),
                holiday.validTo() == null ? valid : valid + " đến " + VietnamTime.format(holiday.validTo()),
                holiday.source());
    }

    private FormView confirming(HolidayChange change) {
        var next = holidays.preview(change);
        var facts = new ArrayList<Fact>();
        nameOf(change.ends()).ifPresent(name -> facts.add(new Fact("Kết thúc", name)));
        if (change.begins() != null) {
            var given = change.begins();
            facts.add(new Fact(
                    "Bắt đầu",
                    "%s: %d/%d%s, %d ngày"
                            .formatted(
                                    given.name(),
                                    given.day(),
                                    given.month(),
                                    given.lunar() ? " Âm lịch" : "",
                                    given.length())));
        }
        facts.add(new Fact("Áp dụng từ", VietnamTime.format(change.from())));
        facts.add(new Fact("Căn cứ", change.source()));
        var year = change.from().getYear();
        return new FormView(
                Known.of(facts.toArray(Fact[]::new)), Map.of(), moves.under(next, year, year + YEARS_SHOWN - 1));
    }

    private Optional<String> nameOf(String id) {
        return holidays.from(LocalDate.MIN).stream()
                .filter(holiday -> holiday.id().equals(id))
                .map(PublicHoliday::name)
                .findFirst();
    }
}
