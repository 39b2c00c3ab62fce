package vn.trienkhai.inspection;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** Biên bản kiểm tra: composed from the checklist, so that nobody writes it a second time. */
@Component
class Minutes {

    private final InspectionRules rules;
    private final Plans plans;
    private final Organisation organisation;

    Minutes(InspectionRules rules, Plans plans, Organisation organisation) {
        this.rules = rules;
        this.plans = plans;
        this.organisation = organisation;
    }

    String of(InspectionProgramme programme, InspectionVisit visit, List<Recommendation> recommendations) {
        var plan = plans.definition(programme.planId());
        var lines = new ArrayList<String>();
        lines.add("BIÊN BẢN");
        lines.add("Kiểm tra công tác thông tin, tuyên truyền tại "
                + organisation.unit(visit.unit()).name());
        lines.add("");
        rules.inspectionDuty(plan)
                .ifPresent(duty -> lines.add("Căn cứ: %s.".formatted(AssignmentFacts.clauseOf(plan, duty.clause()))));
        lines.add("Chương trình: %s.".formatted(programme.name()));
        lines.add("Ngày kiểm tra: %s."
                .formatted(visit.visitedOn().map(VietnamTime::format).orElseThrow()));
        lines.add("Người kiểm tra: %s – %s."
                .formatted(
                        String.join(
                                ", ",
                                visit.inspectors().stream()
                                        .map(organisation::nameOf)
                                        .toList()),
                        organisation.unit(programme.leadAgency()).name()));
        lines.add("Báo cáo tự kiểm tra: %s.".formatted(selfReportOf(visit)));
        lines.add("");
        lines.add("I. KẾT QUẢ KIỂM TRA");
        for (var finding : visit.findings()) {
            lines.add("%d. %s – %s: %s.%s"
                    .formatted(
                            visit.findings().indexOf(finding) + 1,
                            finding.dutyCode(),
                            plan.duty(finding.dutyCode()).name(),
                            finding.result().label(),
                            finding.note() == null ? "" : " " + finding.note()));
        }
        lines.add("");
        lines.add("II. KIẾN NGHỊ");
        if (recommendations.isEmpty()) {
            lines.add("Không có kiến nghị.");
        }
        for (var recommendation : recommendations) {
            lines.add("%d. %s (%sthời hạn: %s)"
                    .formatted(
                            recommendations.indexOf(recommendation) + 1,
                            recommendation.wording(),
                            recommendation
                                    .dutyCode()
                                    .map(code -> "nhiệm vụ " + code + "; ")
                                    .orElse(""),
                            VietnamTime.format(recommendation.due())));
        }
        visit.confirmedAt().ifPresent(at -> {
            lines.add("");
            lines.add("III. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA");
            lines.add(visit.reservation()
                    .map(text -> "Thông qua biên bản, bảo lưu ý kiến: " + text)
                    .orElse("Thông qua biên bản, thống nhất toàn bộ."));
            lines.add("%s, %s."
                    .formatted(visit.confirmedBy().map(organisation::nameOf).orElse(""), VietnamTime.format(at)));
        });
        return String.join("\n", lines);
    }

    static String selfReportOf(InspectionVisit visit) {
        return visit.selfReportedAt()
                .map(at -> "đã gửi ngày " + VietnamTime.format(VietnamTime.dateOf(at)))
                .orElse("chưa gửi báo cáo tự kiểm tra");
    }
}
