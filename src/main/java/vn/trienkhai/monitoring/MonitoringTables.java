package vn.trienkhai.monitoring;

import static vn.trienkhai.document.TableColumn.number;
import static vn.trienkhai.document.TableColumn.tableOf;
import static vn.trienkhai.document.TableColumn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentText.Table;
import vn.trienkhai.document.TableColumn;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;
import vn.trienkhai.monitoring.EvidenceFigures.Figures;
import vn.trienkhai.monitoring.EvidenceFigures.Line;
import vn.trienkhai.plan.Measure;

/** Everything that the pages show, as tables that can be saved: the same figures in the same order. */
@Component
class MonitoringTables {

    /** Lines that a file has at most: what a spreadsheet of an office still opens at once. */
    static final int MOST_LINES = 20_000;

    private static final String TOTAL = "Cộng";

    private final PlanOverview overview;
    private final EvidenceFigures evidence;
    private final IdleUnits idle;
    private final OpenEscalations escalations;
    private final BroadcastCalendar broadcasts;
    private final InspectionOverview inspections;
    private final ReportsDue reports;
    private final PlanTimeline timeline;

    MonitoringTables(
            PlanOverview overview,
            EvidenceFigures evidence,
            IdleUnits idle,
            OpenEscalations escalations,
            BroadcastCalendar broadcasts,
            InspectionOverview inspections,
            ReportsDue reports,
            PlanTimeline timeline) {
        this.overview = overview;
        this.evidence = evidence;
        this.idle = idle;
        this.escalations = escalations;
        this.broadcasts = broadcasts;
        this.inspections = inspections;
        this.reports = reports;
        this.timeline = timeline;
    }

    /** @throws NotKnown if no table has this name @throws FormRefused if it has too many lines for a file */
    Table table(String name, View view, Detail detail) {
        return switch (name) {
            case "programmes" -> programmes(view);
            case "units" -> units(view);
            case "duties" -> duties(view);
            case "assignments" -> assignments(view, detail);
            case "figures" -> figures(view, detail);
            case "evidence" -> evidence(view, detail);
            case "idle" -> idle(view);
            case "escalations" -> escalations(view);
            case "channels" -> channels(view);
            case "frequencies" -> frequencies(view);
            case "calendar" -> calendar(view);
            case "inspections" -> inspections(view);
            case "recommendations" -> recommendations(view);
            case "reports" -> reports(view);
            case "timeline" -> timeline(view);
            default -> throw new NotKnown("Không có bảng “%s”.".formatted(name));
        };
    }

    private Table programmes(View view) {
        return tableOf(
                title("Tiến độ chương trình", view),
                overview.overview(view).programmes(),
                List.of(
                        text("Chương trình", line -> line.name()),
                        text("Từ ngày", line -> line.from()),
                        text("Đến ngày", line -> line.to()),
                        text("Trạng thái", line -> line.status().name()),
                        number("Việc đã giao", line -> line.opened()),
                        number("Việc hoàn thành", line -> line.fulfilled())));
    }

    private Table units(View view) {
        var shown = overview.overview(view);
        var lines = new ArrayList<>(shown.units());
        lines.add(new PlanOverview.OfUnit(new Named("", TOTAL), shown.totals()));
        var cells = new ArrayList<TableColumn<PlanOverview.OfUnit>>();
        cells.add(text("Đơn vị", line -> line.unit().name()));
        cells.addAll(counts(PlanOverview.OfUnit::counts));
        return totalled(tableOf(title("Tình hình theo đơn vị", view), lines, cells));
    }

    private Table duties(View view) {
        record Pair(Named unit, PlanOverview.Cell cell) {}
        var pairs = overview.duties(view).rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.owes() || !cell.counts().equals(Counts.NONE))
                        .map(cell -> new Pair(row.unit(), cell)))
                .toList();
        var cells = new ArrayList<TableColumn<Pair>>();
        cells.add(text("Đơn vị", pair -> pair.unit().name()));
        cells.add(text("Mã nhiệm vụ", pair -> pair.cell().duty().code()));
        cells.add(text("Nhiệm vụ", pair -> pair.cell().duty().name()));
        cells.addAll(counts(pair -> pair.cell().counts()));
        return tableOf(title("Đơn vị và nhiệm vụ", view), pairs, cells);
    }

    private static <T> List<TableColumn<T>> counts(Function<T, Counts> of) {
        return List.of(
                number("Đúng hạn", line -> of.apply(line).onTime()),
                number("Xong sau hạn", line -> of.apply(line).late()),
                number("Quá hạn", line -> of.apply(line).overdue()),
                number("Sắp đến hạn", line -> of.apply(line).dueSoon()),
                number("Trong hạn", line -> of.apply(line).onTrack()),
                number("Không hạn", line -> of.apply(line).noDeadline()),
                number("Đề nghị phối hợp", line -> of.apply(line).asked()));
    }

    private Table assignments(View view, Detail detail) {
        var found =
                overview.assignments(view, detail.duty(), detail.state(), detail.asked(), new Paging(0, MOST_LINES));
        requireWhole(found.total());
        return tableOf(
                title("Việc được giao", view),
                found.assignments(),
                List.of(
                        text("Việc", line -> line.subject()),
                        text("Đơn vị", line -> line.unit().name()),
                        text(
                                "Nhiệm vụ",
                                line -> line.duty() == null ? "" : line.duty().code()),
                        text("Nơi giao", line -> line.assigner().name()),
                        text("Hạn cuối", line -> line.due()),
                        text("Tình trạng hạn", line -> line.deadline().name()),
                        text("Trạng thái", line -> line.progress().name()),
                        text("Ngày giao", line -> VietnamTime.format(line.openedAt())),
                        text("Trình kết quả", line -> VietnamTime.format(line.submittedAt())),
                        text("Kết thúc", line -> VietnamTime.format(line.closedAt()))));
    }

    /** One line for each group and column of time, one column for each measure that occurs. */
    private Table figures(View view, Detail detail) {
        record Slot(Line line, String column, EvidenceFigures.Amount amount) {}
        var figures = evidence.figures(view, detail.rows(), detail.by());
        var slots = figures.lines().stream()
                .flatMap(line -> IntStream.range(0, figures.columns().size())
                        .mapToObj(i -> new Slot(
                                line,
                                figures.columns().get(i).label(),
                                line.amounts().get(i)))
                        .filter(slot -> slot.amount().entries() > 0))
                .toList();
        requireWhole(slots.size());
        var cells = new ArrayList<TableColumn<Slot>>();
        addKey(cells, detail, Dimension.UNIT, "Đơn vị", slot -> slot.line().unit());
        addKey(cells, detail, Dimension.CHANNEL, "Kênh", slot -> slot.line().channel());
        addKey(cells, detail, Dimension.TOPIC, "Nội dung", slot -> slot.line().topic());
        addKey(cells, detail, Dimension.DUTY, "Nhiệm vụ", slot -> slot.line().duty());
        cells.add(text("Thời gian", slot -> slot.column()));
        cells.add(number("Số minh chứng", slot -> slot.amount().entries()));
        measuresOf(figures)
                .forEach(measure ->
                        cells.add(number(measure.label(), slot -> slot.amount().of(measure))));
        return tableOf(title("Kết quả từ minh chứng", view), slots, cells);
    }

    private static <T> void addKey(
            List<TableColumn<T>> cells, Detail detail, Dimension dimension, String heading, Function<T, Named> of) {
        if (detail.rows().contains(dimension)) {
            cells.add(text(heading, line -> of.apply(line).name()));
        }
    }

    private static List<Measure> measuresOf(Figures figures) {
        return figures.measures().stream()
                .map(measure -> Measure.valueOf(measure.code()))
                .toList();
    }

    private Table evidence(View view, Detail detail) {
        var found = evidence.evidence(view, detail.duty(), new Paging(0, MOST_LINES));
        requireWhole(found.total());
        return tableOf(
                title("Minh chứng", view),
                found.evidence(),
                List.of(
                        text("Từ ngày", line -> line.happenedFrom()),
                        text("Đến ngày", line -> line.happenedTo()),
                        text("Đơn vị", line -> line.unit().name()),
                        text("Nhiệm vụ", line -> line.duty().code()),
                        text("Kênh", line -> line.channel().name()),
                        text("Nội dung", line -> line.topic().name()),
                        text("Bài, tài liệu", line -> line.content()),
                        text("Nơi thực hiện", line -> line.place()),
                        text("Đường dẫn", line -> line.link()),
                        text("Số liệu", line -> words(line.measures())),
                        number("Số tệp", line -> line.attachments().size()),
                        text("Ghi chú", line -> line.note()),
                        text("Người ghi", line -> line.recordedBy()),
                        text("Ghi lúc", line -> VietnamTime.format(line.recordedAt())),
                        text("Ghi muộn", line -> line.late() ? "có" : "")));
    }

    private Table idle(View view) {
        return tableOf(
                title("Đơn vị chưa làm gì", view),
                idle.idle(view).idle(),
                Stream.concat(
                                Stream.<TableColumn<IdleUnits.IdleUnit>>of(
                                        text("Đơn vị", line -> line.unit().name()),
                                        text("Nhiệm vụ", line -> String.join(", ", line.duties())),
                                        text("Minh chứng gần nhất", line -> line.lastEvidence())),
                                MonitoringTables.<IdleUnits.IdleUnit>counts(line -> line.counts()).stream())
                        .toList());
    }

    private Table escalations(View view) {
        return tableOf(
                title("Việc quá hạn chờ lãnh đạo xử lý", view),
                escalations.open(view).escalations(),
                List.of(
                        text("Việc", line -> line.subject()),
                        text("Đơn vị", line -> line.unit().name()),
                        text("Lãnh đạo xử lý", line -> line.decides().name()),
                        text("Hạn cuối", line -> line.due()),
                        number("Quá hạn (ngày làm việc)", line -> line.daysLate()),
                        text("Báo lúc", line -> VietnamTime.format(line.reachedAt())),
                        number("Đã chờ (ngày làm việc)", line -> line.waitingDays())));
    }

    private Table channels(View view) {
        return tableOf(
                title("Tuyên truyền theo kênh", view),
                broadcasts.broadcasts(view).channels(),
                List.of(
                        text("Mã kênh", line -> line.channel().code()),
                        text("Kênh", line -> line.channel().name()),
                        number("Còn kế hoạch", line -> line.planned()),
                        number("Đã thực hiện", line -> line.done()),
                        number("Không thực hiện", line -> line.notDone()),
                        number("Số minh chứng", line -> line.amount().entries()),
                        number("Kỳ trước", line -> line.former().entries()),
                        text("Số liệu", line -> words(line.amount().measures())),
                        text("Số liệu kỳ trước", line -> words(line.former().measures()))));
    }

    private Table frequencies(View view) {
        return tableOf(
                title("Tần suất và thời lượng phát", view),
                broadcasts.broadcasts(view).frequencies(),
                List.of(
                        text("Đơn vị", line -> line.unit().name()),
                        text("Kênh", line -> line.channel().name()),
                        text("Nhiệm vụ", line -> String.join(", ", line.duties())),
                        number("Số lượt phát", line -> line.broadcasts()),
                        number("Lượt phát kỳ trước", line -> line.formerBroadcasts()),
                        number("Số phút phát", line -> line.minutes()),
                        number("Phút phát kỳ trước", line -> line.formerMinutes())));
    }

    private Table calendar(View view) {
        var found = broadcasts.days(view, new Paging(0, MOST_LINES));
        requireWhole(found.total());
        return tableOf(
                title("Lịch tuyên truyền", view),
                found.days(),
                List.of(
                        text("Từ ngày", line -> line.from()),
                        text("Đến ngày", line -> line.to()),
                        text("Kênh", line -> line.channel().name()),
                        text("Đơn vị", line -> line.unit().name()),
                        text("Bài, tài liệu", line -> line.content()),
                        text("Trạng thái", line -> line.status().name()),
                        text("Nơi thực hiện", line -> line.place()),
                        text("Số liệu", line -> words(line.measures()))));
    }

    private Table inspections(View view) {
        return tableOf(
                title("Kiểm tra", view),
                inspections.inspections(view).visits(),
                List.of(
                        text("Chương trình", line -> line.programme()),
                        text("Đơn vị", line -> line.unit().name()),
                        text("Ngày kiểm tra", line -> line.day()),
                        text("Trạng thái", line -> line.progress().name()),
                        number("Nhiệm vụ đạt", line -> line.met()),
                        number("Nhiệm vụ chưa đạt", line -> line.notMet()),
                        number("Kiến nghị", line -> line.recommendations()),
                        number("Chưa khắc phục", line -> line.open())));
    }

    private Table recommendations(View view) {
        return tableOf(
                title("Kiến nghị chưa khắc phục", view),
                inspections.inspections(view).recommendations(),
                List.of(
                        text("Đơn vị", line -> line.unit().name()),
                        text("Kiến nghị", line -> line.wording()),
                        text("Nhiệm vụ", line -> line.duty()),
                        text("Hạn cuối", line -> line.due()),
                        text(
                                "Tình trạng hạn",
                                line -> line.deadline() == null
                                        ? ""
                                        : line.deadline().name())));
    }

    private Table reports(View view) {
        return tableOf(
                title("Báo cáo đến kỳ", view),
                reports.due(view).reports(),
                List.of(
                        text("Báo cáo", line -> line.name()),
                        text("Nơi yêu cầu", line -> line.requester().name()),
                        text("Văn bản yêu cầu", line -> line.document()),
                        text("Số liệu từ ngày", line -> line.from()),
                        text("Số liệu đến ngày", line -> line.to()),
                        text("Hạn của đơn vị", line -> line.unitsDue()),
                        text("Hạn toàn báo cáo", line -> line.wholeDue()),
                        number("Còn lại (ngày làm việc)", line -> line.workingDaysLeft()),
                        text("Trạng thái", line -> line.status().name()),
                        number("Đơn vị được hỏi", line -> line.asked()),
                        number("Đã gửi", line -> line.sent()),
                        text("Chưa gửi", line -> line.missing().stream()
                                .map(missing -> missing.unit().name())
                                .collect(Collectors.joining(", ")))));
    }

    private Table timeline(View view) {
        return tableOf(
                "Dòng thời gian – Kế hoạch " + view.planNumber(),
                timeline.timeline(view).quarters(),
                List.of(
                        text("Quý", line -> line.label()),
                        number("Chương trình", line -> line.programmes()),
                        number("Việc đến hạn", line -> line.assignments()),
                        number("Việc hoàn thành", line -> line.fulfilled()),
                        number("Minh chứng", line -> line.evidence()),
                        number("Báo cáo ban hành", line -> line.reports()),
                        number("Cuộc kiểm tra", line -> line.inspections())));
    }

    private static String title(String what, View view) {
        var period = "%s – Kế hoạch %s, %s – %s"
                .formatted(what, view.planNumber(), VietnamTime.format(view.from()), VietnamTime.format(view.to()));
        return view.asOf() == null ? period : period + ", tính đến hết " + VietnamTime.format(view.asOf());
    }

    private static String words(Map<Measure, Long> measures) {
        return measures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(counted -> counted.getKey().label() + ": " + counted.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void requireWhole(long lines) {
        if (lines > MOST_LINES) {
            throw FormRefused.because(
                    "Bảng có %d dòng, tệp chứa nhiều nhất %d dòng: hãy chọn kỳ ngắn hơn hoặc một đơn vị."
                            .formatted(lines, MOST_LINES));
        }
    }

    private static Table totalled(Table table) {
        return new Table(table.title(), table.columns(), table.rows(), true);
    }
}
