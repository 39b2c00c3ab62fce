package vn.trienkhai.assignment;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.notification.ProgramAddress;
import vn.trienkhai.organisation.Organisation;

/**
 * Deadlines as an iCalendar object (RFC 5545): one all-day event on the last day on time, under a lasting identity and with a
 * rising sequence, so that a deadline that moves also moves in people's calendars.
 */
@Component
class DeadlineCalendar {

    /** Characters to a line: a Vietnamese letter takes up to three of the 75 octets that RFC 5545 allows. */
    private static final int LINE = 24;

    private final WorkingCalendar calendar;
    private final Organisation organisation;
    private final ProgramAddress program;
    private final Clock clock;

    DeadlineCalendar(WorkingCalendar calendar, Organisation organisation, ProgramAddress program, Clock clock) {
        this.calendar = calendar;
        this.organisation = organisation;
        this.program = program;
        this.clock = clock;
    }

    /** @param deadlines each with a last day */
    String of(String name, List<Assignment> deadlines) {
        var object = new Calendar();
        object.add(new ProdId("-//Triển Khai//Thời hạn//VI"));
        object.add(new Version(new ParameterList(), Version.VALUE_2_0));
        object.add(new XProperty("X-WR-CALNAME", "Thời hạn – " + name));
        object.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        deadlines.forEach(assignment -> object.add(eventOf(assignment)));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, LINE).output(object, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private VEvent eventOf(Assignment assignment) {
        var due = assignment.due().orElseThrow();
        var event = new VEvent(due, due.plusDays(1), summaryOf(assignment));
        var more = new ArrayList<Property>();
        more.add(new Uid(assignment.id() + "@trienkhai"));
        more.add(new Sequence(assignment.version()));
        more.add(new LastModified(clock.instant()));
        more.add(new Description("Nơi giao: %s\nTiến trình: %s%s"
                .formatted(
                        organisation.unit(assignment.assigner()).name(),
                        assignment.progress().label(),
                        assignment
                                .instruction()
                                .map(text -> "\nYêu cầu: " + text)
                                .orElse(""))));
        more.add(new Url(URI.create(program.of("/viec/" + assignment.id()))));
        more.add(new Categories("Triển Khai"));
        more.forEach(event::add);
        var alarm = new VAlarm(calendar.openingOf(calendar.plusWorkingDays(due, -1)));
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description(summaryOf(assignment)));
        event.add(alarm);
        return event;
    }

    private String summaryOf(Assignment assignment) {
        if (!assignment.isBinding()) {
            return "Đề nghị: " + assignment.subject();
        }
        return (assignment.isLateAt(clock.instant()) ? "Quá hạn: " : "Hạn: ") + assignment.subject();
    }
}
