package vn.trienkhai.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.Plan;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.ProgrammePeriod;

/**
 * Who sees what of a plan, and nobody else says it. The leaders of its issuer and everybody of the office see every plan
 * whole; everybody of a plan's lead agency sees that plan whole; everybody else, mass organisations too, sees the own unit.
 * Who stands in for somebody sees what that person does. Accounts that are nobody in the organisation, administrators among
 * them, see nothing.
 */
@Component
class Sights {

    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    Sights(Plans plans, Organisation organisation, Clock clock) {
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * @throws NotSeen if the person is nobody here, or asks for a unit that is not theirs to see
     * @throws NotKnown if the plan has no such thing
     * @throws FormRefused if the period or the day is none
     */
    View view(Wanted wanted, String userId) {
        var own = unitsOf(userId);
        var plan = planOf(wanted);
        var chart = new Chart(organisation);
        var whole = seesWhole(userId, plan);
        if (wanted.unit() != null) {
            if (!chart.knows(wanted.unit())) {
                throw new NotKnown("Không có đơn vị “%s”.".formatted(wanted.unit()));
            }
            if (!whole && !own.contains(wanted.unit())) {
                throw new NotSeen("Bạn chỉ xem được số liệu của đơn vị mình.");
            }
        }
        requireOf(
                plan.topics().stream().map(topic -> topic.code()).toList(),
                wanted.topic(),
                "Kế hoạch không có nội dung “%s”.");
        requireOf(
                plan.channels().stream().map(channel -> channel.code()).toList(),
                wanted.channel(),
                "Kế hoạch không có kênh “%s”.");
        var today = LocalDate.now(clock);
        var asOf = wanted.asOf() == null ? today : VietnamTime.parse(wanted.asOf());
        if (asOf.isAfter(today)) {
            throw FormRefused.at("asOf", "Chỉ xem được đến hôm nay, gặp ngày " + VietnamTime.format(asOf) + ".");
        }
        var period = periodOf(wanted, plan, asOf);
        return new View(
                plan.id(),
                plan.number(),
                period.from(),
                period.to(),
                wanted.unit(),
                wanted.topic(),
                wanted.channel(),
                asOf.equals(today) ? null : asOf,
                asOf.equals(today)
                        ? clock.instant()
                        : asOf.plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()
                                .minusNanos(1000),
                whole,
                wanted.unit() != null ? List.of(wanted.unit()) : whole ? chart.ids() : own);
    }

    /** The plans that the person sees something of: all that were loaded. @throws NotSeen if the person is nobody here */
    List<Plan> plansFor(String userId) {
        unitsOf(userId);
        return plans.all();
    }

    private boolean seesWhole(String userId, PlanDefinition plan) {
        return organisation.belongsTo(userId, plan.leadAgency())
                || organisation.leads(userId, plan.issuer())
                || organisation.units().stream()
                        .filter(unit -> unit.kind() == UnitKind.OFFICE)
                        .anyMatch(office -> organisation.belongsTo(userId, office.id()));
    }

    private List<String> unitsOf(String userId) {
        var units = Stream.concat(organisation.person(userId).stream(), organisation.standsInFor(userId).stream())
                .map(Person::unit)
                .flatMap(unit -> organisation.withFormerUnits(unit).stream())
                .distinct()
                .toList();
        if (units.isEmpty()) {
            throw new NotSeen("Trang này dành cho người của các đơn vị thực hiện kế hoạch.");
        }
        return units;
    }

    private PlanDefinition planOf(Wanted wanted) {
        if (wanted.plan() == null) {
            return plans.inForce().stream()
                    .findFirst()
                    .or(() -> plans.all().stream().findFirst().map(plan -> plans.definition(plan.id())))
                    .orElseThrow(() -> new NotKnown("Chưa có kế hoạch nào."));
        }
        return plans.all().stream()
                .filter(plan -> plan.id().equals(wanted.plan()))
                .findFirst()
                .map(plan -> plans.definition(plan.id()))
                .orElseThrow(() -> new NotKnown("Không có kế hoạch “%s”.".formatted(wanted.plan())));
    }

    private static void requireOf(List<String> codes, String wanted, String sentence) {
        if (wanted != null && !wanted.equals(Named.NONE) && !codes.contains(wanted)) {
            throw new NotKnown(sentence.formatted(wanted));
        }
    }

    private record Days(LocalDate from, LocalDate to) {}

    /** As asked; of a day alone until or from the end of the plan; otherwise the quarter of the day. */
    private static Days periodOf(Wanted wanted, PlanDefinition plan, LocalDate asOf) {
        if (wanted.from() == null && wanted.to() == null) {
            var quarter = ProgrammePeriod.quarterOf(asOf);
            return new Days(quarter.from(), quarter.to());
        }
        var from = wanted.from() == null ? plan.period().from() : VietnamTime.parse(wanted.from());
        var to = wanted.to() == null ? plan.period().to() : VietnamTime.parse(wanted.to());
        if (to.isBefore(from)) {
            throw FormRefused.at(
                    "to",
                    "Ngày cuối phải từ ngày đầu %s trở đi, gặp %s."
                            .formatted(VietnamTime.format(from), VietnamTime.format(to)));
        }
        return new Days(from, to);
    }
}
