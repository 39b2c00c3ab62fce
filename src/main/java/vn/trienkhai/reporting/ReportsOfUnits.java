package vn.trienkhai.reporting;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.WorkOfUnits;

/**
 * Report requests of units that are reorganised. What a unit was asked to report is an assignment and passes on as one; in the
 * report the unit keeps its own line and its own figures, whoever answers in its place.
 */
@Component
@Order(30)
class ReportsOfUnits implements WorkOfUnits {

    private static final String REQUEST = "Yêu cầu báo cáo đã gửi";

    private final ReportRequestRepository requests;

    ReportsOfUnits(ReportRequestRepository requests) {
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        return openOf(unit).stream()
                .map(request -> successorName
                        .map(next -> Item.passes(REQUEST, request.name(), "Nơi yêu cầu: " + next))
                        .orElseGet(() -> Item.blocks(
                                REQUEST, request.name(), "Phải xong, rút hoặc chọn đơn vị tiếp nhận trước")))
                .toList();
    }

    @Override
    @Transactional
    public void pass(Succession succession) {
        succession.successor().ifPresent(next -> succession.ended().forEach(unit -> openOf(unit)
                .forEach(request -> request.requestedNowBy(next.id()))));
    }

    private List<ReportRequest> openOf(Unit unit) {
        return requests.findAllByRequesterAndStatusNotInOrderByRequestedAt(unit.id(), Reports.CLOSED);
    }
}
