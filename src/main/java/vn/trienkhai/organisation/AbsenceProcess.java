package vn.trienkhai.organisation;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;

/** The way out to absence.bpmn: the only class of this module that calls the engine. */
@Component
class AbsenceProcess {

    /** Id of the absence, as text; also the business key. */
    static final String ABSENCE = "absence";

    static final String SUBJECT = "subject";

    /** 00:00 of the first day. */
    static final String BEGINS_AT = "beginsAt";

    /** 24:00 of the last day. */
    static final String ENDS_AT = "endsAt";

    /** The engine's timers need a date; a post handed over is not taken back by itself. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String ENDED_EARLY = "absence-ended-early";

    private final RuntimeService runtimeService;
    private final IdentityService identityService;

    AbsenceProcess(RuntimeService runtimeService, IdentityService identityService) {
        this.runtimeService = runtimeService;
        this.identityService = identityService;
    }

    static Date beginOf(Absence absence) {
        return startOf(absence.firstDay());
    }

    static Date endOf(Absence absence) {
        return startOf(absence.lastDay() == null ? NEVER : absence.lastDay().plusDays(1));
    }

    void endedEarly(Absence absence) {
        runtimeService
                .createMessageCorrelation(ENDED_EARLY)
                .processInstanceBusinessKey(absence.id().toString())
                .correlate();
    }

    boolean isAdministrator(String userId) {
        return identityService
                        .createGroupQuery()
                        .groupId(Groups.CAMUNDA_ADMIN)
                        .groupMember(userId)
                        .count()
                > 0;
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(VietnamTime.ZONE).toInstant());
    }
}
