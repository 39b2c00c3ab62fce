package vn.trienkhai.assignment;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.trienkhai.document.AskedAbout;
import vn.trienkhai.plan.Plans;

/** What a unit was asked under which duties, from its assignments. */
@Component
class ClausesAsked implements AskedAbout {

    private final JdbcClient jdbc;
    private final Plans plans;

    ClausesAsked(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    private record Asked(String planId, String dutyCode) {}

    @Override
    public Set<String> clausesAskedOf(String unit) {
        return jdbc
                .sql("select distinct plan_id, duty_code from assignment where unit = ? and duty_code is not null")
                .param(unit)
                .query(Asked.class)
                .list()
                .stream()
                .flatMap(asked -> Stream.of(
                        asked.dutyCode(),
                        plans.definition(asked.planId()).duty(asked.dutyCode()).clause()))
                .map(clause -> clause.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
