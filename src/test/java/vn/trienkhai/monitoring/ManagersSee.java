package vn.trienkhai.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.monitoring.EvidenceFigures.Cut;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;

/** What somebody sees on the managers' pages, line by line as a test writes it; for tests of all modules. */
public class ManagersSee {

    private final ApplicationContext program;
    private final String userId;
    private final Wanted wanted;

    public ManagersSee(ApplicationContext program, String userId, String plan, String from, String to, String asOf) {
        this.program = program;
        this.userId = userId;
        this.wanted = new Wanted(plan, from, to, null, null, null, asOf);
    }

    private View view() {
        return program.getBean(Sights.class).view(wanted, userId);
    }

    /** "unit on time/late/pending", as reports count them, of units with any. */
    public List<String> punctuality() {
        return program.getBean(PlanOverview.class).overview(view()).units().stream()
                .filter(unit -> unit.counts().total() > unit.counts().noDeadline())
                .map(unit -> "%s %d/%d/%d"
                        .formatted(
                                unit.unit().code(),
                                unit.counts().onTime(),
                                unit.counts().late() + unit.counts().overdue(),
                                unit.counts().dueSoon() + unit.counts().onTrack()))
                .toList();
    }

    /** "item MEASURE amount" of one dimension, as reports keep them. */
    public List<String> figures(String dimension) {
        var key = Dimension.valueOf(dimension);
        return program.getBean(EvidenceFigures.class).figures(view(), EnumSet.of(key), Cut.NONE).lines().stream()
                .flatMap(line -> line.amounts().get(0).measures().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(counted -> "%s %s %d"
                                .formatted(
                                        switch (key) {
                                            case UNIT -> line.unit().code();
                                            case CHANNEL -> line.channel().code();
                                            case TOPIC -> line.topic().code();
                                            case DUTY -> line.duty().code();
                                        },
                                        counted.getKey(),
                                        counted.getValue())))
                .toList();
    }

    /** "name status fulfilled/opened". */
    public List<String> programmes() {
        return program.getBean(PlanOverview.class).overview(view()).programmes().stream()
                .map(one -> "%s: %s %d/%d".formatted(one.name(), one.status().name(), one.fulfilled(), one.opened()))
                .toList();
    }

    /** "duty state", each as often as there are such assignments, sorted. */
    public List<String> assignments(String unit) {
        return program
                .getBean(PlanOverview.class)
                .assignments(
                        program.getBean(Sights.class)
                                .view(
                                        new Wanted(
                                                wanted.plan(),
                                                wanted.from(),
                                                wanted.to(),
                                                unit,
                                                null,
                                                null,
                                                wanted.asOf()),
                                        userId),
                        null,
                        null,
                        false,
                        Paging.ALL)
                .assignments()
                .stream()
                .map(line -> line.duty() == null
                        ? "- " + line.deadline().code()
                        : line.duty().code() + " " + line.deadline().code())
                .sorted()
                .toList();
    }

    public int count(DeadlineState state) {
        return (int) program.getBean(PlanOverview.class)
                .assignments(view(), null, state, false, Paging.ALL)
                .total();
    }

    public List<String> idle() {
        return program.getBean(IdleUnits.class).idle(view()).idle().stream()
                .map(unit -> unit.unit().code())
                .sorted()
                .toList();
    }

    /** "unit: subject of decides". */
    public List<String> escalations() {
        return program.getBean(OpenEscalations.class).open(view()).escalations().stream()
                .map(open -> "%s → %s, %d"
                        .formatted(open.unit().code(), open.decides().code(), open.daysLate()))
                .toList();
    }

    /** "unit channel broadcasts/former minutes/former [duties]" of units with any broadcast. */
    public List<String> frequencies() {
        return program.getBean(BroadcastCalendar.class).broadcasts(view()).frequencies().stream()
                .filter(line -> line.broadcasts() + line.formerBroadcasts() > 0)
                .map(line -> "%s %s %d/%d %d/%d %s"
                        .formatted(
                                line.unit().code(),
                                line.channel().code(),
                                line.broadcasts(),
                                line.formerBroadcasts(),
                                line.minutes(),
                                line.formerMinutes(),
                                line.duties()))
                .toList();
    }

    /** "channel planned/done/not done". */
    public List<String> channels() {
        return program.getBean(BroadcastCalendar.class).broadcasts(view()).channels().stream()
                .map(line ->
                        "%s %d/%d/%d".formatted(line.channel().code(), line.planned(), line.done(), line.notDone()))
                .toList();
    }

    /** "day channel unit status". */
    public List<String> calendar() {
        return program.getBean(BroadcastCalendar.class).days(view(), Paging.ALL).days().stream()
                .map(day -> "%s %s %s %s"
                        .formatted(
                                day.from(),
                                day.channel().code(),
                                day.unit().code(),
                                day.status().code()))
                .toList();
    }

    /** "unit day progress met/not met open/recommended". */
    public List<String> inspections() {
        return program.getBean(InspectionOverview.class).inspections(view()).visits().stream()
                .map(visit -> "%s %s %s %d/%d %d/%d"
                        .formatted(
                                visit.unit().code(),
                                visit.day(),
                                visit.progress().code(),
                                visit.met(),
                                visit.notMet(),
                                visit.open(),
                                visit.recommendations()))
                .toList();
    }

    public List<String> recommendations() {
        return program.getBean(InspectionOverview.class).inspections(view()).recommendations().stream()
                .map(open -> "%s %s %s".formatted(open.unit().code(), open.due(), open.wording()))
                .toList();
    }

    /** "name sent/asked missing: units". */
    public List<String> reports() {
        return program.getBean(ReportsDue.class).due(view()).reports().stream()
                .map(due -> "%s %d/%d missing %s"
                        .formatted(
                                due.name(),
                                due.sent(),
                                due.asked(),
                                due.missing().stream()
                                        .map(missing -> missing.unit().code())
                                        .toList()))
                .toList();
    }

    /** "quarter programmes assignments fulfilled evidence reports inspections" of quarters with anything. */
    public List<String> timeline() {
        return program.getBean(PlanTimeline.class).timeline(view()).quarters().stream()
                .filter(quarter -> quarter.programmes()
                                + quarter.assignments()
                                + quarter.evidence()
                                + quarter.reports()
                                + quarter.inspections()
                        > 0)
                .map(quarter -> "%s: %d %d %d %d %d %d"
                        .formatted(
                                quarter.label(),
                                quarter.programmes(),
                                quarter.assignments(),
                                quarter.fulfilled(),
                                quarter.evidence(),
                                quarter.reports(),
                                quarter.inspections()))
                .toList();
    }

    /** Headings and rows of the file of a table. */
    public List<List<String>> file(String table) {
        var made =
                program.getBean(MonitoringTables.class).table(table, view(), new Detail(null, null, null, null, null));
        var rows = new ArrayList<List<String>>();
        rows.add(made.columns().stream().map(column -> column.heading()).toList());
        rows.addAll(made.rows());
        return rows;
    }

    /** Every table that can be saved. */
    public static List<String> tables() {
        return Arrays.asList(
                "programmes",
                "units",
                "duties",
                "assignments",
                "figures",
                "evidence",
                "idle",
                "escalations",
                "channels",
                "frequencies",
                "calendar",
                "inspections",
                "recommendations",
                "reports",
                "timeline");
    }
}
