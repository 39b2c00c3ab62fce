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
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
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
import vn.trienkhai.plan.Plans;

/** Writes deadlines as an iCalendar (RFC 5545): one event on the whole last day of each assignment. */
@Component
class DeadlineCalendar {

    private static final LocalTime ALARM = LocalTime.of(7, 30);
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
        assignments.forEach(assignment -> components.add(event(assignment)));
        var written = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Trien Khai//Thoi han//VI"),
                        ImmutableVersion.VERSION_2_0,
                        new XProperty("X-WR-CALNAME", "Thời hạn – " + onOneLine(name)),
                        new XProperty("X-PUBLISHED-TTL", "PT1H"))),
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

    private VEvent event(Assignment assignment) {
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
                        new Description(descriptionOf(assignment)),
                        new Url(URI.create(address.ofWork(assignment.id().toString()))),
                        ImmutableTransp.TRANSPARENT)),
                new ComponentList<>(List.of(alarm(due, summary))));
    }

    private String labelOf(Assignment assignment) {
        if (!assignment.isBinding()) {
            return "Đề nghị";
        }
        return assignment.isLateAt(clock.instant()) ? "Quá hạn" : "Hạn";
    }

    private String descriptionOf(Assignment assignment) {
        var lines = new ArrayList<String>();
        lines.add("Nơi giao: "
                + onOneLine(organisation.unit(assignment.assigner()).name()));
        lines.add("Tiến trình: " + assignment.progress().label());
        assignment.dutyCode().ifPresent(code -> {
            var plan = plans.definition(assignment.planId());
            lines.add(AssignmentFacts.clauseOf(plan, plan.duty(code).clause()));
        });
        return String.join("\n", lines);
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
