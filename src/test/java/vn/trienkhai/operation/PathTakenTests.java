package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.trienkhai.operation.PathTaken.Flow;
import vn.trienkhai.operation.PathTaken.Step;

class PathTakenTests {

    @Test
    void followsOneFlowOfAGatewayThatDecides() {
        var steps = List.of(step("receive", 0, 10), step("gateway", 10, 10), step("decide", 10, 30));
        var flows = List.of(
                new Flow("toGateway", "receive", "gateway", false),
                new Flow("accepted", "gateway", "handOut", true),
                new Flow("refused", "gateway", "decide", true));

        assertThat(PathTaken.of(steps, flows)).containsExactlyInAnyOrder("toGateway", "refused");
    }

    @Test
    void followsBothWhenItCameBySecondTime() {
        var steps =
                List.of(step("gateway", 10, 10), step("redo", 10, 30), step("gateway", 30, 30), step("end", 30, 30));
        var flows = List.of(new Flow("no", "gateway", "redo", true), new Flow("yes", "gateway", "end", true));

        assertThat(PathTaken.of(steps, flows)).containsExactlyInAnyOrder("no", "yes");
    }

    @Test
    void followsAllFlowsOfAGatewayThatForks() {
        var steps = List.of(step("fork", 0, 0), step("one", 0, 5), step("two", 3, 8));
        var flows = List.of(new Flow("first", "fork", "one", false), new Flow("second", "fork", "two", false));

        assertThat(PathTaken.of(steps, flows)).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void endsWhereAStepWasBrokenOffOrStillRuns() {
        var steps = List.of(
                new Step("work", new Date(0), new Date(10), true),
                new Step("wait", new Date(0), null, false),
                step("after", 10, 20));
        var flows = List.of(new Flow("done", "work", "after", false), new Flow("waited", "wait", "after", false));

        assertThat(PathTaken.of(steps, flows)).isEmpty();
    }

    private static Step step(String activity, long start, long end) {
        return new Step(activity, new Date(start), new Date(end), false);
    }
}
