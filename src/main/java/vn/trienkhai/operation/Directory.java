package vn.trienkhai.operation;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.Folded;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;

/** Names of people, units, posts and processes, and the lists to choose from. */
@Component
class Directory {

    private final Organisation organisation;
    private final IdentityService identityService;
    private final RepositoryService repositoryService;

    Directory(Organisation organisation, IdentityService identityService, RepositoryService repositoryService) {
        this.organisation = organisation;
        this.identityService = identityService;
        this.repositoryService = repositoryService;
    }

    /** Name of whoever acted at a moment; "Hệ thống" for nobody. */
    String actor(String userId, Date at) {
        return userId == null ? "Hệ thống" : actor(userId, at.toInstant());
    }

    String actor(String userId, Instant at) {
        return organisation.person(userId).isPresent() ? organisation.nameOf(userId, at) : person(userId);
    }

    /** Name of a person of the organisation or of an account; an empty text for null. */
    String person(String userId) {
        if (userId == null) {
            return "";
        }
        return organisation
                .person(userId)
                .map(Person::name)
                .or(() -> Optional.ofNullable(
                                identityService.createUserQuery().userId(userId).singleResult())
                        .map(user -> user.getFirstName()))
                .orElse(userId);
    }

    /** Name of a unit; of an id that is none, the id; an empty text for null. */
    String unit(Object id) {
        return id == null ? "" : unitNames().getOrDefault(id.toString(), id.toString());
    }

    /** Name of each person of the organisation by user id. */
    Map<String, String> peopleNames() {
        return organisation.people().stream().collect(Collectors.toMap(Person::userId, Person::name));
    }

    Map<String, String> unitNames() {
        return organisation.unitsOfAllTimes().stream().collect(Collectors.toMap(Unit::id, Unit::nameAndWhatItIsNow));
    }

    /** Title of a post, name of a unit, or the name that an account group has. */
    String group(String id) {
        return organisation.posts().stream()
                .filter(post -> post.id().equals(id))
                .map(Post::title)
                .findFirst()
                .orElseGet(() -> {
                    var unit = unitNames().get(id);
                    if (unit != null) {
                        return unit;
                    }
                    var group = identityService.createGroupQuery().groupId(id).singleResult();
                    return group == null ? id : group.getName();
                });
    }

    /** Name of each process by its key, of its newest version. */
    Map<String, String> processNames() {
        return repositoryService.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Folded.<ProcessDefinition>alphabetically(ProcessDefinition::getName))
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey,
                        ProcessDefinition::getName,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    List<Choice> processes() {
        return processNames().entrySet().stream()
                .map(process -> new Choice(process.getKey(), process.getValue()))
                .toList();
    }

    /** Units that this person may look into, in Vietnamese order. */
    List<Choice> units(Overseer who) {
        return organisation.units().stream()
                .filter(unit -> who.everything() || who.leads(unit.id()))
                .sorted(Folded.alphabetically(Unit::name))
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    /** People of these units, by given name. */
    List<Choice> people(Overseer who) {
        return organisation.people().stream()
                .filter(person -> who.everything() || who.leads(person.unit()))
                .sorted(Folded.byGivenName(Person::name))
                .map(person -> new Choice(person.userId(), person.name()))
                .toList();
    }

    /** Ids of the unit's group and of its posts' groups. */
    List<String> groupsOf(String unit) {
        return Stream.concat(
                        Stream.of(unit), organisation.postsOf(unit).stream().map(Post::id))
                .toList();
    }

    List<String> peopleOf(String unit) {
        return organisation.peopleOf(unit).stream().map(Person::userId).toList();
    }

    String unitOf(String userId) {
        return organisation.person(userId).map(Person::unit).orElse(null);
    }
}
