package vn.trienkhai.reporting;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormFacts;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormView;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.FormView.Known;
import vn.trienkhai.organisation.Organisation;

/** What the start form of report-urging.bpmn offers: requests that are being answered, with who has sent and who has not. */
@Component
class ReportUrgingForms implements FormFacts {

    private final Reports reports;
    private final Organisation organisation;

    ReportUrgingForms(Reports reports, Organisation organisation) {
        this.reports = reports;
        this.organisation = organisation;
    }

    /** @param missing whether it owes a report and has not sent it */
    record UnitShown(String unit, String standing, boolean missing) {}

    record RequestOffered(String value, String label, List<UnitShown> units) {}

    @Override
    public String processKey() {
        return "report-urging";
    }

    @Override
    public FormView of(FormOpened opened) {
        return new FormView(
                Known.of(new Fact("Lưu ý", "Mỗi đơn vị chưa gửi được nhắc nhiều nhất một lần trong ngày.")),
                Map.of("words", "Đề nghị khẩn trương gửi báo cáo đúng thời hạn."),
                Map.of(
                        "requests",
                        reports.urgeableBy(opened.userId()).stream()
                                .map(this::offered)
                                .toList()));
    }

    private RequestOffered offered(ReportRequest request) {
        var units = reports.standingsOf(request).stream()
                .filter(unit -> unit.standing() != Standing.CONSOLIDATES)
                .map(unit -> new UnitShown(
                        organisation.unit(unit.unit()).nameAndWhatItIsNow(),
                        unit.standing().label(),
                        unit.standing() == Standing.NOT_REPORTED))
                .toList();
        return new RequestOffered(
                request.id().toString(),
                "%s (%d/%d đơn vị chưa gửi)"
                        .formatted(
                                request.name(),
                                units.stream().filter(UnitShown::missing).count(),
                                units.size()),
                units);
    }
}
