package vn.trienkhai.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            "select u.id, u.name, u.short_name, u.kind, u.email, u.symbol, u.superior, u.letterhead, u.place, u.ended_on,"
                    + " u.successor_id as successor, s.short_name as successor_name"
                    + " from unit u left join unit s on s.id = u.successor_id ";
    private static final String IN_ORDER = "order by u.sort_order, u.id";
    private static final String POSTS = "select unit_id as unit, role, title, signing_title from post ";
    private static final String PEOPLE = "select user_id, name, unit_id as unit, post_id as post, email from person ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final AbsenceRecords absences;
    private final EndedUnits ended;
    private final Clock clock;

    Organisation(JdbcClient jdbc, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.absences = new AbsenceRecords(jdbc);
        this.ended = new EndedUnits(jdbc);
        this.clock = clock;
    }

    /** @throws UnitUnknown if no unit has this id */
    public Unit unit(String id) {
        return find(id).orElseThrow(() -> new UnitUnknown(id));
    }

    /** All units that are, in the order of the organisation chart: those that something new can be asked of. */
    public List<Unit> units() {
        return jdbc.sql(UNITS + "where u.ended_on is null " + IN_ORDER)
                .query(Organisation::unitOf)
                .list();
    }

    /** Also those that ended: whatever something of the past can name. */
    public List<Unit> unitsOfAllTimes() {
        return jdbc.sql(UNITS + IN_ORDER).query(Organisation::unitOf).list();
    }

    /** The unit itself, or the one that is in its place now; empty if it ended and none is. */
    public Optional<String> current(String unit) {
        return ended.current(unit);
    }

    /** The unit, and all whose place it took. */
    public Set<String> withFormerUnits(String unit) {
        return withFormerUnits(unit, LocalDate.MAX);
    }

    /** The unit, and all whose place it had taken by a day, inclusive. */
    public Set<String> withFormerUnits(String unit, LocalDate day) {
        var all = new LinkedHashSet<>(Set.of(unit));
        all.addAll(ended.before(unit, day));
        return all;
    }

    /** The units of this kind, in the order of the organisation chart. */
    public List<Unit> unitsOf(UnitKind kind) {
        return jdbc.sql(UNITS + "where u.kind = :kind and u.ended_on is null " + IN_ORDER)
                .param("kind", kind.name())
                .query(Organisation::unitOf)
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
     * The units named one by one or by groups, each once, in the order named; read together, however many they are. For one
     * that ended stands the unit in its place, if there is one.
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
                .flatMap(id -> ended.current(id).stream())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var units =
                jdbc
                        .sql(UNITS + "where u.id in (:ids)")
                        .param("ids", wanted)
                        .query(Organisation::unitOf)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Unit::id, Function.identity()));
        return wanted.stream()
                .map(id -> Optional.ofNullable(units.get(id)).orElseThrow(() -> new UnitUnknown(id)))
                .toList();
    }

    /** What a plan can name the unit by: its own id and those of its groups, and of units whose place it took. */
    public Set<String> namesOf(String unit) {
        var names = jdbc.sql("select group_id from unit_group_member where unit_id = :unit")
                .param("unit", unit)
                .query(String.class)
                .set();
        names.addAll(withFormerUnits(unit));
        return names;
    }

    /** Posts of all units, in the order of the organisation chart. */
    public List<Post> posts() {
        return jdbc.sql(POSTS + "order by sort_order, id").query(Post.class).list();
    }

    /** Of the unit that is now in the place of one that ended. @throws UnitUnknown if no unit has this id */
    public List<Post> postsOf(String unit) {
        return current(unit(unit).id()).map(this::ownPostsOf).orElse(List.of());
    }

    List<Post> ownPostsOf(String unit) {
        return jdbc.sql(POSTS + "where unit_id = :unit order by sort_order, id")
                .param("unit", unit)
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

    /** Of the unit that is now in the place of one that ended. @throws UnitUnknown if no unit has this id */
    public List<Person> peopleOf(String unit) {
        return current(unit(unit).id()).map(this::ownPeopleOf).orElse(List.of());
    }

    List<Person> ownPeopleOf(String unit) {
        return jdbc.sql(PEOPLE + "where unit_id = :unit order by sort_order, user_id")
                .param("unit", unit)
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

    /** Whether the person is the head or a deputy of the unit or of the one in its place, or stands in for one now. */
    public boolean leads(String userId, String unit) {
        var now = current(unit).orElse("");
        return actsAs(userId).filter(person -> person.unit().equals(now)).anyMatch(person -> leadGroupsOf(now)
                .contains(person.post()));
    }

    /** Whether the person is of the unit or of the one in its place, or stands in for somebody of it now. */
    public boolean belongsTo(String userId, String unit) {
        var now = current(unit).orElse("");
        return actsAs(userId).anyMatch(person -> person.unit().equals(now));
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
     * Units that the chart does not mention stay as they are. Those that ended stay ended, whatever the chart says of them;
     * in a group stands the unit in their place, and posts that came from them stay unless the chart names them itself.
     */
    @Transactional
    public void establish(OrganisationChart whole) {
        var chart =
                whole.without(unit -> ended.current(unit).filter(unit::equals).isEmpty());
        var before = chart.units().stream().collect(Collectors.toMap(Unit::id, unit -> standingOf(unit.id())));
        var passedOn = new HashSet<>(jdbc.sql("select id from post where came_from is not null")
                .query(String.class)
                .list());
        var posts =
                chart.posts().stream().map(Post::id).filter(passedOn::contains).toList();
        for (int i = 0; i < chart.units().size(); i++) {
            establish(chart.units().get(i), i, posts);
        }
        for (int i = 0; i < chart.posts().size(); i++) {
            insert(chart.posts().get(i), i, null);
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

    /** Ends units on a day, with their posts and people going to the successor. @return what passed where */
    Succession end(List<Unit> units, Optional<Unit> successor, Reorganisation decided) {
        var before = Stream.concat(units.stream(), successor.stream())
                .collect(Collectors.toMap(Unit::id, unit -> standingOf(unit.id())));
        decided.newUnit().ifPresent(made -> insert(made, successor.orElseThrow(), units));
        var posts =
                successor.map(next -> movePosts(units, next, decided.newUnit())).orElse(Map.of());
        for (var unit : units) {
            jdbc.sql("update unit set ended_on = :day, successor_id = :successor where id = :id")
                    .param("day", decided.order().effectiveOn())
                    .param("successor", successor.map(Unit::id).orElse(null), Types.VARCHAR)
                    .param("id", unit.id())
                    .update();
            passMembership(unit.id(), successor.map(Unit::id).orElse(null));
        }
        ended.changed();
        before.forEach((unit, former) -> recordReorganised(unit, former));
        return new Succession(
                units, successor, groupsAfter(units, successor, posts), posts, decided.why(), decided.confirmedBy());
    }

    /** The new unit stands where the first of the ended ones stood. */
    private void insert(NewUnit made, Unit asUnit, List<Unit> ending) {
        jdbc.sql("insert into unit (id, name, short_name, kind, sort_order, email, symbol, superior, letterhead, place)"
                        + " select :id, :name, :shortName, :kind, sort_order, null, :symbol, superior, null, place"
                        + " from unit where id = :first")
                .param("id", asUnit.id())
                .param("name", made.name())
                .param("shortName", made.shortName())
                .param("kind", made.kind().name())
                .param("symbol", made.symbol(), Types.VARCHAR)
                .param("first", ending.get(0).id())
                .update();
    }

    /** @return for each post of the ended units the one that continues it */
    private Map<String, String> movePosts(List<Unit> units, Unit next, Optional<NewUnit> made) {
        var moved = new LinkedHashMap<String, String>();
        var order = ownPostsOf(next.id()).size();
        for (var unit : units) {
            var founding = made.isPresent() && unit == units.get(0);
            for (var post : ownPostsOf(unit.id())) {
                var continued = founding
                        ? PostsAfter.ofNewUnit(post, unit, next, made.get())
                        : PostsAfter.inExistingUnit(post, unit, next);
                insert(continued, order++, post.id());
                moved.put(post.id(), continued.id());
                jdbc.sql("update person set name = :title where post_id = :post and name = :before")
                        .param("title", continued.title())
                        .param("post", post.id())
                        .param("before", post.title())
                        .update();
                jdbc.sql("update person set unit_id = :unit, post_id = :next where post_id = :post")
                        .param("unit", next.id())
                        .param("next", continued.id())
                        .param("post", post.id())
                        .update();
            }
        }
        return moved;
    }

    private void passMembership(String unit, String successor) {
        if (successor != null) {
            jdbc.sql("insert into unit_group_member (group_id, unit_id, sort_order)"
                            + " select group_id, :successor, sort_order from unit_group_member m where unit_id = :unit"
                            + " and not exists (select 1 from unit_group_member k"
                            + " where k.group_id = m.group_id and k.unit_id = :successor)")
                    .param("successor", successor)
                    .param("unit", unit)
                    .update();
        }
        jdbc.sql("delete from unit_group_member where unit_id = :unit")
                .param("unit", unit)
                .update();
    }

    /** Work of a unit's leaders goes to the leaders of the next one; work of any other post stays with whoever holds it. */
    private Map<String, List<String>> groupsAfter(
            List<Unit> units, Optional<Unit> successor, Map<String, String> posts) {
        var groups = new LinkedHashMap<String, List<String>>();
        var leads = successor.map(next -> leadGroupsOf(next.id())).orElse(List.of());
        for (var unit : units) {
            groups.put(unit.id(), successor.map(Unit::id).stream().toList());
            ownPostsOf(unit.id())
                    .forEach(post -> groups.put(
                            post.id(),
                            post.leads() && successor.isPresent()
                                    ? leads
                                    : Optional.ofNullable(posts.get(post.id())).stream()
                                            .toList()));
        }
        return groups;
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
                        "posts", ownPostsOf(id),
                        "people",
                                ownPeopleOf(id).stream()
                                        .map(person -> "%s|%s".formatted(person.userId(), person.post()))
                                        .toList()))
                .orElse(Map.of());
    }

    /** @param posts ids of those that came from an ended unit and that the chart names itself; the others of these stay */
    private void establish(Unit unit, int order, List<String> posts) {
        jdbc.sql("delete from person where unit_id = :id and post_id in"
                        + " (select id from post where came_from is null or id in (:posts))")
                .param("id", unit.id())
                .param("posts", orNone(posts))
                .update();
        jdbc.sql("delete from post where unit_id = :id and (came_from is null or id in (:posts))")
                .param("id", unit.id())
                .param("posts", orNone(posts))
                .update();
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

    /** Of {@link #UNITS}, by place: there are thousands in a country, and every answer for managers reads them all. */
    private static Unit unitOf(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                UnitKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getString(12));
    }

    private static List<String> orNone(List<String> ids) {
        return ids.isEmpty() ? List.of("") : ids;
    }

    /** @param cameFrom id of a post of an ended unit; null for a post of the chart */
    private void insert(Post post, int order, String cameFrom) {
        jdbc.sql("insert into post (id, unit_id, role, title, sort_order, signing_title, came_from)"
                        + " values (:id, :unit, :role, :title, :order, :signingTitle, :cameFrom)")
                .param("cameFrom", cameFrom, Types.VARCHAR)
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
        var members = group.units().stream()
                .flatMap(member -> ended.current(member).stream())
                .distinct()
                .toList();
        for (int i = 0; i < members.size(); i++) {
            jdbc.sql("insert into unit_group_member (group_id, unit_id, sort_order) values (:group, :unit, :order)")
                    .param("group", group.id())
                    .param("unit", members.get(i))
                    .param("order", i)
                    .update();
        }
    }

    private Optional<Unit> find(String id) {
        return jdbc.sql(UNITS + "where u.id = :id")
                .param("id", id)
                .query(Organisation::unitOf)
                .optional();
    }

    boolean isGroup(String id) {
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
