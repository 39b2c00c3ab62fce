package vn.trienkhai.plan;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every bean that programme-period.bpmn names. */
@Configuration
class ProgrammePeriodDelegates {

    private final WorkProgrammes programmes;

    ProgrammePeriodDelegates(WorkProgrammes programmes) {
        this.programmes = programmes;
    }

    /** ServiceTask_FindPlansInForce. */
    @Bean
    JavaDelegate findPlansInForce() {
        return execution -> {
            var ahead = ProgrammePeriod.quarterOf(programmes.today()).next();
            var found = programmes.plansWithoutProgrammeFor(ahead);
            execution.setVariable(ProgrammePeriodProcess.QUARTER, ahead.from().toString());
            execution.setVariable(ProgrammePeriodProcess.PLANS, new ArrayList<>(found));
            execution.setVariable(ProgrammePeriodProcess.ANY_PLAN, !found.isEmpty());
        };
    }
}
