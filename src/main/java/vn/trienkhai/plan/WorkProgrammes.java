package vn.trienkhai.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.PlanEvent.Kind;

/** Programmes of work: the duties of a plan for one quarter, year or campaign, from proposal to conclusion. */
@Service
public class WorkProgrammes implements OpenPlanWork {

    /** Enough to share the cost of a transaction, few enough that it stays short. */
    private static final int LINES_AT_ONCE = 100;

    private final WorkProgrammeRepository repository;
    private final PlanHistory history;
    private final WorkProgrammeProcess process;
    private final Plans plans;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkProgrammes(
            WorkProgrammeRepository repository,
            PlanHistory history,
            WorkProgrammeProcess process,
            Plans plans,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.process = process;
        this.plans = plans;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** What the lead agency decided about a line of its programme. */
    record ItemDecision(String duty, String unit, boolean included, LocalDate due, String instruction) {}

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public WorkProgramme get(UUID id) {
        return repository
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có chương trình mã %s.".formatted(id)));
    }

    /** All programmes of the plan, by their first day. */
    @Transactional(readOnly = true)
    public List<WorkProgramme> ofPlan(String planId) {
        return repository.findAllByPlanIdOrderByPeriodFrom(planId);
    }

    /** Programmes of the plans whose lead agency this person is of, newest period first. */
    @Transactional(readOnly = true)
    List<WorkProgramme> ledBy(String userId) {
        return plans.all().stream()
                .map(plan -> plans.definition(plan.id()))
                .filter(plan -> organisation.belongsTo(userId, plan.leadAgency()))
                .flatMap(plan -> ofPlan(plan.id()).stream())
                .sorted(Comparator.comparing(
                                (WorkProgramme programme) -> programme.period().from())
                        .reversed())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<PlanEvent> historyOf(UUID programme) {
        return history.of(programme);
    }

    /**
     * Keeps others who report on the same programme waiting until this transaction ends: of two that close the last two
     * assignments at once, the second sees what the first did.
     */
    @Transactional
    public void oneAtATime(UUID programme) {
        repository.lock(programme);
    }

    /** None of the programme's assignments is open any more: its round can be concluded before the period ends. */
    @Transactional
    public void allAssignmentsClosed(UUID programme) {
        process.fulfilled(programme);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        return ofPlan(planId).stream()
                .filter(programme -> !programme.status().isOver())
                .findFirst()
                .map(open -> "“%s” chưa kết thúc".formatted(open.name()));
    }

    /** @throws FormRefused unless the plan is in force, the person is of its lead agency, and the period still lies ahead */
    UUID proposeByHand(ProgrammeProposal proposal, String by) {
        var plan = inForce(proposal.planId());
        if (!organisation.belongsTo(by, plan.leadAgency())) {
            throw FormRefused.because("Chỉ đơn vị chủ trì kế hoạch (%s) được lập chương trình."
                    .formatted(organisation.unit(plan.leadAgency()).name()));
        }
        requirePeriod(plan, proposal.period());
        requireNoOther(proposal);
        requireDuties(plan, proposal.duties());
        if (proposal.topic() != null
                && plan.topics().stream().noneMatch(topic -> topic.code().equals(proposal.topic()))) {
            throw FormRefused.at("topic", "Kế hoạch không có nội dung “%s”.".formatted(proposal.topic()));
        }
        return propose(proposal, by);
    }

    /** All duties of the plan for a quarter, proposed by the program itself. */
    UUID proposeFor(String planId, ProgrammePeriod quarter) {
        var duties =
                programmable(plans.definition(planId)).stream().map(Duty::code).toList();
        return propose(
                new ProgrammeProposal(planId, quarter, ProgrammeProposal.nameFor(quarter), null, duties, null), null);
    }

    private UUID propose(ProgrammeProposal proposal, String by) {
        var programme = repository.save(new WorkProgramme(proposal, by, clock.instant()));
        history.record(programme.id(), Kind.PROPOSED, "Đề xuất chương trình", proposal.note(), by);
        return programme.id();
    }

    /** The plans in force in the quarter that have no programme for it yet. */
    List<String> plansWithoutProgrammeFor(ProgrammePeriod quarter) {
        return plans.inForce().stream()
                .filter(plan -> plan.period().contains(quarter.from()))
                .map(PlanDefinition::id)
                .filter(plan -> sameRound(plan, quarter).isEmpty())
                .toList();
    }

    /** The duties that a programme can be about, in the order of the plan. */
    List<Duty> programmable(PlanDefinition plan) {
        return plan.duties().stream()
                .filter(ProgrammeProposals::canBeProgrammed)
                .toList();
    }

    void proposeAssignments(UUID id) {
        var programme = get(id);
        var plan = plans.definition(programme.planId());
        programme.propose(ProgrammeProposals.itemsOf(plan, programme, duty -> organisation.expand(duty.owners())));
    }

    /**
     * Takes over what the lead agency decided line by line and hands the programme to the issuer's leaders.
     *
     * @throws FormRefused unless there is a decision for each line in its order, something is included, and each included
     *     line is due within the period and not before today
     */
    void prepare(UUID id, List<ItemDecision> decisions, String by) {
        var programme = get(id);
        var items = programme.items();
        if (decisions.size() != items.size()) {
            throw FormRefused.because("Mong đợi quyết định cho %d dòng, gặp %d dòng: hãy mở lại biểu mẫu."
                    .formatted(items.size(), decisions.size()));
        }
        var problems = new ArrayList<Reason>();
        var prepared = new ArrayList<ProgrammeItem>();
        for (int i = 0; i < items.size(); i++) {
            var decision = decisions.get(i);
            if (!items.get(i).isFor(decision.duty(), decision.unit())) {
                throw FormRefused.because("Dòng %d không khớp với chương trình: hãy mở lại biểu mẫu.".formatted(i + 1));
            }
            if (decision.included()) {
                var field = "items[%d].due".formatted(i);
                problemWith(decision.due(), programme.period())
                        .ifPresent(problem -> problems.add(new Reason(field, problem)));
            }
            prepared.add(items.get(i).asked(decision.included(), decision.due(), decision.instruction()));
        }
        if (!problems.isEmpty()) {
            throw new FormRefused(problems);
        }
        if (prepared.stream().noneMatch(ProgrammeItem::included)) {
            throw FormRefused.because("Chương trình phải có ít nhất một việc được giao.");
        }
        programme.prepare(prepared);
        history.record(id, Kind.SUBMITTED, "Trình chương trình", null, by);
    }

    /** @throws FormRefused if a deadline passed while the programme waited */
    void approve(UUID id, String note, String by) {
        var programme = get(id);
        programme.includedItems().stream()
                .filter(item -> item.due().isBefore(today()))
                .findFirst()
                .ifPresent(late -> {
                    throw FormRefused.because("Thời hạn %s của “%s” đã qua: hãy trả lại để đặt thời hạn khác."
                            .formatted(VietnamTime.format(late.due()), late.subject()));
                });
        programme.approve(by, clock.instant());
        history.record(id, Kind.APPROVED, "Duyệt chương trình", note, by);
    }

    void requestChange(UUID id, String why, String by) {
        get(id).prepareAgain();
        history.record(id, Kind.RETURNED, "Trả lại chương trình", why, by);
    }

    void reject(UUID id, String why, String by) {
        get(id).reject();
        history.record(id, Kind.REJECTED, "Không duyệt chương trình", why, by);
    }

    /**
     * Goes on with the round: whoever carries programmes out opens an assignment for each of the next included lines, in the
     * order of the programme.
     *
     * @return whether all are opened now
     */
    boolean openNext(UUID id) {
        var opening = repository.opening(id);
        var next = repository.included(id, PageRequest.of(opening.opened() / LINES_AT_ONCE, LINES_AT_ONCE));
        if (repository.opened(id, opening.opened(), opening.opened() + next.size()) != 1) {
            throw new IllegalStateException("Lines of programme %s are opened elsewhere too".formatted(id));
        }
        events.publishEvent(new ProgrammeApproved(id, opening.planId(), opening.approvedBy(), next));
        return next.size() < LINES_AT_ONCE;
    }

    /** Lines for a unit that are proposed or approved and have not become assignments yet. */
    @Transactional(readOnly = true)
    List<ProgrammeItem> notYetOpenedOf(String planId, String unit) {
        return repository.findAllByPlanIdOrderByPeriodFrom(planId).stream()
                .filter(programme -> !programme.status().isOver())
                .flatMap(programme -> (programme.status() == ProgrammeStatus.PREPARING
                                        || programme.status() == ProgrammeStatus.SUBMITTED
                                ? programme.items()
                                : programme.includedItems())
                        .stream().skip(programme.openedLines()))
                .filter(line -> line.unit().equals(unit))
                .toList();
    }

    /** Ends the round with its conclusion; assignments that are still open go on. */
    void close(UUID id, String conclusion, String by) {
        get(id).close(conclusion, clock.instant());
        history.record(id, Kind.CLOSED, "Tổng kết chương trình", null, by);
    }

    LocalDate today() {
        return VietnamTime.dateOf(clock.instant());
    }

    private PlanDefinition inForce(String planId) {
        return plans.inForce().stream()
                .filter(plan -> plan.id().equals(planId))
                .findFirst()
                .orElseThrow(() ->
                        FormRefused.at("plan", "Kế hoạch này chưa được phê duyệt triển khai hoặc đã hết thời hạn."));
    }

    private void requirePeriod(PlanDefinition plan, ProgrammePeriod period) {
        if (period.to().isBefore(today())) {
            throw FormRefused.at("to", "Kỳ này đã kết thúc ngày %s.".formatted(VietnamTime.format(period.to())));
        }
        if (!plan.period().contains(period.from()) || !plan.period().contains(period.to())) {
            throw FormRefused.at(
                    "from",
                    "Kỳ phải nằm trong thời gian thực hiện kế hoạch: %s – %s."
                            .formatted(
                                    VietnamTime.format(plan.period().from()),
                                    VietnamTime.format(plan.period().to())));
        }
    }

    private void requireNoOther(ProgrammeProposal proposal) {
        sameRound(proposal.planId(), proposal.period()).ifPresent(other -> {
            throw FormRefused.at(
                    "from",
                    "Đã có “%s”: %s.".formatted(other.name(), other.status().label()));
        });
    }

    private void requireDuties(PlanDefinition plan, List<String> duties) {
        var known = programmable(plan).stream().map(Duty::code).toList();
        duties.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw FormRefused.at("duties", "“%s” không phải nhiệm vụ giao được theo chương trình.".formatted(code));
        });
    }

    /** A quarter or a year has one programme; campaigns may be many. */
    private Optional<WorkProgramme> sameRound(String planId, ProgrammePeriod period) {
        return ofPlan(planId).stream()
                .filter(other -> period.kind() != ProgrammeKind.CAMPAIGN)
                .filter(other -> other.status() != ProgrammeStatus.REJECTED)
                .filter(other -> other.period().equals(period))
                .findFirst();
    }

    private Optional<String> problemWith(LocalDate due, ProgrammePeriod period) {
        if (due == null) {
            return Optional.of("Chưa đặt thời hạn.");
        }
        if (due.isBefore(today())) {
            return Optional.of("Thời hạn %s đã qua.".formatted(VietnamTime.format(due)));
        }
        if (!period.contains(due)) {
            return Optional.of("Thời hạn phải từ %s đến %s, gặp %s."
                    .formatted(
                            VietnamTime.format(period.from()),
                            VietnamTime.format(period.to()),
                            VietnamTime.format(due)));
        }
        return Optional.empty();
    }
}
