package vn.trienkhai.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.trienkhai.organisation.OrganisationChart;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitGroup;
import vn.trienkhai.organisation.UnitKind;

/** Reads {@code organisation.yml}. */
final class OrganisationReader {

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String EMAIL = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)*";

    /** Stands in the numbers of documents, between "/" and "-". */
    private static final String SYMBOL = "[\\p{L}\\p{N}]{1,20}";

    private final Map<String, Integer> lines = new HashMap<>();
    private final KnownUnits stored;
    private final List<Unit> units = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    /** Where everybody has a mailbox named like their id; null if addresses are only given one by one. */
    private String mailDomain;

    /** Where units issue their documents unless they say otherwise; null if nowhere is named. */
    private String place;

    OrganisationReader(KnownUnits stored) {
        this.stored = stored;
    }

    OrganisationChart read(YamlEntry root) {
        mailDomain = root.optionalText("mailDomain").orElse(null);
        place = root.optionalText("place").orElse(null);
        root.entries("units", this::unit);
        var groups = root.optionalEntries("groups", this::group);
        root.file().reportUnknownFields();
        return new OrganisationChart(units, posts, people, groups);
    }

    private Unit unit(YamlEntry entry) {
        var id = newId(entry, "id");
        var unit = new Unit(
                id,
                entry.text("name"),
                entry.text("shortName"),
                entry.oneOf("kind", UnitKind.class),
                email(entry, id),
                symbol(entry),
                entry.optionalText("superior").orElse(null),
                entry.optionalText("letterhead").orElse(null),
                entry.optionalText("place").orElse(place));
        units.add(unit);
        var ofUnit = entry.entries("posts", post -> post(unit.id(), post));
        if (!ofUnit.isEmpty() && ofUnit.stream().noneMatch(Post::leads)) {
            entry.report("posts", "một chức danh đứng đầu (head) của “%s”".formatted(unit.id()), "không có");
        }
        return unit;
    }

    private Post post(String unit, YamlEntry entry) {
        var post = new Post(
                unit,
                id(entry, "role"),
                entry.text("title"),
                entry.optionalText("signingTitle").orElse(null));
        posts.add(post);
        isNew(entry, "role", post.id());
        people.add(new Person(
                post.id(),
                entry.optionalText("person").orElse(post.title()),
                unit,
                post.id(),
                email(entry, post.id())));
        return post;
    }

    private UnitGroup group(YamlEntry entry) {
        var members = entry.words("units");
        members.stream()
                .filter(member -> units.stream().noneMatch(unit -> unit.id().equals(member.text())))
                .filter(member -> !stored.units().containsKey(member.text()))
                .forEach(member -> entry.file()
                        .report(member.line(), "mã của một đơn vị đã khai", PlanProblems.quoted(member.text())));
        return new UnitGroup(
                newId(entry, "id"),
                entry.text("name"),
                members.stream().map(YamlEntry.Word::text).distinct().toList());
    }

    /** The address given, or the one that the domain's rule makes; null if neither. */
    private String email(YamlEntry entry, String id) {
        var email = entry.optionalText("email").orElse(mailDomain == null ? null : id + "@" + mailDomain);
        if (email != null && !email.matches(EMAIL)) {
            entry.report("email", "địa chỉ thư điện tử", PlanProblems.quoted(email));
        }
        return email;
    }

    private String symbol(YamlEntry entry) {
        var symbol = entry.optionalText("symbol").orElse(null);
        if (symbol != null && !symbol.matches(SYMBOL)) {
            entry.report("symbol", "chữ và số viết liền, nhiều nhất 20 ký tự", PlanProblems.quoted(symbol));
        }
        return symbol;
    }

    private String newId(YamlEntry entry, String field) {
        var id = id(entry, field);
        isNew(entry, field, id);
        return id;
    }

    private String id(YamlEntry entry, String field) {
        var id = entry.text(field);
        if (!id.isEmpty() && !id.matches(ID)) {
            entry.report(
                    field,
                    "chữ thường không dấu, chữ số và dấu gạch nối ở “%s”".formatted(field),
                    PlanProblems.quoted(id));
        }
        return id;
    }

    private void isNew(YamlEntry entry, String field, String id) {
        var before = lines.putIfAbsent(id, entry.line(field));
        if (before != null && !id.isEmpty()) {
            entry.report(field, "mã chưa dùng", "%s đã dùng ở dòng %d".formatted(PlanProblems.quoted(id), before));
        }
    }
}
