package vn.trienkhai.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** The plans that were loaded, their data, and their way into force. */
@Service
@Transactional(readOnly = true)
public class Plans {

    private final PlanRepository plans;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ObjectProvider<OpenPlanWork> openWork;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, PlanDefinition> definitions = new ConcurrentHashMap<>();

    Plans(
            PlanRepository plans,
            JdbcClient jdbc,
            Organisation organisation,
            ObjectProvider<OpenPlanWork> openWork,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.openWork = openWork;
        this.events = events;
        this.clock = clock;
    }

    /** @throws PlanUnknown if no plan of this id was loaded */
    public Plan plan(String planId) {
        return plans.findById(planId).orElseThrow(() -> new PlanUnknown(planId));
    }

    /** Read once; whether another was loaded since is asked each time. @throws PlanUnknown if no plan of this id was loaded */
    public PlanDefinition definition(String planId) {
        var sha256 = jdbc.sql("select sha256 from plan where id = :id")
                .param("id", planId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new PlanUnknown(planId));
        var known = definitions.get(sha256);
        return known == null ? definitionOf(plan(planId)) : known;
    }

    /** Every plan, whatever its status, ordered by id. */
    public List<Plan> all() {
        return plans.findAllByOrderById();
    }

    /** The plans that are adopted and whose period contains today, by the clock's time zone. */
    public List<PlanDefinition> inForce() {
        var today = LocalDate.now(clock);
        return all().stream()
                .filter(plan -> plan.status() == PlanStatus.ADOPTED)
                .map(this::definitionOf)
                .filter(plan -> plan.period().contains(today))
                .toList();
    }

    /** The units that owe the duty, each once; a group stands for each of its members. @throws PlanEntryUnknown if unknown */
    public List<Unit> ownersOf(String planId, String dutyCode) {
        return organisation.expand(definition(planId).duty(dutyCode).owners());
    }

    /** The duties that the unit owes, in the order of the plan. */
    public List<Duty> dutiesOf(String planId, String unit) {
        var names = organisation.namesOf(unit);
        return definition(planId).duties().stream()
                .filter(duty -> duty.owners().stream().anyMatch(names::contains))
                .toList();
    }

    /** The channels that make sense for the unit; which of them it uses, it chooses itself (MD-3 of plan 269). */
    public List<Channel> channelsFor(String planId, String unit) {
        var names = organisation.namesOf(unit);
        return definition(planId).channels().stream()
                .filter(channel -> channel.suits().stream().anyMatch(names::contains))
                .toList();
    }

    /** @throws PlanAlreadyAdopted if it was adopted before */
    @Transactional
    public void adopt(String planId, String userId) {
        plan(planId).adopt(userId, clock.instant());
    }

    /** Leaves the plan out of force until a changed one is loaded or it is adopted after all. @throws PlanAlreadyAdopted if adopted */
    @Transactional
    public void sendBack(String planId, String reason) {
        plan(planId).sendBack(reason);
    }

    /**
     * Checks the files of a plan wholly and then stores the units that it brings and the plan itself, as proposed. The
     * same files again change nothing.
     *
     * @throws PlanInvalid with all problems, if there are any; nothing is stored then
     * @throws PlanChangeRefused if the files changed while work of the plan is open
     */
    @Transactional
    public PlanLoading load(PlanFiles files) {
        var sha256 = files.sha256();
        var same = plans.findBySha256(sha256);
        if (same.isPresent()) {
            return new PlanLoading(same.get().id(), PlanLoading.Outcome.UNCHANGED);
        }
        var read = PlanReading.of(files, KnownUnits.of(organisation.unitsOfAllTimes(), organisation.groups()));
        var plan = read.plan();
        var known = plans.findById(plan.id());
        known.ifPresent(this::requireNoOpenWork);
        read.chart().ifPresent(organisation::establish);
        known.ifPresentOrElse(
                old -> old.propose(plan, read.definition(), read.source(), sha256, clock.instant()),
                () -> plans.save(new Plan(plan, read.definition(), read.source(), sha256, clock.instant())));
        plans.flush(); // what is asked of a plan goes past Hibernate
        events.publishEvent(new PlanProposed(plan.id()));
        return new PlanLoading(
                plan.id(), known.isPresent() ? PlanLoading.Outcome.REPLACED : PlanLoading.Outcome.LOADED);
    }

    private void requireNoOpenWork(Plan plan) {
        openWork.orderedStream()
                .map(module -> module.openWorkOf(plan.id()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(open -> {
                    throw new PlanChangeRefused(plan.number(), open);
                });
    }

    private PlanDefinition definitionOf(Plan plan) {
        var issued = definitions.computeIfAbsent(
                plan.sha256(), sha256 -> PlanReading.again(plan.id(), plan.definition(), plan.sourceText()));
        return issued.carriedOutBy(inPlaceOf(issued.issuer()), inPlaceOf(issued.leadAgency()));
    }

    /** Whoever took the place of a unit that ended. */
    private String inPlaceOf(String unit) {
        return organisation.current(unit).orElse(unit);
    }
}
