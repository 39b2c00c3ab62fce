package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.document.DocumentText.Column;
import vn.trienkhai.document.DocumentText.Table;

/**
 * A column of a table: its heading and how its cell is read of a line. Days are written dd/MM/yyyy, numbers in plain digits,
 * nothing as an empty cell.
 */
public record TableColumn<T>(String heading, boolean number, Function<T, Object> of) {

    public static <T> TableColumn<T> text(String heading, Function<T, Object> of) {
        return new TableColumn<>(heading, false, of);
    }

    public static <T> TableColumn<T> number(String heading, Function<T, Object> of) {
        return new TableColumn<>(heading, true, of);
    }

    public static <T> Table tableOf(String title, List<T> lines, List<TableColumn<T>> columns) {
        return new Table(
                title,
                columns.stream()
                        .map(column -> new Column(column.heading(), column.number(), column.number() ? 1 : 3))
                        .toList(),
                lines.stream()
                        .map(line -> columns.stream()
                                .map(column -> shown(column.of().apply(line)))
                                .toList())
                        .toList(),
                false);
    }

    private static String shown(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof LocalDate day ? VietnamTime.format(day) : value.toString();
    }
}
