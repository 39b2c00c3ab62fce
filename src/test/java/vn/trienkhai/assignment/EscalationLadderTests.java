package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.plan.DutyKind;

/** The decision table escalation-ladder: code, working days from the last day, whom it reaches, * if they must decide. */
class EscalationLadderTests extends ProcessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDINARY | DISSEMINATION | REMIND_3 -3 DOERS; REMIND_1 -1 DOERS; DUE_TODAY 0 DOERS;"
                        + " UNIT_HEAD 1 UNIT_HEAD*; LEAD_AGENCY 3 ASSIGNER*; UBND_LEADER 5 ISSUER*",
                "ORDINARY | NONE          | REMIND_3 -3 DOERS; REMIND_1 -1 DOERS; DUE_TODAY 0 DOERS;"
                        + " UNIT_HEAD 1 UNIT_HEAD*; LEAD_AGENCY 3 ASSIGNER*; UBND_LEADER 5 ISSUER*",
                "ORDINARY | REPORT        | REMIND_3 -3 DOERS; REMIND_1 -1 DOERS; DUE_TODAY 0 DOERS;"
                        + " UNIT_HEAD 1 UNIT_HEAD*; LEAD_AGENCY 2 ASSIGNER*; UBND_LEADER 5 ISSUER*",
                "URGENT   | REPORT        | REMIND_1 -1 DOERS; DUE_TODAY 0 DOERS;"
                        + " UNIT_HEAD 1 UNIT_HEAD*; LEAD_AGENCY 2 ASSIGNER*; UBND_LEADER 3 ISSUER*",
                "URGENT   | DISSEMINATION | REMIND_1 -1 DOERS; DUE_TODAY 0 DOERS;"
                        + " UNIT_HEAD 1 UNIT_HEAD*; LEAD_AGENCY 2 ASSIGNER*; UBND_LEADER 3 ISSUER*"
            })
    void givesTheRungsInWorkingDays(String urgency, String kind, String expected) {
        assertThat(ladder(urgency, kind)).isEqualTo(expected);
    }

    @Test
    void givesEveryKindEachRungOnce() {
        for (var kind : DutyKind.values()) {
            for (var urgency : new String[] {"ORDINARY", "URGENT"}) {
                assertThat(ladder(urgency, kind.name()).split("; "))
                        .as("%s %s", urgency, kind)
                        .hasSize(urgency.equals("ORDINARY") ? 6 : 5);
            }
        }
    }

    private String ladder(String urgency, String kind) {
        var rungs = engine
                .getDecisionService()
                .evaluateDecisionTableByKey("escalation-ladder", Map.of("urgency", urgency, "kind", kind))
                .getResultList()
                .stream()
                .map(Rung::of)
                .map(rung ->
                        "%s %d %s%s".formatted(rung.code(), rung.days(), rung.audience(), rung.handled() ? "*" : ""))
                .toList();
        return String.join("; ", rungs);
    }
}
