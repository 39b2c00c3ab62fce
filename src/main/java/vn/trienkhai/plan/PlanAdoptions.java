package vn.trienkhai.plan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.PlanEvent.Kind;

/** Brings a loaded plan into force: checked duty by duty, adopted by the issuer's leaders, sent, received. */
@Service
public class PlanAdoptions implements OpenPlanWork {

    private static final int LONGEST_REASON = 2000;

    private final PlanAdoptionRepository repository;
    private final PlanReceiptRepository receipts;
    private final PlanHistory history;
    private final PlanAdoptionProcess process;
    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    PlanAdoptions(
            PlanAdoptionRepository repository,
            PlanReceiptRepository receipts,
            PlanHistory history,
            PlanAdoptionProcess process,
            Plans plans,
            Organisation organisation,
            Clock clock) {
        this.repository = repository;
        this.receipts = receipts;
        this.history = history;
        this.process = process;
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The adoption of the plan as it was loaded last; empty if it was never loaded. */
    @Transactional(readOnly = true)
    public Optional<PlanAdoption> latestOf(String planId) {
        return repository.findAllByPlanIdOrderByOpenedAtDesc(planId).stream().findFirst();
    }

    /** The units that must confirm that they received the plan, by id; empty until it is sent. */
    @Transactional(readOnly = true)
    public List<PlanReceipt> receiptsOf(UUID adoption) {
        return receipts.findAllByAdoptionIdOrderByUnit(adoption);
    }

    @Transactional(readOnly = true)
    public List<PlanEvent> historyOf(UUID adoption) {
        return history.of(adoption);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        return latestOf(planId).flatMap(latest -> switch (latest.stage()) {
            case ADOPTED -> Optional.of("kế hoạch đã phê duyệt, đang gửi đến nơi nhận");
            case SENT -> {
                var open = receipts.countByAdoptionIdAndConfirmedAtIsNull(latest.id());
                yield open == 0
                        ? Optional.empty()
                        : Optional.of("còn %d đơn vị chưa xác nhận nhận kế hoạch".formatted(open));
            }
            default -> Optional.empty();
        });
    }

    /** A loaded plan is proposed for adoption in the transaction that loads it; an undecided older text gives way. */
    @EventListener
    void propose(PlanProposed proposed) {
        var plan = plans.definition(proposed.planId());
        repository.findAllByPlanIdOrderByOpenedAtDesc(plan.id()).stream()
                .filter(PlanAdoption::isUndecided)
                .forEach(older -> {
                    older.replace();
                    history.record(older.id(), Kind.CLOSED, "Thay bằng bản mới nạp", null, null);
                    process.replaced(older);
                });
        var adoption = repository.save(new PlanAdoption(plan.id(), clock.instant()));
        history.record(adoption.id(), Kind.PROPOSED, "Nạp kế hoạch", null, null);
        process.proposed(adoption, plan, organisation.leadGroupsOf(plan.issuer()));
    }

    PlanAdoption get(UUID id) {
        return repository
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có lần triển khai kế hoạch mã %s.".formatted(id)));
    }

    /** Records what was found for each duty. @throws FormRefused unless every duty has a verdict, and every fault a reason */
    boolean check(UUID id, List<DutyCheck> found, String by) {
        var adoption = get(id);
        requireEveryDutyOnce(plans.definition(adoption.planId()), found);
        requireReasons(found);
        adoption.check(found);
        history.record(
                id,
                Kind.CONFIRMED,
                adoption.areDutiesTrue() ? "Xác nhận đúng với văn bản" : "Thấy chỗ cần sửa",
                adoption.areDutiesTrue() ? null : faultsIn(found),
                by);
        return adoption.areDutiesTrue();
    }

    /** The plan stays out of force until a corrected one is loaded. */
    void sendBack(UUID id) {
        var adoption = get(id);
        var faults = faultsIn(adoption.checks());
        plans.sendBack(adoption.planId(), faults);
        history.record(id, Kind.CLOSED, "Trả lại để sửa dữ liệu", faults, null);
    }

    void adopt(UUID id, String note, String by) {
        var adoption = get(id);
        adoption.adopt(by, clock.instant());
        plans.adopt(adoption.planId(), by);
        history.record(id, Kind.APPROVED, "Phê duyệt triển khai", note, by);
    }

    /** The issuer's leaders want the duties checked anew. */
    void requestCheck(UUID id, String why, String by) {
        get(id).checkAgain();
        history.record(id, Kind.RETURNED, "Trả lại đơn vị chủ trì", why, by);
    }

    /** Records the delivery to every line of "Nơi nhận". @return the units that own duties, each once, in the plan's order */
    List<Unit> send(UUID id) {
        var adoption = get(id);
        var plan = plans.definition(adoption.planId());
        adoption.send(plan.recipients().stream().map(this::delivered).toList());
        var responsible = responsibleUnits(plan);
        responsible.forEach(unit -> receipts.save(new PlanReceipt(id, unit.id(), clock.instant())));
        history.record(id, Kind.SENT, "Gửi đến nơi nhận", null, null);
        return responsible;
    }

    /** @throws FormRefused if the contact does not belong to the unit */
    void confirmReceipt(UUID id, String unit, String contact, String note, String by) {
        if (!organisation.belongsTo(contact, unit)) {
            throw FormRefused.at(
                    "contact",
                    "%s không thuộc %s."
                            .formatted(
                                    organisation.nameOf(contact),
                                    organisation.unit(unit).name()));
        }
        receiptAskedOf(id, unit)
                .orElseThrow(() -> FormRefused.because("Đơn vị này không phải xác nhận nhận kế hoạch."))
                .confirm(contact, note, by, clock.instant());
        history.record(
                id,
                Kind.RECEIVED,
                organisation.unit(unit).shortName() + " xác nhận nhận kế hoạch",
                "Đầu mối: " + organisation.nameOf(contact),
                by);
    }

    /** The unit's own receipt, or one that was asked of a unit whose place it took; what is not confirmed yet comes first. */
    @Transactional(readOnly = true)
    Optional<PlanReceipt> receiptAskedOf(UUID adoption, String unit) {
        var units = organisation.withFormerUnits(unit);
        return receiptsOf(adoption).stream()
                .filter(receipt -> units.contains(receipt.unit()))
                .min(Comparator.comparing(PlanReceipt::isConfirmed)
                        .thenComparing(receipt -> !receipt.unit().equals(unit)));
    }

    List<Unit> responsibleUnits(PlanDefinition plan) {
        return organisation.expand(
                plan.duties().stream().flatMap(duty -> duty.owners().stream()).toList());
    }

    private PlanDelivery delivered(Recipient line) {
        var units = organisation.expand(line.units()).stream().map(Unit::id).collect(Collectors.joining(","));
        return new PlanDelivery(line.code(), line.name(), units.isEmpty() ? null : units, clock.instant());
    }

    private static void requireEveryDutyOnce(PlanDefinition plan, List<DutyCheck> found) {
        var expected = plan.duties().stream().map(Duty::code).toList();
        var answered = found.stream().map(DutyCheck::dutyCode).toList();
        if (!answered.equals(expected)) {
            throw FormRefused.because(
                    "Phải xác nhận đủ %d nhiệm vụ của kế hoạch, mỗi nhiệm vụ một lần, theo thứ tự: %s."
                            .formatted(expected.size(), String.join(", ", expected)));
        }
    }

    private static void requireReasons(List<DutyCheck> found) {
        var missing = new ArrayList<Reason>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).verdict() == DutyCheck.Verdict.NEEDS_CORRECTION
                    && found.get(i).reason() == null) {
                missing.add(new Reason("duties[%d].reason".formatted(i), "Chưa nêu chỗ cần sửa."));
            }
        }
        if (!missing.isEmpty()) {
            throw new FormRefused(missing);
        }
    }

    private static String faultsIn(List<DutyCheck> checks) {
        var faults = checks.stream()
                .filter(check -> check.verdict() == DutyCheck.Verdict.NEEDS_CORRECTION)
                .map(check -> check.dutyCode() + ": " + check.reason())
                .collect(Collectors.joining("; "));
        return faults.length() <= LONGEST_REASON ? faults : faults.substring(0, LONGEST_REASON - 1) + "…";
    }
}
