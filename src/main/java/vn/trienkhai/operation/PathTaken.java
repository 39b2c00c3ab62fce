package vn.trienkhai.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sequence flows an instance took. The engine records when each step began and ended, but not the flows between: a
 * flow was taken if its target began at or after the end of its source; where a source goes on along one flow only, the one
 * whose target began first.
 */
final class PathTaken {

    /** @param end null while it runs */
    record Step(String activity, Date start, Date end, boolean cancelled) {}

    /** @param oneOfMany whether its source, a gateway that decides, follows only one of its flows at a time */
    record Flow(String id, String source, String target, boolean oneOfMany) {}

    private PathTaken() {}

    static Set<String> of(Collection<Step> steps, Collection<Flow> flows) {
        var taken = new LinkedHashSet<String>();
        var bySource = flows.stream().collect(Collectors.groupingBy(Flow::source));
        for (var step : steps) {
            if (step.end() != null && !step.cancelled()) {
                taken.addAll(after(step, bySource.getOrDefault(step.activity(), List.of()), steps));
            }
        }
        return taken;
    }

    private static List<String> after(Step step, List<Flow> outgoing, Collection<Step> steps) {
        record Candidate(Flow flow, Date begun) {}
        var begun = outgoing.stream()
                .flatMap(flow -> steps.stream()
                        .filter(next -> next.activity().equals(flow.target()))
                        .map(Step::start)
                        .filter(start -> !start.before(step.end()))
                        .min(Comparator.naturalOrder())
                        .map(start -> new Candidate(flow, start))
                        .stream())
                .sorted(Comparator.comparing(Candidate::begun))
                .toList();
        var oneOfMany = outgoing.stream().anyMatch(Flow::oneOfMany);
        return begun.stream()
                .limit(oneOfMany ? 1 : Long.MAX_VALUE)
                .map(candidate -> candidate.flow().id())
                .toList();
    }
}
