package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;

/** A plan and its duties, as forms show them. */
@Component
class PlanFacts {

    private final Organisation organisation;

    PlanFacts(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A duty with the clause that it rests on. @param owners each unit that owes it, a group named one by one */
    record DutyShown(
            String code, String name, String kind, String timing, String clause, String quote, List<String> owners) {}

    /** Number and title, issuer, superior plan, period, lead agency, signature. */
    List<Fact> identityOf(PlanDefinition plan) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Số, ký hiệu", plan.number()));
        facts.add(new Fact("Trích yếu", plan.title()));
        facts.add(new Fact("Địa danh, ngày", plan.place() + ", ngày " + VietnamTime.format(plan.issuedOn())));
        facts.add(new Fact("Cơ quan ban hành", organisation.unit(plan.issuer()).name()));
        plan.superior()
                .ifPresent(superior -> facts.add(new Fact(
                        "Kế hoạch cấp trên",
                        "Kế hoạch số %s ngày %s của %s: %s"
                                .formatted(
                                        superior.number(),
                                        VietnamTime.format(superior.issuedOn()),
                                        superior.issuer(),
                                        superior.title()))));
        facts.add(new Fact(
                "Thời gian thực hiện",
                VietnamTime.format(plan.period().from()) + " – "
                        + VietnamTime.format(plan.period().to())));
        facts.add(
                new Fact("Đơn vị chủ trì", organisation.unit(plan.leadAgency()).name()));
        facts.add(new Fact(
                "Người ký",
                "%s, %s, %s"
                        .formatted(
                                plan.signature().authority(),
                                plan.signature().position(),
                                plan.signature().name())));
        return facts;
    }

    /** Number and title on one line. */
    static Fact nameOf(PlanDefinition plan) {
        return new Fact("Kế hoạch", plan.number() + " – " + plan.title());
    }

    DutyShown shown(PlanDefinition plan, Duty duty) {
        return new DutyShown(
                duty.code(),
                duty.name(),
                duty.kind().label(),
                duty.timing().label(),
                "Kế hoạch %s, mục %s".formatted(plan.number(), duty.clause()),
                duty.quote(),
                organisation.expand(duty.owners()).stream().map(Unit::name).toList());
    }

    String namesOf(List<Unit> units) {
        return units.stream().map(Unit::name).collect(Collectors.joining("; "));
    }
}
