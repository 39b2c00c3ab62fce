package vn.trienkhai.assignment;

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

/**
 * What units owe and ask for when they are reorganised. Open work passes on as it stands: with its deadline, its officers and
 * its history, under the subject that it had; two pieces of the same duty at one unit stay two, since each has evidence and
 * a reviewer of its own. Closed work keeps the old unit.
 */
@Component
@Order(10)
class AssignmentsOfUnits implements WorkOfUnits {

    private static final String OWED = "Việc được giao";
    private static final String ASKED = "Việc đã giao cho đơn vị khác";
    private static final String FEED = "Địa chỉ lịch thời hạn";

    private final Assignments assignments;
    private final Escalations escalations;
    private final CalendarFeeds feeds;

    AssignmentsOfUnits(Assignments assignments, Escalations escalations, CalendarFeeds feeds) {
        this.assignments = assignments;
        this.escalations = escalations;
        this.feeds = feeds;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        var items = new ArrayList<Item>();
        for (var owed : assignments.openOwedBy(unit.id())) {
            var due = owed.due()
                    .map(day -> ", hạn giữ nguyên " + VietnamTime.format(day))
                    .orElse("");
            items.add(successorName
                    .map(next -> Item.passes(OWED, owed.subject(), next + " làm tiếp" + due))
                    .orElseGet(() -> Item.closes(
                            OWED,
                            owed.subject(),
                            "Rút việc cùng đơn vị, không tính quá hạn",
                            owed.id().toString())));
        }
        for (var asked : assignments.openAskedBy(unit.id())) {
            items.add(successorName
                    .map(next -> Item.passes(ASKED, asked.subject(), next + " theo dõi và duyệt kết quả"))
                    .orElseGet(() -> Item.blocks(
                            ASKED, asked.subject(), "Phải duyệt xong, rút hoặc chọn đơn vị tiếp nhận trước")));
        }
        if (feeds.isActiveFor(unit.id())) {
            items.add(Item.passes(
                    FEED,
                    unit.shortName(),
                    "Hết hiệu lực"
                            + successorName
                                    .map(next -> "; lãnh đạo " + next + " tạo địa chỉ mới")
                                    .orElse("")));
        }
        return items;
    }

    @Override
    @Transactional
    public void pass(Succession succession) {
        for (var unit : succession.ended()) {
            for (var owed : assignments.openOwedBy(unit.id())) {
                succession
                        .successor()
                        .ifPresentOrElse(
                                next -> assignments.passTo(owed, unit, next, succession.why(), succession.by()),
                                () -> assignments.endWithUnit(owed, succession.why(), succession.by()));
            }
            succession.successor().ifPresent(next -> {
                assignments
                        .openAskedBy(unit.id())
                        .forEach(asked -> assignments.askedNowBy(asked, unit, next, succession.why(), succession.by()));
                escalations.handledNowBy(unit.id(), next.id());
            });
            feeds.revokeOf(unit.id(), succession.by());
        }
    }
}
