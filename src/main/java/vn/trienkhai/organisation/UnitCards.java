package vn.trienkhai.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.form.CardFacts;
import vn.trienkhai.form.OpenTask;

/** The unit on the card of a task that no assignment stands behind: whose variable says so. */
@Component
@Order(20)
class UnitCards implements CardFacts {

    /** The first that names a unit counts. */
    private static final List<String> NAMING_A_UNIT = List.of("unit", "leadAgency", "consolidator");

    private final Organisation organisation;

    UnitCards(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Set<String> variables() {
        return Set.copyOf(NAMING_A_UNIT);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Card> cardsOf(Collection<OpenTask> tasks) {
        var units = organisation.unitsOfAllTimes().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        var cards = new HashMap<String, Card>();
        for (var task : tasks) {
            NAMING_A_UNIT.stream()
                    .map(task::variable)
                    .flatMap(Optional::stream)
                    .map(units::get)
                    .filter(name -> name != null)
                    .findFirst()
                    .ifPresent(name -> cards.put(task.id(), new Card(name, null, null, null)));
        }
        return cards;
    }
}
