package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.WorkOfUnits;

/** Inspections of and by units that are reorganised. Who was visited is answered for by the successor; nobody visits what ended. */
@Component
@Order(60)
class InspectionsOfUnits implements WorkOfUnits {

    private static final String VISIT = "Cuộc kiểm tra";
    private static final String PROGRAMME = "Chương trình kiểm tra";

    private final Inspections inspections;

    InspectionsOfUnits(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        var items = new ArrayList<Item>();
        for (var visit : inspections.openVisitsOf(unit.id())) {
            var what = "%s, ngày %s (%s)"
                    .formatted(
                            inspections.subjectOf(visit),
                            VietnamTime.format(visit.visitDate()),
                            visit.progress().label());
            items.add(successorName
                    .map(next -> Item.passes(VISIT, what, "Kiểm tra " + next))
                    .orElseGet(() -> visit.progress().isBeforeTheVisit()
                            ? Item.closes(
                                    VISIT, what, "Hủy cuộc kiểm tra", visit.id().toString())
                            : Item.blocks(VISIT, what, "Phải kết thúc cuộc kiểm tra trước")));
        }
        for (var programme : inspections.openProgrammesOf(unit.id())) {
            items.add(successorName
                    .map(next -> Item.passes(PROGRAMME, programme.name(), next + " kiểm tra tiếp"))
                    .orElseGet(() -> Item.blocks(PROGRAMME, programme.name(), "Phải kết thúc chương trình trước")));
        }
        return items;
    }

    @Override
    @Transactional
    public void pass(Succession succession) {
        for (var unit : succession.ended()) {
            succession
                    .successor()
                    .ifPresentOrElse(
                            next -> inspections.passTo(unit, next, succession.why(), succession.by()),
                            () -> inspections.cancelWithUnit(unit, succession.why(), succession.by()));
        }
    }
}
