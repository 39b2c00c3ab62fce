package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.List;
import vn.trienkhai.form.FormRefused;

/**
 * A request as its written document states it (Nghị định 09/2019/NĐ-CP, Điều 8 to 10).
 *
 * @param from first day of the data, inclusive
 * @param to last day of the data, inclusive
 * @param unitsDue last day for the units, inclusive; before the whole's
 * @param wholeDue last day for the consolidated report, inclusive
 * @param outline headings, in order
 */
record ReportRequestOrder(
        String planId,
        String name,
        ReportKind kind,
        String requester,
        String content,
        String basisNumber,
        LocalDate basisDate,
        List<String> units,
        LocalDate from,
        LocalDate to,
        LocalDate unitsDue,
        LocalDate wholeDue,
        Urgency urgency,
        String sendBy,
        List<String> outline) {

    ReportRequestOrder {
        if (to.isBefore(from)) {
            throw FormRefused.at("to", "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.");
        }
        if (!unitsDue.isBefore(wholeDue)) {
            throw FormRefused.at("wholeDue", "Hạn của báo cáo chung phải sau hạn của các đơn vị.");
        }
        units = List.copyOf(units);
        outline = List.copyOf(outline);
    }
}
