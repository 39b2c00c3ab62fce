package vn.trienkhai.plan;

import java.util.List;
import java.util.stream.Collectors;

/** The files of a plan are not in order; nothing of it was loaded. */
public class PlanInvalid extends RuntimeException {

    private final transient List<PlanProblem> problems;

    PlanInvalid(List<PlanProblem> problems) {
        super(problems.stream()
                .map(PlanProblem::toString)
                .collect(Collectors.joining(
                        "\n  ", "Không nạp được kế hoạch, có %d lỗi:\n  ".formatted(problems.size()), "")));
        this.problems = List.copyOf(problems);
    }

    /** All problems found, in the order of files and lines. */
    public List<PlanProblem> problems() {
        return problems;
    }
}
