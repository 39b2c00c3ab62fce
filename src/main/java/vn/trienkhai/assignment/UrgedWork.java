package vn.trienkhai.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.Standing;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.PlanDefinition;

/**
 * What letters that urge have in common: who makes them, whom they reach, and how they list open work: by unit in the order of the organisation chart, the oldest deadline first. Only work
 * with which the unit has the next step: what waits for a review or for an answer, or is on hold, is not urged.
 */
@Component
public class UrgedWork {

    /** Longer lists stand in an annex. */
    private static final int LONGEST_LIST_IN_TEXT = 10;

    private final Organisation organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    UrgedWork(Organisation organisation, WorkingCalendar calendar, Clock clock) {
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param task what is owed, with the plan's clause
     * @param state "quá hạn 3 ngày làm việc", "còn 2 ngày làm việc"; empty for who can only be asked
     */
    public record Line(Assignment work, Unit unit, String task, LocalDate due, boolean overdue, String state) {}

    /** Binding work that is overdue or due soon. */
    public List<Line> pressing(PlanDefinition plan, Collection<Assignment> open) {
        return owed(plan, open).stream().filter(this::isPressing).toList();
    }

    /** All binding work with a deadline. */
    public List<Line> owed(PlanDefinition plan, Collection<Assignment> open) {
        return linesOf(plan, open.stream().filter(work -> work.isBinding()).toList());
    }

    /** What mass organisations were asked by a day that has come or comes soon; they are never late. */
    public List<Line> asked(PlanDefinition plan, Collection<Assignment> open) {
        var pressing = open.stream()
                .filter(work -> !work.isBinding())
                .filter(work -> work.due().filter(this::isSoon).isPresent())
                .toList();
        return linesOf(plan, pressing);
    }

    /** Names of the units of these lines, each once, in their order. */
    public List<String> unitsOf(Collection<Line> lines) {
        return lines.stream().map(line -> line.unit().name()).distinct().toList();
    }

    /** The lead agency, the office or the issuer itself, whichever the person is of; empty if of none. */
    public Optional<String> drafterOf(PlanDefinition plan, String userId) {
        var offices = organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .map(Unit::id);
        return Stream.of(Stream.of(plan.leadAgency()), offices, Stream.of(plan.issuer()))
                .flatMap(units -> units)
                .filter(unit -> organisation.belongsTo(userId, unit))
                .findFirst();
    }

    /** Whether so many lines stand in an annex rather than in the text. */
    public boolean needsAnnex(List<Line> lines) {
        return lines.size() > LONGEST_LIST_IN_TEXT;
    }

    /** Units one by one, or together as those of the annex; who can only be asked is always named. */
    public List<String> addresseesOf(List<Line> lines, List<Line> asked) {
        var owing = needsAnnex(lines) ? List.of("Các cơ quan, đơn vị có tên trong Phụ lục kèm theo") : unitsOf(lines);
        return Stream.concat(owing.stream(), unitsOf(asked).stream()).toList();
    }

    /** The leaders as the plan itself names them among its recipients, and who leads the execution. */
    public List<String> recipientsOf(PlanDefinition plan) {
        return Stream.of(
                        List.of("Như trên"),
                        plan.recipientsIn(plan.issuer()),
                        List.of(organisation.unit(plan.leadAgency()).name()))
                .flatMap(List::stream)
                .toList();
    }

    /** For example "08 giờ 00 phút, ngày 28 tháng 9 năm 2021". */
    public String nowInWords() {
        return VietnamTime.inWords(clock.instant());
    }

    /** With deadline and state. */
    public Table table(List<Line> lines) {
        return tableOf(
                lines,
                List.of(
                        new Column("TT", true, 2),
                        new Column("Đơn vị", false, 8),
                        new Column("Nhiệm vụ", false, 11),
                        new Column("Hạn", false, 5),
                        new Column("Tình trạng", false, 6)));
    }

    /** Without a state, for who can only be asked. */
    public Table tableOfAsked(List<Line> lines) {
        return tableOf(
                lines,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Tổ chức", false, 4),
                        new Column("Nội dung đề nghị phối hợp", false, 6),
                        new Column("Thời gian đề nghị", false, 3)));
    }

    private static Table tableOf(List<Line> lines, List<Column> columns) {
        var rows = new ArrayList<List<String>>();
        for (var line : lines) {
            var cells = List.of(
                    Integer.toString(rows.size() + 1),
                    line.unit().name(),
                    line.task(),
                    VietnamTime.format(line.due()),
                    line.state());
            rows.add(cells.subList(0, columns.size()));
        }
        return new Table(null, columns, rows, false);
    }

    private List<Line> linesOf(PlanDefinition plan, Collection<Assignment> open) {
        var units = organisation.units();
        var order = units.stream().map(Unit::id).toList();
        return open.stream()
                .filter(work -> work.due().isPresent() && work.progress().isWithTheUnit())
                .sorted(Comparator.comparingInt((Assignment work) -> order.indexOf(work.unit()))
                        .thenComparing(work -> work.due().orElseThrow())
                        .thenComparing(Assignment::subject))
                .map(work -> line(plan, work, units.get(order.indexOf(work.unit()))))
                .toList();
    }

    private Line line(PlanDefinition plan, Assignment work, Unit unit) {
        var due = work.due().orElseThrow();
        var overdue = work.isLateAt(clock.instant());
        return new Line(
                work, unit, taskOf(plan, work, unit), due, overdue, work.isBinding() ? stateOf(due, overdue) : "");
    }

    private String stateOf(LocalDate due, boolean overdue) {
        var left = daysLeft(due);
        if (overdue) {
            return left < 0 ? "quá hạn %d ngày làm việc".formatted(-left) : "quá hạn dưới 1 ngày làm việc";
        }
        return left == 0 ? "hôm nay là hạn cuối" : "còn %d ngày làm việc".formatted(left);
    }

    /** The duty's name, what its subject says besides duty and unit, and the clause. */
    private static String taskOf(PlanDefinition plan, Assignment work, Unit unit) {
        var subject = work.subject();
        var end = " – " + unit.shortName();
        if (work.dutyCode().isEmpty()) {
            return subject.endsWith(end) ? subject.substring(0, subject.length() - end.length()) : subject;
        }
        var duty = plan.duty(work.dutyCode().orElseThrow());
        var rest = List.of(subject.split(" – ")).stream()
                .filter(part -> !part.equals(duty.code()) && !part.equals(unit.shortName()))
                .toList();
        return "%s%s (mục %s)"
                .formatted(duty.name(), rest.isEmpty() ? "" : " – " + String.join(" – ", rest), duty.clause());
    }

    private boolean isPressing(Line line) {
        return line.overdue() || line.work().deadlineStateAt(clock.instant(), calendar) == DeadlineState.DUE_SOON;
    }

    private boolean isSoon(LocalDate due) {
        return daysLeft(due) <= Standing.SOON;
    }

    private int daysLeft(LocalDate due) {
        return calendar.workingDaysBetween(LocalDate.now(clock), due);
    }
}
