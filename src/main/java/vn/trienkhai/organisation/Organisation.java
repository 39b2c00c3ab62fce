package vn.trienkhai.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;

/** Who is who: units, posts, people, and who leads whom. Units, posts and groups are named by their ids. */
@Service
@Transactional(readOnly = true)
public class Organisation {

    private static final String UNITS =
            "select id, name, short_name, kind, email, symbol, superior, letterhead, place from unit ";
    private static final String POSTS = "select unit_id as unit, role, title, signing_title from post ";
    private static final String PEOPLE = "select user_id, name, unit_id as unit, post_id as post, email from person ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final AbsenceRecords absences;
    private final Clock clock;

    Organisation(JdbcClient jdbc, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.absences = new AbsenceRecords(jdbc);
        this.clock = clock;
    }

    /** @throws UnitUnknown if no unit has this id */
    public Unit unit(String id) {
        return find(id).orElseThrow(() -> new UnitUnknown(id));
    }

    /** All units, in the order of the organisation chart. */
    public List<Unit> units() {
        return jdbc.sql(UNITS + "order by sort_order, id").query(Unit.class).list();
    }

    /** The units of this kind, in the order of the organisation chart. */
    public List<Unit> unitsOf(UnitKind kind) {
        return jdbc.sql(UNITS + "where kind = :kind order by sort_order, id")
                .param("kind", kind.name())
                .query(Unit.class)
                .list();
    }

    /** All groups of units, in the order of the organisation chart. */
    public List<UnitGroup> groups() {
        record Group(String id, String name) {}
        return jdbc.sql("select id, name from unit_group order by sort_order, id").query(Group.class).list().stream()
                .map(group -> new UnitGroup(group.id(), group.name(), membersOf(group.id())))
                .toList();
    }

    /** Whether the id names a unit or a group of units. */
    public boolean knows(String unitOrGroup) {
        return find(unitOrGroup).isPresent() || isGroup(unitOrGroup);
    }

    /** The unit itself, or the members of the group. @throws UnitUnknown if the id names neither */
    public List<Unit> expand(String unitOrGroup) {
        return expand(List.of(unitOrGroup));
    }

    /**
     * The units named one by one or by groups, each once, in the order named; read together, however many they are.
     *
     * @throws UnitUnknown if an id names neither
     */
    public List<Unit> expand(List<String> unitsOrGroups) {
        if (unitsOrGroups.isEmpty()) {
            return List.of();
        }
        var members = membersOf(unitsOrGroups);
        var wanted = unitsOrGroups.stream()
                .flatMap(id -> members.getOrDefault(id, List.of(id)).stream())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var units = jdbc.sql(UNITS + "where id in (:ids)").param("ids", wanted).query(Unit.class).list().stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
        return wanted.stream()
                .map(id -> Optional.ofNullable(units.get(id)).orElseThrow(() -> new UnitUnknown(id)))
                .toList();
    }

    /** What a plan can name the unit by: its own id and those of its groups. */
    public Set<String> namesOf(String unit) {
        var names = jdbc.sql("select group_id from unit_group_member where unit_id = :unit")
                .param("unit", unit)
                .query(String.class)
                .set();
        names.add(unit);
        return names;
    }

    /** Posts of all units, in the order of the organisation chart. */
    public List<Post> posts() {
        return jdbc.sql(POSTS + "order by sort_order, id").query(Post.class).list();
    }

    /** @throws UnitUnknown if no unit has this id */
    public List<Post> postsOf(String unit) {
        return jdbc.sql(POSTS + "where unit_id = :unit order by sort_order, id")
                .param("unit", unit(unit).id())
                .query(Post.class)
                .list();
    }

    /** Group ids of the posts that lead the unit: the candidates of what its leaders decide. @throws UnitUnknown if unknown */
    public List<String> leadGroupsOf(String unit) {
        return postsOf(unit).stream().filter(Post::leads).map(Post::id).toList();
    }

    /** Everybody, in the order of the organisation chart. */
    public List<Person> people() {
        return jdbc.sql(PEOPLE + "order by sort_order, user_id")
                .query(Person.class)
                .list();
    }

    /** @throws UnitUnknown if no unit has this id */
    public List<Person> peopleOf(String unit) {
        return jdbc.sql(PEOPLE + "where unit_id = :unit order by sort_order, user_id")
                .param("unit", unit(unit).id())
                .query(Person.class)
                .list();
    }

    /** Everybody who is of one of these units or holds one of these posts. */
    public List<Person> peopleIn(Collection<String> unitsOrPosts) {
        return unitsOrPosts.isEmpty()
                ? List.of()
                : jdbc.sql(PEOPLE + "where unit_id in (:ids) or post_id in (:ids) order by sort_order, user_id")
                        .param("ids", unitsOrPosts)
                        .query(Person.class)
                        .list();
    }

    /** The people to whom the unit's leaders can hand work: those who do not lead it. @throws UnitUnknown if unknown */
    public List<Person> officersOf(String unit) {
        var leads = leadGroupsOf(unit);
        return peopleOf(unit).stream()
                .filter(person -> !leads.contains(person.post()))
                .toList();
    }

    public Optional<Person> person(String userId) {
        return jdbc.sql(PEOPLE + "where user_id = :userId")
                .param("userId", userId)
                .query(Person.class)
                .optional();
    }

    /** The person's name; for an account that is nobody here (e.g. an administrator), the account itself. */
    public String nameOf(String userId) {
        return person(userId).map(Person::name).orElse(userId);
    }

    /**
     * The person's name as of an act at a moment: "Nguyễn A (thay Trần B)" if they stood in for somebody then. Not the single
     * act decides but the moment: whoever stands in answers for both posts.
     */
    public String nameOf(String userId, Instant at) {
        var absent = namesOfAbsent(userId, at);
        return absent.isEmpty() ? nameOf(userId) : "%s (thay %s)".formatted(nameOf(userId), String.join(", ", absent));
    }

    /** Names of those whom this person stood in for at a moment. */
    List<String> namesOfAbsent(String substitute, Instant at) {
        return absences.withSubstitute(substitute).stream()
                .filter(absence -> absence.runsAt(at))
                .map(absence -> nameOf(absence.person()))
                .toList();
    }

    /** People whom this person stood in for at a moment. */
    public List<Person> absentFor(String substitute, Instant at) {
        return absences.withSubstitute(substitute).stream()
                .filter(absence -> absence.runsAt(at))
                .flatMap(absence -> person(absence.person()).stream())
                .toList();
    }

    /** People whose posts this person acts at now, because they are away. */
    public List<Person> standsInFor(String userId) {
        return absences.withSubstitute(userId).stream()
                .filter(absence -> absence.runsAt(clock.instant()))
                .flatMap(absence -> person(absence.person()).stream())
                .toList();
    }

    /** Who acts now at the post of this person, if they are away. */
    public Optional<Person> substituteOf(String userId) {
        return absences.ofPerson(userId).stream()
                .filter(absence -> absence.runsAt(clock.instant()))
                .flatMap(absence -> person(absence.substitute()).stream())
                .findFirst();
    }

    /** Whether the person is the head or a deputy of the unit, or stands in for one now. */
    public boolean leads(String userId, String unit) {
        return actsAs(userId).filter(person -> person.unit().equals(unit)).anyMatch(person -> leadGroupsOf(unit)
                .contains(person.post()));
    }

    /** Whether the person is of the unit, or stands in for somebody of it now. */
    public boolean belongsTo(String userId, String unit) {
        return actsAs(userId).anyMatch(person -> person.unit().equals(unit));
    }

    /** Whether the person is one of these, or stands in for one of them now. @param people user ids */
    public boolean actsForOneOf(String userId, Collection<String> people) {
        return actsAs(userId).anyMatch(person -> people.contains(person.userId()));
    }

    private Stream<Person> actsAs(String userId) {
        return Stream.concat(person(userId).stream(), standsInFor(userId).stream());
    }

    /** False for mass organisations, which can only be asked. @throws UnitUnknown if no unit has this id */
    public boolean canBeAssigned(String unit) {
        return unit(unit).canBeAssigned();
    }

    /**
     * Establishes the units of the chart: new ones are added, known ones take the names, posts and people of the chart.
     * Units that the chart does not mention stay as they are.
     */
    @Transactional
    public void establish(OrganisationChart chart) {
        var before = chart.units().stream().collect(Collectors.toMap(Unit::id, unit -> standingOf(unit.id())));
        for (int i = 0; i < chart.units().size(); i++) {
            establish(chart.units().get(i), i);
        }
        for (int i = 0; i < chart.posts().size(); i++) {
            insert(chart.posts().get(i), i);
        }
        for (int i = 0; i < chart.people().size(); i++) {
            insert(chart.people().get(i), i);
        }
        for (int i = 0; i < chart.groups().size(); i++) {
            establish(chart.groups().get(i), i);
        }
        chart.units().forEach(unit -> recordReorganised(unit.id(), before.get(unit.id())));
        events.publishEvent(
                new OrganisationEstablished(chart.units().stream().map(Unit::id).toList()));
    }

    private void recordReorganised(String unit, Map<String, Object> before) {
        var after = standingOf(unit);
        if (!after.equals(before)) {
            audit.record(new AuditAct(null, "REORGANISED", "Unit", unit, before, after));
        }
    }

    /** What of a unit a new chart can change, people by their user ids. */
    private Map<String, Object> standingOf(String id) {
        return find(id).map(unit -> Map.<String, Object>of(
                        "unit", unit,
                        "posts", postsOf(id),
                        "people",
                                peopleOf(id).stream()
                                        .map(person -> "%s|%s".formatted(person.userId(), person.post()))
                                        .toList()))
                .orElse(Map.of());
    }

    private void establish(Unit unit, int order) {
        jdbc.sql("delete from person where unit_id = :id")
                .param("id", unit.id())
                .update();
        jdbc.sql("delete from post where unit_id = :id").param("id", unit.id()).update();
        var sql = find(unit.id()).isPresent()
                ? "update unit set name = :name, short_name = :shortName, kind = :kind, sort_order = :order, email = :email,"
                        + " symbol = :symbol, superior = :superior, letterhead = :letterhead, place = :place"
                        + " where id = :id"
                : "insert into unit (id, name, short_name, kind, sort_order, email, symbol, superior, letterhead, place)"
                        + " values (:id, :name, :shortName, :kind, :order, :email, :symbol, :superior, :letterhead, :place)";
        jdbc.sql(sql)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("kind", unit.kind().name())
                .param("order", order)
                .param("email", unit.email())
                .param("symbol", unit.symbol())
                .param("superior", unit.superior())
                .param("letterhead", unit.letterhead())
                .param("place", unit.place())
                .update();
    }

    private void insert(Post post, int order) {
        jdbc.sql("insert into post (id, unit_id, role, title, sort_order, signing_title)"
                        + " values (:id, :unit, :role, :title, :order, :signingTitle)")
                .param("id", post.id())
                .param("unit", post.unit())
                .param("role", post.role())
                .param("title", post.title())
                .param("order", order)
                .param("signingTitle", post.signingTitle())
                .update();
    }

    private void insert(Person person, int order) {
        jdbc.sql("insert into person (user_id, name, unit_id, post_id, sort_order, email)"
                        + " values (:userId, :name, :unit, :post, :order, :email)")
                .param("userId", person.userId())
                .param("name", person.name())
                .param("unit", person.unit())
                .param("post", person.post())
                .param("order", order)
                .param("email", person.email())
                .update();
    }

    private void establish(UnitGroup group, int order) {
        jdbc.sql("delete from unit_group_member where group_id = :id")
                .param("id", group.id())
                .update();
        var sql = isGroup(group.id())
                ? "update unit_group set name = :name, sort_order = :order where id = :id"
                : "insert into unit_group (id, name, sort_order) values (:id, :name, :order)";
        jdbc.sql(sql)
                .param("id", group.id())
                .param("name", group.name())
                .param("order", order)
                .update();
        for (int i = 0; i < group.units().size(); i++) {
            jdbc.sql("insert into unit_group_member (group_id, unit_id, sort_order) values (:group, :unit, :order)")
                    .param("group", group.id())
                    .param("unit", group.units().get(i))
                    .param("order", i)
                    .update();
        }
    }

    private Optional<Unit> find(String id) {
        return jdbc.sql(UNITS + "where id = :id")
                .param("id", id)
                .query(Unit.class)
                .optional();
    }

    private boolean isGroup(String id) {
        return jdbc.sql("select count(*) from unit_group where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<String> membersOf(String group) {
        return membersOf(List.of(group)).getOrDefault(group, List.of());
    }

    /** Members by group, in the order of the group; nothing for ids that name no group. */
    private Map<String, List<String>> membersOf(List<String> groups) {
        record Member(String groupId, String unitId) {}
        return jdbc
                .sql("select g.id as group_id, m.unit_id from unit_group g left join unit_group_member m"
                        + " on m.group_id = g.id where g.id in (:ids) order by m.sort_order, m.unit_id")
                .param("ids", groups)
                .query(Member.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Member::groupId,
                        Collectors.filtering(
                                member -> member.unitId() != null,
                                Collectors.mapping(Member::unitId, Collectors.toList()))));
    }
}
