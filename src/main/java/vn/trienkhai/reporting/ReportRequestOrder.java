package vn.trienkhai.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.document.Urgency;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.reporting.ReportFigures.Dimension;

/**
 * A request as its written document states it: name, content, who is asked, how and by when to send, period, outline
 * (Nghị định 09/2019/NĐ-CP, Điều 8–10).
 *
 * @param units whom to ask, each once
 * @param from first day of the data, inclusive
 * @param to last day of the data, inclusive; may lie after the deadline, as legal periods do
 * @param unitsTerm the units' deadline as it was given
 * @param unitsDue last day for the units, inclusive; before {@code wholeDue}
 * @param wholeTerm the deadline of the whole as it was given
 * @param wholeDue last day for the consolidated report, inclusive
 * @param receiver to whom the report goes, as it is addressed; null if it is not said
 * @param figuresWanted by what the figures are to be broken down
 * @param outline headings, in order
 */
record ReportRequestOrder(
        String planId,
        String name,
        ReportKind kind,
        String content,
        String basisNumber,
        LocalDate basisDate,
        List<String> units,
        LocalDate from,
        LocalDate to,
        DeadlineTerm unitsTerm,
        LocalDate unitsDue,
        DeadlineTerm wholeTerm,
        LocalDate wholeDue,
        Urgency urgency,
        String receiver,
        String sendBy,
        List<Dimension> figuresWanted,
        List<String> outline) {

    ReportRequestOrder {
        var reasons = new ArrayList<FormRefused.Reason>();
        if (to.isBefore(from)) {
            reasons.add(new FormRefused.Reason("to", "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."));
        }
        var year = ReportingPeriods.year(to.getYear());
        if (kind == ReportKind.YEARLY && !(from.equals(year.from()) && to.equals(year.to()))) {
            reasons.add(new FormRefused.Reason(
                    "to", "Báo cáo định kỳ năm lấy số liệu từ 15/12 năm trước đến hết 14/12 năm báo cáo."));
        }
        if (!unitsDue.isBefore(wholeDue)) {
            reasons.add(new FormRefused.Reason("wholeDue", "Hạn của báo cáo chung phải sau hạn của các đơn vị."));
        }
        if (!reasons.isEmpty()) {
            throw new FormRefused(reasons);
        }
        units = List.copyOf(new LinkedHashSet<>(units));
        figuresWanted = figuresWanted == null || figuresWanted.isEmpty()
                ? List.of(Dimension.values())
                : List.copyOf(new LinkedHashSet<>(figuresWanted));
        outline = List.copyOf(outline);
    }
}
