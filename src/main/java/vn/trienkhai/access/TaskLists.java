package vn.trienkhai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;

/**
 * The task lists (Tasklist's filters) that everybody finds: own work, the unit's work, and what the unit asked others to
 * do. Made without expressions, which stay switched off in stored queries.
 */
@Component
class TaskLists {

    private static final String OF_ADMINISTRATORS = "Việc quản trị";
    private static final String OWN = "Việc của tôi";

    private static final String OF_THE_UNIT = "Việc của đơn vị";
    private static final String FOLLOWED = "Việc tôi theo dõi";

    /** Of the queries below: lists of an older edition are brought up to it. */
    private static final String EDITION = "2";

    private final FilterService filterService;
    private final TaskService taskService;
    private final Organisation organisation;
    private final Grants grants;

    TaskLists(FilterService filterService, TaskService taskService, Organisation organisation, Grants grants) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.organisation = organisation;
        this.grants = grants;
    }

    /** @param issuers units that issue plans: their leaders follow everything */
    void establish(List<String> issuers) {
        var known = known();
        establishOfAdministrators(known);
        for (var person : organisation.people()) {
            establishOwn(person, known);
        }
        for (var unit : organisation.units()) {
            establishOf(unit, known);
            establishFollowed(unit, issuers.contains(unit.id()), known);
        }
    }

    /** Filters carry no key of their own: the owner's id in the properties tells them apart. */
    private record Key(String name, Object owner) {}

    /** All lists there are, read once: units may be thousands. */
    private Map<Key, Filter> known() {
        return filterService.createTaskFilterQuery().list().stream()
                .collect(Collectors.toMap(
                        list -> new Key(list.getName(), list.getProperties().getOrDefault("ofWhom", "")),
                        list -> list,
                        (one, other) -> one));
    }

    private void establishOfAdministrators(Map<Key, Filter> known) {
        var query = taskService
                .createTaskQuery()
                .taskCandidateGroup(Groups.CAMUNDA_ADMIN)
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
        establish(
                known,
                OF_ADMINISTRATORS,
                Groups.CAMUNDA_ADMIN,
                null,
                Groups.CAMUNDA_ADMIN,
                10,
                query,
                "Lịch nghỉ, thư và những gì người quản trị phải xử lý");
    }

    private void establishOwn(Person person, Map<Key, Filter> known) {
        // Whoever has a task is one of its candidates: from there the database comes to a few tasks, not from all that
        // are open.
        var mine = taskService
                .createTaskQuery()
                .taskCandidateUser(person.userId())
                .includeAssignedTasks()
                .or()
                .taskAssignee(person.userId())
                .taskUnassigned()
                .endOr()
                .orderByDueDate()
                .asc();
        establish(
                known,
                OWN,
                person.userId(),
                person.userId(),
                null,
                10,
                mine,
                "Giao cho tôi, hoặc chờ người của nhóm tôi nhận");
    }

    private void establishOf(Unit unit, Map<Key, Filter> known) {
        var groups = new ArrayList<>(List.of(unit.id()));
        groups.addAll(organisation.postsOf(unit.id()).stream().map(Post::id).toList());
        var ofTheUnit = taskService
                .createTaskQuery()
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
        establish(known, OF_THE_UNIT, unit.id(), null, unit.id(), 20, ofTheUnit, "Mọi việc đang chờ " + unit.name());
    }

    private void establishFollowed(Unit unit, boolean everything, Map<Key, Filter> known) {
        var query = taskService.createTaskQuery();
        if (!everything) {
            query.processVariableValueEquals("assigner", unit.id());
        }
        establish(
                known,
                FOLLOWED,
                unit.id(),
                null,
                unit.id(),
                30,
                query.orderByDueDate().asc(),
                everything ? "Mọi việc của mọi đơn vị" : "Việc " + unit.name() + " đã giao cho các đơn vị");
    }

    private void establish(
            Map<Key, Filter> lists,
            String name,
            String owner,
            String userId,
            String groupId,
            int priority,
            TaskQuery query,
            String description) {
        var known = Optional.ofNullable(lists.get(new Key(name, owner)));
        if (known.isPresent() && EDITION.equals(known.get().getProperties().get("edition"))) {
            return;
        }
        var filter = known.orElseGet(() -> filterService.newTaskFilter(name));
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description", description,
                "priority", priority,
                "ofWhom", owner,
                "edition", EDITION,
                "refresh", true,
                "showUndefinedVariable", false));
        filterService.saveFilter(filter);
        if (known.isPresent()) {
            return;
        }
        grants.grantFilter(filter.getId(), userId, groupId);
    }
}
