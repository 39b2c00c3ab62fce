package vn.trienkhai.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentText.Annex;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** What the programme and the proposal to approve it both say about a round of work. */
@Component
class ProgrammeText {

    private final Organisation organisation;

    ProgrammeText(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Lines that ask the same by the same day; their units stand together. */
    private record Task(String dutyCode, LocalDate due, String instruction) {}

    /** For example "Quý III/2021 thực hiện Kế hoạch số 269/KH-UBND"; a campaign has a name of its own. */
    static String titleOf(PlanDefinition plan, WorkProgramme programme) {
        var label = programme.label();
        return programme.period().kind() == ProgrammeKind.CAMPAIGN
                ? label
                : "%s%s thực hiện %s"
                        .formatted(
                                Character.toUpperCase(label.charAt(0)),
                                label.substring(1),
                                PlanCitation.numberOf(plan));
    }

    /** For example "Chương trình quý III/2021" or "Chương trình “Đợt cao điểm tháng 8”". */
    static String nameOf(WorkProgramme programme) {
        var name = programme.name();
        return name.startsWith("Chương trình") ? name : "Chương trình “%s”".formatted(name);
    }

    /** Numbered lines: when, on what it concentrates, what the lead agency adds. */
    List<String> frameOf(PlanDefinition plan, WorkProgramme programme) {
        var lines = new ArrayList<String>();
        lines.add("Thời gian: từ %s đến hết %s"
                .formatted(
                        VietnamTime.inWords(programme.period().from()),
                        VietnamTime.inWords(programme.period().to())));
        programme
                .topic()
                .map(plan::topic)
                .ifPresent(topic -> lines.add(
                        "Nội dung trọng tâm: %s (mục %s của Kế hoạch)".formatted(topic.name(), topic.clause())));
        programme.note().filter(note -> !note.isBlank()).ifPresent(note -> lines.add("Lưu ý: " + note.strip()));
        var numbered = new ArrayList<String>();
        lines.forEach(line -> numbered.add("%d. %s.".formatted(numbered.size() + 1, withoutStop(line))));
        return numbered;
    }

    private static String withoutStop(String line) {
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** For example "14 việc thuộc 4 nhiệm vụ của Kế hoạch cho 13 cơ quan, đơn vị". */
    static String scopeOf(WorkProgramme programme) {
        var items = programme.includedItems();
        return "%d việc thuộc %d nhiệm vụ của Kế hoạch cho %d cơ quan, đơn vị"
                .formatted(
                        items.size(),
                        items.stream().map(ProgrammeItem::dutyCode).distinct().count(),
                        items.stream().map(ProgrammeItem::unit).distinct().count());
    }

    /** One line for each duty: how many units, by when. */
    static Table summaryOf(PlanDefinition plan, WorkProgramme programme) {
        var rows = new ArrayList<List<String>>();
        programme.includedItems().stream()
                .collect(Collectors.groupingBy(ProgrammeItem::dutyCode, LinkedHashMap::new, Collectors.toList()))
                .forEach((code, items) -> rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        plan.duty(code).name(),
                        plan.duty(code).clause(),
                        Integer.toString(items.size()),
                        items.stream()
                                .map(ProgrammeItem::due)
                                .distinct()
                                .sorted()
                                .map(VietnamTime::format)
                                .collect(Collectors.joining("; ")))));
        return new Table(
                null,
                List.of(
                        new Column("TT", true, 1),
                        new Column("Nhiệm vụ", false, 6),
                        new Column("Mục của Kế hoạch", false, 2),
                        new Column("Số đơn vị", true, 2),
                        new Column("Hạn", false, 3)),
                rows,
                false);
    }

    /** Every included line: what, who, how, by when, by which clause. */
    Annex annexOf(PlanDefinition plan, WorkProgramme programme) {
        var rows = new ArrayList<List<String>>();
        programme.includedItems().stream()
                .collect(Collectors.groupingBy(
                        item -> new Task(item.dutyCode(), item.due(), item.instruction()),
                        LinkedHashMap::new,
                        Collectors.mapping(item -> nameOf(item.unit()), Collectors.joining(";\n"))))
                .forEach((task, units) -> rows.add(row(plan, rows.size() + 1, task, units)));
        return new Annex(
                "Danh mục nhiệm vụ " + programme.label(),
                List.of(new Table(
                        null,
                        List.of(
                                new Column("TT", true, 2),
                                new Column("Nhiệm vụ", false, 9),
                                new Column("Đơn vị thực hiện", false, 10),
                                new Column("Nội dung, yêu cầu", false, 10),
                                new Column("Kênh", false, 8),
                                new Column("Hạn", false, 5),
                                new Column("Mục của Kế hoạch", false, 4)),
                        rows,
                        false)),
                true);
    }

    private static List<String> row(PlanDefinition plan, int number, Task task, String units) {
        var duty = plan.duty(task.dutyCode());
        return List.of(
                Integer.toString(number),
                duty.name(),
                units,
                Optional.ofNullable(task.instruction())
                        .filter(text -> !text.equals(duty.name()))
                        .orElse(""),
                channelsOf(plan, duty),
                VietnamTime.format(task.due()),
                duty.clause());
    }

    /** What the plan names; where it names none, the unit that disseminates chooses. */
    private static String channelsOf(PlanDefinition plan, Duty duty) {
        if (duty.kind() == DutyKind.DISSEMINATION && duty.channels().isEmpty()) {
            return "Đơn vị chọn";
        }
        return duty.channels().stream().map(code -> plan.channel(code).name()).collect(Collectors.joining("; "));
    }

    private String nameOf(String id) {
        Unit unit = organisation.unit(id);
        return unit.canBeAssigned() ? unit.name() : unit.name() + " (đề nghị phối hợp)";
    }
}
