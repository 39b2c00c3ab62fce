package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds documents that a person may see: what was issued, everybody who carries out the plan; a draft, the drafting unit, the
 * issuer, its office, whoever has a task on it, and the leaders of the people's committee. Who is only asked (đoàn thể) sees of what was issued what was made under
 * the clauses by which it was asked; an account that is nobody in the organisation sees nothing.
 */
@Service
@Transactional(readOnly = true)
class DocumentSearch {

    static final int PAGE_SIZE = 50;

    private static final String ISSUED = "d.status in ('ISSUED', 'REPLACED', 'CORRECTED', 'RECALLED')";
    private static final String NUMBER =
            "d.number_text like :number escape '!' or lower(d.number_text) like :smallNumber escape '!'";
    private static final String NOBODY = "-";
    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final DocumentRoles roles;
    private final DocumentIssueProcess process;
    private final ObjectProvider<AskedAbout> askedAbout;

    DocumentSearch(
            JdbcClient jdbc, DocumentRoles roles, DocumentIssueProcess process, ObjectProvider<AskedAbout> askedAbout) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.process = process;
        this.askedAbout = askedAbout;
    }

    /**
     * What is wanted; null for whatever.
     *
     * @param plan id
     * @param number a part of the number
     * @param from the day of a document, or of its draft, inclusive
     * @param to inclusive
     * @param unit that issued or drafted it
     * @param clauses of the plan, or codes of duties, in small letters: any of them
     * @param text words of its title, with or without marks
     * @param words of its title or a part of its number
     * @param amendable only what is issued and neither replaced nor recalled
     */
    record Wanted(
            String plan,
            String number,
            LocalDate from,
            LocalDate to,
            DocumentType type,
            String unit,
            Set<String> clauses,
            String text,
            String words,
            boolean amendable) {}

    /** @param total of all pages */
    record Found(long total, List<UUID> ids) {}

    /** @param page from 0 */
    Found find(Wanted wanted, int page, String userId) {
        var params = new LinkedHashMap<String, Object>();
        var conditions = new ArrayList<String>();
        conditions.add(visibleTo(userId, params));
        add(conditions, params, "d.plan_id = :plan", "plan", wanted.plan());
        if (wanted.number() != null) {
            conditions.add("(" + NUMBER + ")");
            addNumber(params, wanted.number());
        }
        if (wanted.words() != null) {
            conditions.add("(" + NUMBER + " or d.search_text like :words escape '!')");
            addNumber(params, wanted.words());
            params.put("words", containing(Folded.of(wanted.words())));
        }
        if (wanted.amendable()) {
            conditions.add("d.status in ('ISSUED', 'CORRECTED')");
        }
        add(conditions, params, "d.listed_on >= :from", "from", wanted.from());
        add(conditions, params, "d.listed_on <= :to", "to", wanted.to());
        add(
                conditions,
                params,
                "d.type = :type",
                "type",
                wanted.type() == null ? null : wanted.type().name());
        add(conditions, params, "(d.issuer = :unit or d.drafter = :unit)", "unit", wanted.unit());
        add(
                conditions,
                params,
                "exists (select 1 from document_clause c where c.document_id = d.id and lower(c.clause) in (:clauses))",
                "clauses",
                wanted.clauses());
        add(
                conditions,
                params,
                "d.search_text like :text escape '!'",
                "text",
                wanted.text() == null ? null : containing(Folded.of(wanted.text())));
        var where = " from document d where " + String.join(" and ", conditions);
        var total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        var ids = jdbc.sql(
                        "select d.id" + where
                                + " order by d.listed_on desc, d.drafted_at desc, d.id offset :offset rows fetch next :size rows only")
                .params(params)
                .param("offset", (long) page * PAGE_SIZE)
                .param("size", PAGE_SIZE)
                .query(UUID.class)
                .list();
        return new Found(total, ids);
    }

    boolean maySee(Document document, String userId) {
        var units = roles.unitsOf(userId);
        if (document.status().isIssued()
                && (roles.carryOutPlans(units)
                        || document.clauses().stream()
                                .map(clause -> clause.toLowerCase(Locale.ROOT))
                                .anyMatch(clausesAskedOf(units)::contains))) {
            return true;
        }
        return roles.leadsCommittee(userId)
                || units.contains(document.drafter())
                || units.contains(document.issuer())
                || roles.mayCheckForm(document, userId)
                || process.withATaskOf(userId).contains(document.id());
    }

    /** Plans that there are documents of. */
    List<String> plans() {
        return jdbc.sql("select distinct plan_id from document order by plan_id")
                .query(String.class)
                .list();
    }

    private String visibleTo(String userId, Map<String, Object> params) {
        if (roles.leadsCommittee(userId)) {
            return "1 = 1";
        }
        var units = roles.unitsOf(userId);
        params.put("own", units.isEmpty() ? List.of(NOBODY) : units);
        var ofTheOffice = roles.offices().stream().anyMatch(units::contains);
        var committees = ofTheOffice ? roles.committees() : List.<String>of();
        params.put("committees", committees.isEmpty() ? List.of(NOBODY) : committees);
        var tasks = process.withATaskOf(userId);
        params.put("tasks", tasks.isEmpty() ? Set.of(NOTHING) : tasks);
        var asked = clausesAskedOf(units);
        params.put("asked", asked.isEmpty() ? Set.of(NOBODY) : asked);
        var issued = roles.carryOutPlans(units)
                ? ISSUED
                : "(" + ISSUED + " and exists (select 1 from document_clause a where a.document_id = d.id"
                        + " and lower(a.clause) in (:asked)))";
        return "(" + issued
                + " or d.issuer in (:own) or d.drafter in (:own) or d.issuer in (:committees) or d.id in (:tasks))";
    }

    private Set<String> clausesAskedOf(List<String> units) {
        return askedAbout.stream()
                .flatMap(answering -> units.stream().flatMap(unit -> answering.clausesAskedOf(unit).stream()))
                .collect(Collectors.toSet());
    }

    private static void addNumber(Map<String, Object> params, String part) {
        params.put("number", containing(part));
        params.put("smallNumber", containing(part.toLowerCase(Locale.ROOT)));
    }

    private static void add(
            List<String> conditions, Map<String, Object> params, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static String containing(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
