package vn.trienkhai.content;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.ChannelType;
import vn.trienkhai.plan.Plans;

/**
 * Who is behind a step of the approval, as groups of posts. Where a group holds nobody but the one person who must not
 * decide, the step goes one level up, so that no content waits for ever.
 */
@Service
class ContentApprovers {

    private static final String FORM_CHECKER = "officer";

    private final Organisation organisation;
    private final Plans plans;

    ContentApprovers(Organisation organisation, Plans plans) {
        this.organisation = organisation;
        this.plans = plans;
    }

    /** @param who must not sign: the drafter of a content, or who asks for its correction */
    @Transactional(readOnly = true)
    public List<String> groupsOf(Approver approver, String planId, String unit, String who) {
        var leaders = organisation.leadGroupsOf(plans.definition(planId).issuer());
        var groups =
                switch (approver) {
                    case UBND_LEADER -> leaders;
                    case EDITORIAL_BOARD -> leadsOf(ofKind(UnitKind.EDITORIAL_BOARD));
                    case COMMUNE_LEADER, UNIT_HEAD -> organisation.leadGroupsOf(unit);
                    case BROADCAST_CENTRE -> broadcastersFor(planId, unit);
                };
        return holdSomebodyBut(List.of(who), groups) ? groups : leaders;
    }

    /**
     * The person assigned to check form (Nghị định 30/2020/NĐ-CP, Điều 12 khoản 2): in a commune its own officer, for all
     * others the office of the People's Committee.
     *
     * @param not who drafted it and who checked its content
     */
    @Transactional(readOnly = true)
    public List<String> formCheckersOf(String unit, Collection<String> not) {
        var office = ofKind(UnitKind.OFFICE);
        var inOrder = Stream.of(
                organisation.unit(unit).kind() == UnitKind.COMMUNE ? officersOf(List.of(unit)) : List.<String>of(),
                officersOf(office),
                office,
                List.of(unit));
        return inOrder.filter(groups -> holdSomebodyBut(not, groups))
                .findFirst()
                .orElse(List.of(unit));
    }

    private List<String> broadcastersFor(String planId, String unit) {
        var centres = plans.definition(planId).channels().stream()
                .filter(channel -> channel.type() == ChannelType.LOUDSPEAKER)
                .flatMap(channel -> organisation.expand(channel.suits()).stream())
                .filter(each -> each.kind() == UnitKind.PUBLIC_SERVICE)
                .map(Unit::id)
                .distinct()
                .toList();
        return leadsOf(centres.contains(unit) ? List.of(unit) : centres);
    }

    private List<String> ofKind(UnitKind kind) {
        return organisation.unitsOf(kind).stream().map(Unit::id).toList();
    }

    private List<String> leadsOf(List<String> units) {
        return units.stream()
                .flatMap(unit -> organisation.leadGroupsOf(unit).stream())
                .toList();
    }

    private static List<String> officersOf(List<String> units) {
        return units.stream().map(unit -> unit + "." + FORM_CHECKER).toList();
    }

    /** A group is a unit or a post. */
    private boolean holdSomebodyBut(Collection<String> not, List<String> groups) {
        return organisation.peopleIn(groups).stream().anyMatch(person -> !not.contains(person.userId()));
    }
}
