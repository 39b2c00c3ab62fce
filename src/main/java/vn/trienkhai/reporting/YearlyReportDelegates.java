package vn.trienkhai.reporting;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean that yearly-report.bpmn names. */
@Configuration
class YearlyReportDelegates {

    private static final String ANY_REPORT = "anyReport";

    private final YearlyReports reports;

    YearlyReportDelegates(YearlyReports reports) {
        this.reports = reports;
    }

    /** ServiceTask_OpenYearlyReports. */
    @Bean
    JavaDelegate openYearlyReports() {
        return execution -> execution.setVariable(ANY_REPORT, reports.open());
    }
}
