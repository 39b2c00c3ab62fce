package vn.trienkhai.assignment;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.notification.PublicAddress;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Plans;

/** Writes deadlines as an iCalendar (RFC 5545): one event on the whole last day of each assignment. */
@Component
class DeadlineCalendar {

    private static final LocalTime ALARM = LocalTime.of(7, 30);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofHours(1);
    private static final int LONGEST_QUOTE = 200;
    private static final int LONGEST_LINE = 75; // octets, without the line break (RFC 5545, 3.1)

    private final Organisation organisation;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final PublicAddress address;
    private final Clock clock;

    DeadlineCalendar(
            Organisation organisation, Plans plans, WorkingCalendar calendar, PublicAddress address, Clock clock) {
        this.organisation = organisation;
        this.plans = plans;
        this.calendar = calendar;
        this.address = address;
        this.clock = clock;
    }

    /** @param name whose deadlines these are @param assignments each with a deadline */
    String of(String name, List<Assignment> assignments) {
        var components = new ArrayList<CalendarComponent>();
        components.add(timeZone());
        var units = organisation.unitsOfAllTimes().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        assignments.forEach(assignment -> components.add(event(assignment, units)));
        var written = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Trien Khai//Thoi han//VI"),
                        ImmutableVersion.VERSION_2_0,
                        new XProperty("X-WR-CALNAME", "Thời hạn – " + onOneLine(name)),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN_AFTER),
                        new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN_AFTER.toString()))),
                new ComponentList<>(components));
        var text = new StringWriter();
        try {
            // Lines are folded below: the library counts characters, and a Vietnamese letter has up to three octets.
            new CalendarOutputter(false, Integer.MAX_VALUE).output(written, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(text.toString());
    }

    /** No event needs it, for they are whole days; but a calendar without any component is none (RFC 5545, 3.6). */
    private static VTimeZone timeZone() {
        var offset = ZoneOffset.ofHours(7);
        var since = new Standard(new PropertyList(List.of(
                new DtStart<>(LocalDateTime.of(1975, 6, 13, 0, 0)),
                new TzOffsetFrom(offset),
                new TzOffsetTo(offset),
                new TzName("+07"))));
        return new VTimeZone(
                new PropertyList(List.of(new TzId(VietnamTime.ZONE.getId()))), new ComponentList<>(List.of(since)));
    }

    private VEvent event(Assignment assignment, Map<String, String> units) {
        var due = assignment.due().orElseThrow();
        var summary = labelOf(assignment) + ": " + onOneLine(assignment.subject());
        return new VEvent(
                new PropertyList(List.of(
                        new Uid(assignment.id() + "@trienkhai"),
                        new DtStamp(clock.instant()),
                        new DtStart<>(due),
                        new DtEnd<>(due.plusDays(1)),
                        new Sequence(assignment.version()),
                        new Summary(summary),
                        new Description(descriptionOf(assignment, units)),
                        new Url(URI.create(linkTo(assignment))),
                        new Categories("Triển Khai"),
                        ImmutableTransp.TRANSPARENT)),
                new ComponentList<>(List.of(alarm(due, summary))));
    }

    private String labelOf(Assignment assignment) {
        if (!assignment.isBinding()) {
            return "Đề nghị";
        }
        return assignment.isLateAt(clock.instant()) ? "Quá hạn" : "Hạn";
    }

    /** With the link once more, because some calendars do not show an event's address. */
    private String descriptionOf(Assignment assignment, Map<String, String> units) {
        var lines = new ArrayList<String>();
        lines.add("Nơi giao: " + onOneLine(units.get(assignment.assigner())));
        lines.add("Tiến trình: " + assignment.progress().label());
        assignment.dutyCode().ifPresent(code -> {
            var plan = plans.definition(assignment.planId());
            var duty = plan.duty(code);
            lines.add("%s: “%s”".formatted(AssignmentFacts.clauseOf(plan, duty.clause()), shortened(duty.quote())));
        });
        lines.add(linkTo(assignment));
        return String.join("\n", lines);
    }

    private String linkTo(Assignment assignment) {
        return address.ofWork(assignment.id().toString());
    }

    private static String shortened(String quote) {
        var text = onOneLine(quote);
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, text.lastIndexOf(' ', LONGEST_QUOTE)) + " …";
    }

    /** On the working day before, counted back from the beginning of the last day, as calendars know whole days. */
    private VAlarm alarm(LocalDate due, String summary) {
        var before = calendar.plusWorkingDays(due, -1).atTime(ALARM);
        return new VAlarm(new PropertyList(List.of(
                new Action(Action.VALUE_DISPLAY),
                new Trigger(Duration.between(due.atStartOfDay(), before)),
                new Description(summary))));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** Breaks lines longer than 75 octets, never within a letter. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 20);
        var octets = 0;
        for (var at = 0; at < text.length(); ) {
            var letter = Character.toString(text.codePointAt(at));
            at += letter.length();
            if (letter.equals("\r") || letter.equals("\n")) {
                octets = 0;
            } else {
                var size = letter.getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += size;
            }
            folded.append(letter);
        }
        return folded.toString();
    }
}
