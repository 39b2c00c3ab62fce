package vn.trienkhai.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.DutyKind;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;

/** Who may inspect whom, and what a programme, a notice and minutes must say. Tells all that is wrong at once. */
@Component
class InspectionRules {

    private final Plans plans;
    private final Organisation organisation;

    InspectionRules(Plans plans, Organisation organisation) {
        this.plans = plans;
        this.organisation = organisation;
    }

    /** The plans in force under which this person's unit inspects. */
    List<PlanDefinition> plansFor(String userId) {
        return plans.inForce().stream()
                .filter(plan -> organisation.belongsTo(userId, plan.leadAgency()))
                .filter(plan -> inspectionDuty(plan).isPresent())
                .toList();
    }

    /** The duty to inspect that the plan gives to its lead agency (of plan 269: III.1, second dash). */
    Optional<Duty> inspectionDuty(PlanDefinition plan) {
        return plan.duties().stream()
                .filter(duty -> duty.kind() == DutyKind.INSPECTION)
                .filter(duty -> organisation.expand(duty.owners()).stream()
                        .anyMatch(owner -> owner.id().equals(plan.leadAgency())))
                .findFirst();
    }

    /** Units that owe the plan something, but for the lead agency itself. */
    List<Unit> inspectableUnits(PlanDefinition plan) {
        var owners = plan.duties().stream()
                .flatMap(duty -> duty.owners().stream())
                .distinct()
                .toList();
        return organisation.expand(owners).stream()
                .filter(Unit::canBeAssigned)
                .filter(unit -> !unit.id().equals(plan.leadAgency()))
                .toList();
    }

    /** @throws FormRefused if the person does not belong to the lead agency, or something is missing or impossible */
    void check(InspectionProposal proposal, String by, LocalDate today) {
        if (proposal.planId() == null) {
            throw FormRefused.at("plan", "Chưa chọn kế hoạch.");
        }
        var plan = plans.definition(proposal.planId());
        if (!organisation.belongsTo(by, plan.leadAgency())) {
            throw FormRefused.because("Chỉ %s lập được chương trình kiểm tra theo Kế hoạch %s."
                    .formatted(organisation.unit(plan.leadAgency()).name(), plan.number()));
        }
        if (plansFor(by).stream().noneMatch(allowed -> allowed.id().equals(plan.id()))) {
            throw FormRefused.at(
                    "plan", "Kế hoạch %s chưa có hiệu lực hoặc không giao nhiệm vụ kiểm tra.".formatted(plan.number()));
        }
        var wrong = new Wrong();
        wrong.ifMissing("name", proposal.name(), "Chưa điền tên chương trình.");
        wrong.ifMissing("content", proposal.content(), "Chưa điền nội dung kiểm tra.");
        wrong.ifMissing("periodFrom", proposal.periodFrom(), "Chưa điền ngày đầu của thời kỳ kiểm tra.");
        wrong.ifMissing("periodTo", proposal.periodTo(), "Chưa điền ngày cuối của thời kỳ kiểm tra.");
        if (proposal.periodFrom() != null
                && proposal.periodTo() != null
                && proposal.periodTo().isBefore(proposal.periodFrom())) {
            wrong.at("periodTo", "Ngày cuối của thời kỳ phải từ ngày đầu trở đi.");
        }
        if (proposal.stops().isEmpty()) {
            wrong.at("visits", "Chưa chọn đơn vị nào.");
        }
        checkStops(plan, proposal.stops(), today, wrong);
        wrong.refuse();
    }

    private void checkStops(PlanDefinition plan, List<InspectionProposal.Stop> stops, LocalDate today, Wrong wrong) {
        var inspectable = inspectableUnits(plan).stream().map(Unit::id).collect(Collectors.toSet());
        var chosen = new HashSet<String>();
        for (int i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            var field = "visits[" + i + "].";
            if (stop.unit() == null) {
                wrong.at(field + "unit", "Chưa chọn đơn vị.");
            } else if (!inspectable.contains(stop.unit())) {
                wrong.at(
                        field + "unit",
                        "Đơn vị này không có nhiệm vụ theo Kế hoạch %s nên không kiểm tra.".formatted(plan.number()));
            } else if (!chosen.add(stop.unit())) {
                wrong.at(field + "unit", "Đơn vị này đã có trong chương trình.");
            }
            if (stop.visitDate() == null) {
                wrong.at(field + "visitDate", "Chưa điền ngày kiểm tra.");
            } else if (!stop.visitDate().isAfter(today)) {
                wrong.at(field + "visitDate", "Ngày kiểm tra phải sau hôm nay, vì phải thông báo trước.");
            }
            if (stop.inspectors().isEmpty()) {
                wrong.at(field + "inspectors", "Chưa chọn người kiểm tra.");
            }
            stop.inspectors().stream()
                    .filter(person -> !organisation.belongsTo(person, plan.leadAgency()))
                    .forEach(person -> wrong.at(
                            field + "inspectors",
                            "%s không thuộc %s."
                                    .formatted(
                                            organisation.nameOf(person),
                                            organisation.unit(plan.leadAgency()).name())));
        }
    }

    /** @throws FormRefused if it comes too late for the day of the visit, or moves that day without saying why */
    void check(VisitNotice notice, LocalDate plannedFor, LocalDate today) {
        var wrong = new Wrong();
        wrong.ifMissing("content", notice.content(), "Chưa điền nội dung kiểm tra.");
        wrong.ifMissing("visitDate", notice.visitDate(), "Chưa điền ngày kiểm tra.");
        wrong.ifMissing("selfReportDue", notice.selfReportDue(), "Chưa điền hạn gửi báo cáo tự kiểm tra.");
        if (notice.visitDate() != null && !notice.visitDate().isAfter(today)) {
            wrong.at("visitDate", "Ngày kiểm tra phải sau hôm nay, vì phải thông báo trước.");
        }
        if (notice.visitDate() != null && !notice.visitDate().equals(plannedFor) && notice.reason() == null) {
            wrong.at(
                    "reason",
                    "Ngày kiểm tra khác ngày đã định (%s): chưa điền lý do.".formatted(VietnamTime.format(plannedFor)));
        }
        if (notice.selfReportDue() != null && notice.visitDate() != null) {
            if (notice.selfReportDue().isBefore(today)) {
                wrong.at("selfReportDue", "Hạn gửi báo cáo tự kiểm tra phải từ hôm nay trở đi.");
            } else if (!notice.selfReportDue().isBefore(notice.visitDate())) {
                wrong.at("selfReportDue", "Hạn gửi báo cáo tự kiểm tra phải trước ngày kiểm tra.");
            }
        }
        wrong.refuse();
    }

    /** @throws FormRefused unless the checklist judges each duty of the unit once and every recommendation has a date */
    void check(VisitRecord visited, List<Duty> duties, LocalDate notifiedOn, LocalDate today) {
        var wrong = new Wrong();
        if (visited.visitedOn() == null) {
            wrong.at("visitedOn", "Chưa điền ngày đã kiểm tra.");
        } else if (visited.visitedOn().isAfter(today)) {
            wrong.at("visitedOn", "Ngày đã kiểm tra không được sau hôm nay.");
        } else if (visited.visitedOn().isBefore(notifiedOn)) {
            wrong.at(
                    "visitedOn",
                    "Ngày đã kiểm tra không được trước ngày gửi thông báo (%s)."
                            .formatted(VietnamTime.format(notifiedOn)));
        }
        var owed = duties.stream().map(Duty::code).toList();
        var judged = visited.findings().stream().map(Finding::dutyCode).toList();
        if (!judged.equals(owed)) {
            throw FormRefused.at(
                    "findings",
                    "Danh mục kiểm tra không đúng: mong đợi %s, gặp %s. Hãy tải lại trang."
                            .formatted(String.join(", ", owed), String.join(", ", judged)));
        }
        for (int i = 0; i < visited.findings().size(); i++) {
            var finding = visited.findings().get(i);
            if (finding.result() == null) {
                wrong.at("findings[" + i + "].result", "Chưa đánh giá nhiệm vụ %s.".formatted(finding.dutyCode()));
            } else if (finding.result() == FindingResult.NOT_MET && finding.note() == null) {
                wrong.at(
                        "findings[" + i + "].note",
                        "Chưa nêu nhiệm vụ %s chưa đạt ở đâu.".formatted(finding.dutyCode()));
            }
        }
        checkDemands(visited.demands(), Set.copyOf(owed), today, wrong);
        wrong.refuse();
    }

    private static void checkDemands(List<VisitRecord.Demand> demands, Set<String> owed, LocalDate today, Wrong wrong) {
        for (int i = 0; i < demands.size(); i++) {
            var demand = demands.get(i);
            var field = "recommendations[" + i + "].";
            wrong.ifMissing(field + "text", demand.wording(), "Chưa điền kiến nghị.");
            if (demand.due() == null) {
                wrong.at(field + "due", "Chưa điền thời hạn khắc phục.");
            } else if (demand.due().isBefore(today)) {
                wrong.at(field + "due", "Thời hạn khắc phục phải từ hôm nay trở đi.");
            }
            if (demand.dutyCode() != null && !owed.contains(demand.dutyCode())) {
                wrong.at(field + "duty", "Đơn vị không có nhiệm vụ %s.".formatted(demand.dutyCode()));
            }
        }
    }

    /** Collects reasons, so that a form shows them all at once. */
    private static class Wrong {

        private final List<Reason> reasons = new ArrayList<>();

        void at(String field, String message) {
            reasons.add(new Reason(field, message));
        }

        void ifMissing(String field, Object value, String message) {
            if (Objects.isNull(value)) {
                at(field, message);
            }
        }

        void refuse() {
            if (!reasons.isEmpty()) {
                throw new FormRefused(reasons);
            }
        }
    }
}
