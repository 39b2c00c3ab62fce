package vn.trienkhai.access;

import java.util.List;

/** The program does not start as it is configured: each problem says what is wrong and what to do. */
class ProductionRefused extends RuntimeException {

    private final transient List<Problem> problems;

    /**
     * @param wrong a Vietnamese sentence
     * @param remedy what to do about it, in Vietnamese
     */
    record Problem(String wrong, String remedy) {}

    ProductionRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::wrong).toList().toString());
        this.problems = problems;
    }

    List<Problem> problems() {
        return problems;
    }

    static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProductionRefused(problems);
        }
    }
}
