package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lateness as one rule for now and for the past; the deadline is the whole of 20/05/2021 in Vietnam. */
class AssignmentStateTests {

    private static final LocalDate DUE = LocalDate.of(2021, 5, 20);
    private static final Instant LAST_MOMENT = Instant.parse("2021-05-20T16:59:59Z");
    private static final Instant AFTER = LAST_MOMENT.plusSeconds(1);

    @Test
    void isLateOnlyPastTheLastMomentOfTheLastDay() {
        var open = state(true, Progress.IN_PROGRESS, null, null);

        assertThat(open.isLateAt(LAST_MOMENT)).isFalse();
        assertThat(open.isLateAt(AFTER)).isTrue();
        assertThat(open.clockRuns()).isTrue();
    }

    @Test
    void judgesWhatWasSubmittedByItsSubmission() {
        assertThat(state(true, Progress.AWAITING_REVIEW, LAST_MOMENT, DUE).isLateAt(AFTER.plusSeconds(86_400)))
                .isFalse();
        assertThat(state(true, Progress.FULFILLED, AFTER, DUE.plusDays(1)).isLateAt(AFTER))
                .isTrue();
        assertThat(state(true, Progress.REDO, LAST_MOMENT, null).isLateAt(AFTER))
                .as("sent back: the unit has it again")
                .isTrue();
    }

    @Test
    void doesNotChargeTimeOnHoldNorWhoCanOnlyBeAsked() {
        assertThat(state(true, Progress.ON_HOLD, null, DUE).isLateAt(AFTER)).isFalse();
        assertThat(state(true, Progress.ON_HOLD, null, DUE.plusDays(1)).isLateAt(AFTER))
                .as("held when it was late already")
                .isTrue();
        assertThat(state(false, Progress.IN_PROGRESS, null, null).isLateAt(AFTER))
                .isFalse();
        assertThat(state(true, Progress.TRANSFERRED, null, null).isLateAt(AFTER))
                .isFalse();
    }

    private static AssignmentState state(boolean binding, Progress progress, Instant submittedAt, LocalDate stoppedOn) {
        return new AssignmentState(
                UUID.randomUUID(),
                "269-kh-ubnd-2021",
                null,
                new Origin("test", "1"),
                "Việc",
                "phong-vhtt",
                Instant.parse("2021-05-03T01:00:00Z"),
                "an-thoi",
                binding,
                progress,
                DUE,
                LAST_MOMENT,
                stoppedOn,
                submittedAt,
                null);
    }
}
