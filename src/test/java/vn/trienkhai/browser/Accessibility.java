package vn.trienkhai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe-core finds on a page. */
final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessibility() {}

    /** Expects nothing that axe-core calls serious or critical within the elements, each of which is there. */
    static void check(Page page, List<String> within) {
        var axe = new AxeBuilder(page);
        within.forEach(axe::include);
        var grave = axe.analyze().getViolations().stream()
                .filter(violation -> GRAVE.contains(violation.getImpact()))
                .map(violation -> violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(node -> node.getHtml())
                                .toList())
                .toList();
        assertThat(grave).isEmpty();
    }
}
