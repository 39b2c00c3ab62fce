package vn.trienkhai.monitoring;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.monitoring.EvidenceFigures.Cut;
import vn.trienkhai.monitoring.EvidenceFigures.Dimension;

/** What some tables can be asked beside the filters. */
record Detail(
        @Parameter(description = "Code of a duty, or - for what names none: of lists") String duty,
        @Parameter(description = "How assignments stand towards their deadline: of the list of assignments")
                DeadlineState state,
        @Parameter(description = "Whether the list is of what was only asked; otherwise of what is owed") Boolean asked,
        @Parameter(description = "What figures are broken down by; unit, channel and topic where left out")
                Set<Dimension> rows,
        @Parameter(description = "What the period is cut into; nothing where left out") Cut by) {

    Detail {
        duty = Wanted.given(duty);
        asked = asked != null && asked;
        rows = rows == null || rows.isEmpty()
                ? Set.of(Dimension.UNIT, Dimension.CHANNEL, Dimension.TOPIC)
                : Set.copyOf(rows);
        by = by == null ? Cut.NONE : by;
    }
}
