package vn.trienkhai.plan;

import java.util.List;
import java.util.function.Function;
import vn.trienkhai.organisation.Unit;

/** Turns duties into proposed items of a programme: the program proposes, the lead agency decides. */
final class ProgrammeProposals {

    private static final int LONGEST_SUBJECT = 200;

    private ProgrammeProposals() {}

    /** Reports come when they are asked for, never by programme (Nghị định 09/2019/NĐ-CP). */
    static boolean canBeProgrammed(Duty duty) {
        return duty.kind() != DutyKind.REPORT;
    }

    /**
     * One item for each owner of each duty, due on the last day of the period until a person confirms or moves it, since
     * the plan sets no deadline.
     */
    static List<ProgrammeItem> itemsOf(
            PlanDefinition plan, WorkProgramme programme, Function<Duty, List<Unit>> ownersOf) {
        return plan.duties().stream()
                .filter(duty -> programme.duties().contains(duty.code()))
                .filter(ProgrammeProposals::canBeProgrammed)
                .flatMap(duty -> ownersOf.apply(duty).stream().map(owner -> item(plan, programme, duty, owner)))
                .toList();
    }

    private static ProgrammeItem item(PlanDefinition plan, WorkProgramme programme, Duty duty, Unit owner) {
        var subject = "%s – %s – %s".formatted(duty.code(), owner.shortName(), programme.label());
        var focus = programme
                .topic()
                .map(code -> ". Nội dung trọng tâm: " + plan.topic(code).name())
                .orElse("");
        return new ProgrammeItem(
                duty.code(),
                owner.id(),
                assignerOf(plan, owner),
                subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                true,
                programme.period().to(),
                duty.name() + focus);
    }

    /** The lead agency asks for everything but its own work, which the issuer's leaders review: nobody reviews their own. */
    private static String assignerOf(PlanDefinition plan, Unit owner) {
        return owner.id().equals(plan.leadAgency()) ? plan.issuer() : plan.leadAgency();
    }
}
