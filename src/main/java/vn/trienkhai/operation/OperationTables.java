package vn.trienkhai.operation;

import static vn.trienkhai.document.TableColumn.number;
import static vn.trienkhai.document.TableColumn.tableOf;
import static vn.trienkhai.document.TableColumn.text;
import static vn.trienkhai.operation.TaskSearchController.given;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentText.Table;

/** Everything that the pages of this module show, as tables that can be saved: the same rows in the same order. */
@Component
class OperationTables {

    private final TaskSearch tasks;
    private final HistorySearch history;
    private final HistoryDetail details;
    private final OperationLog log;
    private final HandOver handOver;
    private final HeatMap heat;

    OperationTables(
            TaskSearch tasks,
            HistorySearch history,
            HistoryDetail details,
            OperationLog log,
            HandOver handOver,
            HeatMap heat) {
        this.tasks = tasks;
        this.history = history;
        this.details = details;
        this.log = log;
        this.handOver = handOver;
        this.heat = heat;
    }

    /**
     * What the page of the table is asked; each table reads what it knows.
     *
     * @param text words of a task's name, person or process
     * @param subject words of what a process instance is about
     * @param unit id of a unit
     * @param person user id of who has or did a task
     * @param process key of a process
     * @param state of a task: OPEN, DONE, STOPPED, ALL; of an instance: FINISHED, RUNNING, ALL
     * @param due ANY, OVERDUE, SOON, NONE
     * @param user user id of who changed something
     * @param thing what was changed, as the page offers it
     * @param from first day, dd/MM/yyyy; of a preview, user id of who gives
     * @param to of a preview, user id of who takes
     * @param until last day, dd/MM/yyyy, inclusive
     * @param id of a process instance
     * @param definition id of a process definition
     */
    record Asked(
            String text,
            String subject,
            String unit,
            String person,
            String process,
            String state,
            String due,
            String user,
            String thing,
            String from,
            String to,
            String until,
            String id,
            String definition) {}

    /** @throws NotFound if no table has this name @throws NotAllowed if the person may not see its page */
    Table table(String name, Asked asked, Overseer who) {
        return switch (name) {
            case "tasks" -> tasks(asked, who);
            case "instances" -> instances(asked, who);
            case "trail" -> trail(asked, who);
            case "steps" -> steps(asked, who);
            case "log" -> log(asked, who);
            case "hand-overs" -> handOvers(who);
            case "preview" -> preview(asked, who);
            case "heat" -> heat(asked, who);
            default -> throw new NotFound("Không có bảng “%s”.".formatted(name));
        };
    }

    private Table tasks(Asked asked, Overseer who) {
        var found = tasks.find(
                new TaskSearch.Wanted(
                        given(asked.text()),
                        given(asked.unit()),
                        given(asked.person()),
                        given(asked.process()),
                        oneOf(TaskSearch.State.values(), asked.state(), TaskSearch.State.OPEN),
                        oneOf(TaskSearch.DueIn.values(), asked.due(), TaskSearch.DueIn.ANY),
                        day(asked.from()),
                        day(asked.until()),
                        Found.WHOLE),
                who);
        return tableOf(
                title("Việc tìm thấy", found),
                found.rows(),
                List.of(
                        text("Việc", row -> row.name()),
                        text("Quy trình", row -> row.process()),
                        text("Người", row -> row.holder()),
                        text("Hạn", row -> row.due()),
                        text("So với hạn", row -> row.dueLabel()),
                        text("Trạng thái", row -> row.state()),
                        text("Đến lúc", row -> row.created()),
                        text("Xong lúc", row -> row.ended()),
                        text("Thời gian", row -> row.took())));
    }

    private Table instances(Asked asked, Overseer who) {
        var found = history.find(
                new HistorySearch.Wanted(
                        given(asked.process()),
                        given(asked.subject()),
                        given(asked.unit()),
                        oneOf(HistorySearch.State.values(), asked.state(), HistorySearch.State.FINISHED),
                        day(asked.from()),
                        day(asked.until()),
                        Found.WHOLE),
                who);
        return tableOf(
                title("Các lượt chạy quy trình", found),
                found.rows(),
                List.of(
                        text("Nội dung", row -> row.subject()),
                        text("Quy trình", row -> row.process()),
                        text("Đơn vị", row -> row.unit()),
                        text("Bắt đầu", row -> row.started()),
                        text("Người bắt đầu", row -> row.by()),
                        text("Kết thúc", row -> row.ended()),
                        text("Thời gian", row -> row.took()),
                        text("Trạng thái", row -> row.state())));
    }

    private Table trail(Asked asked, Overseer who) {
        return tableOf(
                "Ai làm gì, lúc nào",
                details.of(needed("id", asked.id()), who).trail(),
                List.of(
                        text("Lúc", line -> line.at()),
                        text("Ai", line -> line.who()),
                        text("Việc", line -> line.what()),
                        text("Nội dung", line -> line.why()),
                        text("Thời gian", line -> line.took())));
    }

    private Table steps(Asked asked, Overseer who) {
        return tableOf(
                "Các bước",
                details.of(needed("id", asked.id()), who).steps(),
                List.of(
                        text("Bước", step -> step.name()),
                        text("Ai", step -> step.who()),
                        text("Đến lúc", step -> step.began()),
                        text("Xong lúc", step -> step.ended()),
                        text("Thời gian", step -> step.took()),
                        text("Trạng thái", step -> step.state())));
    }

    private Table log(Asked asked, Overseer who) {
        var found = log.find(
                new OperationLog.Wanted(
                        given(asked.user()), given(asked.thing()), day(asked.from()), day(asked.until()), Found.WHOLE),
                who);
        return tableOf(
                title("Ai thay đổi gì", found),
                found.rows(),
                List.of(
                        text("Lúc", row -> row.at()),
                        text("Ai", row -> row.who()),
                        text("Thao tác", row -> row.operation()),
                        text("Đối tượng", row -> row.thing()),
                        text("Của", row -> row.object()),
                        text("Nội dung thay đổi, lý do", row -> row.change())));
    }

    /** One line for each piece of work. */
    private Table handOvers(Overseer who) {
        record Line(HandOver.Shown done, HandOverRecords.Item item) {}
        return tableOf(
                "Những lần bàn giao gần đây",
                handOver.lastSeenBy(who).stream()
                        .flatMap(done -> done.items().stream().map(item -> new Line(done, item)))
                        .toList(),
                List.of(
                        text("Lúc", line -> line.done().at()),
                        text("Người giao", line -> line.done().from()),
                        text("Người nhận", line -> line.done().to()),
                        text("Người quyết định", line -> line.done().by()),
                        text("Lý do", line -> line.done().why()),
                        text("Việc", line -> line.item().what()),
                        text("Cách chuyển", line -> line.item().how())));
    }

    private Table preview(Asked asked, Overseer who) {
        var would = handOver.preview(given(asked.from()), given(asked.to()), who);
        return tableOf(
                "Xem thử bàn giao: %s → %s".formatted(would.from(), would.to()),
                would.items(),
                List.of(
                        text("Chuyển", item -> item.moves() ? "Có" : "Không"),
                        text("Việc", item -> item.what()),
                        text("Hạn", item -> item.due()),
                        text("Cách chuyển", item -> item.how())));
    }

    private Table heat(Asked asked, Overseer who) {
        var read = heat.of(needed("definition", asked.definition()), day(asked.from()), day(asked.until()), who);
        return tableOf(
                "Các bước của quy trình " + read.process(),
                read.steps(),
                List.of(
                        text("Bước", step -> step.name()),
                        number("Số lần", step -> step.times()),
                        number("Đang mở", step -> step.running()),
                        number("Ngày làm việc trung bình", step -> step.mean()),
                        number("Lâu nhất (ngày làm việc)", step -> step.longest())));
    }

    private static String title(String what, Found<?> found) {
        return found.more() || found.cut()
                ? "%s (%d dòng đầu)".formatted(what, found.rows().size())
                : what;
    }

    private static LocalDate day(String text) {
        return given(text) == null ? null : VietnamTime.parse(text);
    }

    private static String needed(String name, String value) {
        if (given(value) == null) {
            throw new NotFound("Chưa nêu “%s” của bảng cần tải.".formatted(name));
        }
        return value;
    }

    private static <E extends Enum<E>> E oneOf(E[] known, String asked, E otherwise) {
        return given(asked) == null
                ? otherwise
                : Arrays.stream(known)
                        .filter(one -> one.name().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("Không có lựa chọn “%s”.".formatted(asked)));
    }
}
