package vn.trienkhai.organisation;

import java.util.List;
import java.util.function.Predicate;

/** Units, posts, people and groups to be established together; the order of each list is the order shown. */
public record OrganisationChart(List<Unit> units, List<Post> posts, List<Person> people, List<UnitGroup> groups) {

    public OrganisationChart {
        units = List.copyOf(units);
        posts = List.copyOf(posts);
        people = List.copyOf(people);
        groups = List.copyOf(groups);
    }

    /** Whether the id names a unit or a group of this chart. */
    public boolean knows(String unitOrGroup) {
        return units.stream().anyMatch(unit -> unit.id().equals(unitOrGroup))
                || groups.stream().anyMatch(group -> group.id().equals(unitOrGroup));
    }

    /** The same without some units, their posts and their people; in the groups they stay. */
    OrganisationChart without(Predicate<String> unit) {
        return new OrganisationChart(
                units.stream().filter(one -> !unit.test(one.id())).toList(),
                posts.stream().filter(post -> !unit.test(post.unit())).toList(),
                people.stream().filter(person -> !unit.test(person.unit())).toList(),
                groups);
    }
}
