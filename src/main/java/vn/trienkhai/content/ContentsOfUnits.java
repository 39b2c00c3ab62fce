package vn.trienkhai.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.WorkOfUnits;

/**
 * Contents of units that are reorganised: what is drafted, checked or signed goes on where it stands, what is approved stays of
 * use, what is planned on a channel is carried out by the successor. What was brought out stays with the unit that did it.
 */
@Component
@Order(50)
class ContentsOfUnits implements WorkOfUnits {

    private static final String CONTENT = "Nội dung tuyên truyền";
    private static final String RUN = "Lượt tuyên truyền chưa thực hiện";

    private final ContentRepository contents;
    private final ChannelRunRepository runs;

    ContentsOfUnits(ContentRepository contents, ChannelRunRepository runs) {
        this.contents = contents;
        this.runs = runs;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> openWorkOf(Unit unit, Optional<String> successorName) {
        var items = new ArrayList<Item>();
        for (var content : livingOf(unit)) {
            var what = "%s (%s)".formatted(content.title(), content.status().label());
            successorName.ifPresentOrElse(next -> items.add(Item.passes(CONTENT, what, "Của " + next)), () -> {
                if (content.isInHand() && unit.isInForce()) {
                    items.add(content.assignment()
                            .map(work -> Item.closes(CONTENT, what, "Thôi soạn theo việc được giao", work.toString()))
                            .orElseGet(() -> Item.blocks(CONTENT, what, "Phải duyệt xong hoặc thôi soạn trước")));
                }
            });
        }
        for (var run : runs.findAllByUnitAndStatusOrderByChannel(unit.id(), RunStatus.PLANNED)) {
            var what = "%s, %s".formatted(run.channel(), titleOf(run));
            items.add(successorName
                    .map(next -> Item.passes(RUN, what, next + " thực hiện"))
                    .orElseGet(() -> Item.passes(RUN, what, "Hủy theo việc được giao")));
        }
        return items;
    }

    private List<Content> livingOf(Unit unit) {
        return contents.findAllLivingOf(unit.id());
    }

    private String titleOf(ChannelRun run) {
        return contents.findById(run.content()).map(Content::title).orElse("");
    }

    @Override
    @Transactional
    public void pass(Succession succession) {
        succession.successor().ifPresent(next -> succession.ended().forEach(unit -> {
            livingOf(unit).forEach(content -> content.passTo(next.id()));
            runs.findAllByUnitAndStatusOrderByChannel(unit.id(), RunStatus.PLANNED)
                    .forEach(run -> run.passTo(next.id()));
        }));
    }
}
