package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that all of it is told at once. */
final class PlanProblems {

    private static final int LONGEST_FOUND = 120;

    private final List<PlanProblem> problems = new ArrayList<>();

    void add(String file, int line, String expected, String found) {
        problems.add(new PlanProblem(file, line, expected, found));
    }

    /** @throws PlanInvalid with everything added so far, if anything was */
    void requireNone() {
        if (!problems.isEmpty()) {
            throw new PlanInvalid(problems.stream()
                    .sorted(Comparator.comparing(PlanProblem::file).thenComparingInt(PlanProblem::line))
                    .toList());
        }
    }

    /** The words as found, in quotation marks, not too long for a message. */
    static String quoted(String found) {
        return found.length() <= LONGEST_FOUND ? "“" + found + "”" : "“" + found.substring(0, LONGEST_FOUND) + "…”";
    }
}
