package vn.trienkhai.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.document.DossierEntry;
import vn.trienkhai.document.DossierPart;
import vn.trienkhai.document.DossierScope;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.PlanOverseers;
import vn.trienkhai.plan.Plans;

/**
 * The files behind the evidence that counts. The issuer, its office and the lead agency find those of all units, everybody
 * else those of the own unit.
 */
@Component
@Order(1)
class EvidenceInDossier implements DossierPart {

    private static final String FOLDER = "minh-chung";

    private final EvidenceRepository evidence;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Plans plans;
    private final PlanOverseers overseers;

    EvidenceInDossier(
            EvidenceRepository evidence,
            Attachments attachments,
            Organisation organisation,
            Plans plans,
            PlanOverseers overseers) {
        this.evidence = evidence;
        this.attachments = attachments;
        this.organisation = organisation;
        this.plans = plans;
        this.overseers = overseers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DossierEntry> entriesOf(DossierScope scope) {
        if (plans.all().stream().noneMatch(plan -> plan.id().equals(scope.planId()))) {
            return List.of();
        }
        var plan = plans.definition(scope.planId());
        var entries = new ArrayList<DossierEntry>();
        evidence.findAllByPlanIdAndReplacedAtIsNullOrderByUnitAscHappenedFromAscRecordedAtAsc(plan.id()).stream()
                .filter(within(scope, plan))
                .filter(visibleTo(scope.userId(), plan))
                .forEach(entry -> add(entries, entry, plan));
        return entries;
    }

    /** A scope names a duty by its code or by the clause that it comes from. */
    private static Predicate<Evidence> within(DossierScope scope, PlanDefinition plan) {
        if (scope.duty() == null) {
            return entry -> true;
        }
        var codes = plan.duties().stream()
                .filter(duty -> duty.code().equalsIgnoreCase(scope.duty())
                        || duty.clause().equalsIgnoreCase(scope.duty()))
                .map(Duty::code)
                .collect(Collectors.toSet());
        return entry -> entry.dutyCode().filter(codes::contains).isPresent();
    }

    private Predicate<Evidence> visibleTo(String userId, PlanDefinition plan) {
        return overseers.oversees(userId, plan.id())
                ? entry -> true
                : entry -> organisation.belongsTo(userId, entry.unit());
    }

    private void add(List<DossierEntry> entries, Evidence entry, PlanDefinition plan) {
        var unit = organisation.unit(entry.unit());
        var what = Stream.concat(
                        entry.dutyCode().stream(),
                        entry.channel().map(code -> plan.channel(code).name()).stream())
                .collect(Collectors.joining(", "));
        attachments
                .all(entry.attachments())
                .forEach(file -> entries.add(new DossierEntry(
                        FOLDER,
                        "%s %s %s".formatted(unit.id(), entry.from(), file.name()),
                        null,
                        entry.from(),
                        "Minh chứng",
                        what.isEmpty() ? unit.name() : unit.name() + " – " + what,
                        file.sha256(),
                        () -> attachments.bytesOf(file.id()))));
    }
}
