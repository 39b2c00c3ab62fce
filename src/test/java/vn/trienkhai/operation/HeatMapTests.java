package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In a year of its own, since the counts are of all that happened in it. */
class HeatMapTests extends OperationTest {

    private static final LocalDate FROM = LocalDate.of(2029, 7, 2); // a Monday
    private static final LocalDate UNTIL = LocalDate.of(2029, 7, 31);

    @Autowired
    HeatMap heat;

    @Test
    void countsStepsAndTheirWorkingDays() {
        itIs(FROM);
        var quick = handedOut("phong-kinh-te", "Nhanh", "phong-kinh-te.officer");
        var slow = handedOut("phong-kinh-te", "Chậm", "phong-kinh-te.officer");
        itIs(LocalDate.of(2029, 7, 3));
        finish(quick, "phong-kinh-te.officer");
        itIs(LocalDate.of(2029, 7, 9)); // the week's five working days
        finish(slow, "phong-kinh-te.officer");

        var submitting = heat.of(definition(), FROM, UNTIL, as("ubnd.head")).steps().stream()
                .filter(step -> step.activity().equals("UserTask_SubmitResult"))
                .findFirst()
                .orElseThrow();

        assertThat(submitting.name()).isEqualTo("Trình kết quả");
        assertThat(submitting.times()).isEqualTo(2);
        assertThat(submitting.mean()).isEqualTo("3,0");
        assertThat(submitting.longest()).isEqualTo("5");
        assertThat(heat.of(definition(), UNTIL.plusDays(1), UNTIL.plusDays(2), as("ubnd.head"))
                        .steps())
                .allMatch(step -> step.times() == 0);
    }

    @Test
    void isForWhoMaySeeEverything() {
        var definition = definition();
        var head = as("phong-kinh-te.head");

        assertThatThrownBy(() -> heat.of(definition, null, null, head)).isInstanceOf(NotAllowed.class);
        var leader = as("ubnd.head");
        assertThatThrownBy(() -> heat.of("khong-co", null, null, leader)).isInstanceOf(NotFound.class);
    }

    @Test
    void writesAMeanAsItIsWrittenHere() {
        assertThat(WorkedTime.mean(List.of(2, 3))).isEqualTo("2,5");
    }

    private String definition() {
        return overseers.entitled(() -> engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("duty-assignment")
                .latestVersion()
                .singleResult()
                .getId());
    }
}
