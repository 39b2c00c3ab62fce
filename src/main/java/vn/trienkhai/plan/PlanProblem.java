package vn.trienkhai.plan;

/** What is wrong in a plan's files. @param line counted from 1 */
public record PlanProblem(String file, int line, String expected, String found) {

    @Override
    public String toString() {
        return "%s:%d: mong đợi %s, gặp %s".formatted(file, line, expected, found);
    }
}
