package vn.trienkhai.reporting;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;

/** What the start form of report-withdrawal.bpmn offers: open requests of this person's unit. */
@Component
class ReportWithdrawalForms implements FormFacts {

    private final Reports reports;

    ReportWithdrawalForms(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String processKey() {
        return "report-withdrawal";
    }

    @Override
    public FormView of(FormOpened opened) {
        return new FormView(
                Known.of(new Fact(
                        "Lưu ý", "Các việc báo cáo đang mở của đơn vị sẽ được rút; phần đã viết vẫn được lưu.")),
                Map.of(),
                Map.of(
                        "requests",
                        reports.withdrawableBy(opened.userId()).stream()
                                .map(request -> new Choice(request.id().toString(), request.name()))
                                .toList()));
    }
}
