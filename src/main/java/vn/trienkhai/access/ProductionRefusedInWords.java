package vn.trienkhai.access;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.trienkhai.access.ProductionRefused.Problem;

/** Says why the program did not start, instead of a stack trace. */
class ProductionRefusedInWords extends AbstractFailureAnalyzer<ProductionRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ProductionRefused refused) {
        return new FailureAnalysis(
                "Triển Khai không khởi động:\n" + lines(refused, Problem::wrong),
                "Cách xử lý:\n" + lines(refused, Problem::remedy),
                refused);
    }

    private static String lines(ProductionRefused refused, Function<Problem, String> side) {
        return refused.problems().stream().map(side).map("- "::concat).collect(Collectors.joining("\n"));
    }
}
