package vn.trienkhai.monitoring;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.PlanDefinition;

/**
 * Years of plan 269 as they would stand in the tables, every quarter alike: each unit has an assignment for each duty it owes,
 * with the lines of its history; the twelve units that the plan names record 60 entries of evidence, the other agencies 12;
 * half of the former come from contents that went out; of twenty entries one is corrected. A report each quarter, six
 * inspections a year. Everything of former quarters is closed; of the last one a third is open and a few are overdue.
 */
class RecordedYears {

    private static final int OF_NAMED_UNITS = 60;
    private static final int OF_AGENCIES = 12;
    private static final int CONTENTS = 3;
    private static final List<String> STEPS =
            List.of("AWAITING_RECEIPT", "AWAITING_HANDOUT", "IN_PROGRESS", "AWAITING_REVIEW", "FULFILLED");

    private final PlanDefinition plan;
    private final Chart chart;
    private final JdbcTemplate jdbc;
    private final Random random = new Random(269);
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    RecordedYears(PlanDefinition plan, Organisation organisation, JdbcTemplate jdbc) {
        this.plan = plan;
        this.chart = new Chart(organisation);
        this.jdbc = jdbc;
    }

    /** From 01/01/2021 on; the last quarter is looked at in its middle. */
    void record(int years) {
        for (int quarter = 0; quarter < years * 4; quarter++) {
            var from = LocalDate.of(2021, 1, 1).plusMonths(3L * quarter);
            record(from, quarter == years * 4 - 1);
            rows.forEach(jdbc::batchUpdate);
            rows.values().forEach(List::clear);
        }
    }

    /** The day on which so many years are looked at. */
    static LocalDate today(int years) {
        return LocalDate.of(2020 + years, 11, 25);
    }

    private void record(LocalDate from, boolean last) {
        var to = from.plusMonths(3).minusDays(1);
        var programme = UUID.randomUUID();
        add(
                "insert into work_programme (id, version, plan_id, kind, name, period_from, period_to, status, proposed_at,"
                        + " approved_at, closed_at) values (?, 0, ?, 'PERIOD', ?, ?, ?, ?, ?, ?, ?)",
                programme,
                plan.id(),
                "Chương trình " + Quarters.label(from),
                from,
                to,
                last ? "UNDER_WAY" : "CLOSED",
                at(from.minusDays(10)),
                at(from.minusDays(5)),
                last ? null : at(to.plusDays(3)));
        for (var unit : chart.ids()) {
            if (chart.unit(unit).canBeAssigned()) {
                for (var duty : plan.duties()) {
                    if (chart.owes(unit, duty)) {
                        assignment("programme", programme, unit, duty.code(), from, from.plusDays(30 + random.nextInt(60)), last);
                    }
                }
                evidence(unit, from, last ? today(from.getYear() - 2020) : to);
            }
        }
        report(from, last);
        if (from.getMonthValue() == 7) {
            inspections(from);
        }
    }

    private UUID assignment(
            String origin, UUID originId, String unit, String duty, LocalDate opened, LocalDate due, boolean last) {
        var id = UUID.randomUUID();
        var chance = random.nextInt(100);
        var dueOn = chance < 5 ? null : due;
        var withdrawn = chance >= 5 && chance < 9;
        var late = chance >= 9 && chance < 21;
        var done = due.plusDays(late ? 4 : -2);
        var open = last && (chance >= 70 || done.isAfter(today(opened.getYear() - 2020)));
        var steps = open ? 3 : STEPS.size();
        var dueAt = dueOn == null ? null : VietnamTime.endOf(dueOn).atOffset(java.time.ZoneOffset.UTC);
        var progress = withdrawn ? "WITHDRAWN" : STEPS.get(steps - 1);
        var submitted = open || withdrawn ? null : at(done);
        var closed = open ? null : at(withdrawn ? opened.plusDays(5) : done.plusDays(3));
        add(
                "insert into assignment (id, version, plan_id, duty_code, origin_kind, origin_id, unit, assigner, binding,"
                        + " subject, due, due_at, progress, opened_at, submitted_at, closed_at)"
                        + " values (?, 4, ?, ?, ?, ?, ?, 'phong-vhtt', true, ?, ?, ?, ?, ?, ?, ?)",
                id,
                plan.id(),
                duty,
                origin,
                originId.toString(),
                unit,
                "%s – %s – %s".formatted(duty, unit, Quarters.label(opened)),
                dueOn,
                dueAt,
                progress,
                at(opened),
                submitted,
                closed);
        for (int step = 0; step < (withdrawn ? 2 : steps); step++) {
            var ended = withdrawn && step == 1;
            var handedIn = !withdrawn && step >= 3;
            var since = handedIn ? done.plusDays(step == 4 ? 3 : 0) : opened.plusDays(step * 2L);
            add(
                    "insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at,"
                            + " submitted_at, closed_at) values (?, ?, ?, ?, true, ?, ?, ?, ?, ?)",
                    id,
                    step,
                    at(ended ? opened.plusDays(5) : since),
                    unit,
                    ended ? "WITHDRAWN" : STEPS.get(step),
                    dueOn,
                    dueAt,
                    handedIn ? submitted : null,
                    ended || step == 4 ? closed : null);
        }
        if (late && dueOn != null) {
            for (var rung : List.of("NOTICE", "LEADERS")) {
                add(
                        "insert into assignment_rung (id, version, assignment_id, due, code, days, audience,"
                                + " handled_by_unit, reached_at, merged, handled_at, handling)"
                                + " values (?, 0, ?, ?, ?, 2, 'LEADERS', ?, ?, false, ?, ?)",
                        UUID.randomUUID(),
                        id,
                        dueOn,
                        rung,
                        rung.equals("LEADERS") ? "phong-vhtt" : null,
                        at(dueOn.plusDays(2)),
                        open ? null : at(dueOn.plusDays(3)),
                        open ? null : "URGE");
            }
        }
        return id;
    }

    private boolean isNamed(String unit) {
        return unit.equals(plan.leadAgency())
                || plan.duties().stream().map(Duty::owners).anyMatch(owners -> owners.contains(unit))
                || plan.duties().stream()
                        .filter(duty -> duty.owners().contains("communes"))
                        .anyMatch(duty -> chart.owes(unit, duty));
    }

    private void evidence(String unit, LocalDate from, LocalDate until) {
        var named = isNamed(unit);
        var contents = new ArrayList<UUID>();
        for (int i = 0; named && i < CONTENTS; i++) {
            contents.add(content(unit, from.plusDays(i)));
        }
        var duties = plan.duties().stream().filter(duty -> chart.owes(unit, duty)).toList();
        for (int i = 0; i < (named ? OF_NAMED_UNITS : OF_AGENCIES) && !duties.isEmpty(); i++) {
            var day = from.plusDays(random.nextInt(90));
            var duty = duties.get(random.nextInt(duties.size()));
            var channel = duty.channels().isEmpty()
                    ? plan.channels().get(random.nextInt(plan.channels().size())).code()
                    : duty.channels().get(random.nextInt(duty.channels().size()));
            var content = contents.isEmpty() || i % 2 == 0 ? null : contents.get(random.nextInt(contents.size()));
            if (day.isAfter(until)) {
                if (content != null) {
                    run(unit, duty, content, channel, day, null, "PLANNED");
                }
                continue;
            }
            var id = entry(unit, duty, channel, content, day, null);
            if (i % 20 == 0) {
                entry(unit, duty, channel, content, day, id);
            } else if (content != null) {
                run(unit, duty, content, channel, day, id, "DONE");
            }
        }
    }

    /** @param corrected the wrong entry that it stands for; null for none */
    private UUID entry(String unit, Duty duty, String channel, UUID content, LocalDate day, UUID corrected) {
        var id = UUID.randomUUID();
        add(
                "insert into evidence (id, plan_id, unit, duty_code, content_id, channel, topic, happened_from, happened_to,"
                        + " place, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Nhà văn hóa', ?, ?)",
                id,
                plan.id(),
                unit,
                duty.code(),
                content,
                channel,
                plan.topics().get(random.nextInt(plan.topics().size())).code(),
                day,
                day.plusDays(random.nextInt(5)),
                at(day.plusDays(corrected == null ? 5 : 8)),
                unit + ".officer");
        for (var measure : List.of("BROADCASTS", "MINUTES")) {
            add("insert into evidence_measure (evidence_id, measure, amount) values (?, ?, ?)", id, measure, 1 + random.nextInt(20));
        }
        if (corrected != null) {
            add(
                    "update evidence set replaced_by = ?, replaced_at = ?, replaced_why = 'Đếm thiếu' where id = ?",
                    id,
                    at(day.plusDays(8)),
                    corrected);
        }
        return id;
    }

    private UUID content(String unit, LocalDate day) {
        var id = UUID.randomUUID();
        add(
                "insert into content (id, version, plan_id, unit, title, topic, scope, status, in_hand, latest, latest_by,"
                        + " approved_version, approved_at) values (?, 0, ?, ?, 'Bài tuyên truyền', 'ND-1', 'UNIT',"
                        + " 'APPROVED', false, 1, ?, 1, ?)",
                id,
                plan.id(),
                unit,
                unit + ".officer",
                at(day));
        return id;
    }

    private void run(
            String unit, Duty duty, UUID content, String channel, LocalDate day, UUID evidence, String status) {
        add(
                "insert into channel_run (id, version, plan_id, unit, duty_code, content_id, content_version, channel,"
                        + " planned_from, status, evidence_id, closed_at, under_correction)"
                        + " values (?, 0, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, false)",
                UUID.randomUUID(),
                plan.id(),
                unit,
                duty.code(),
                content,
                channel,
                day,
                status,
                evidence,
                evidence == null ? null : at(day.plusDays(5)));
    }

    private void report(LocalDate from, boolean last) {
        var request = UUID.randomUUID();
        var asked = from.plusDays(40);
        add(
                "insert into report_request (id, version, plan_id, name, kind, requester, requested_by, requested_at, content,"
                        + " basis_number, basis_date, period_from, period_to, units_due, waiting_until, whole_due, urgency,"
                        + " status, closed_at) values (?, 0, ?, ?, 'TOPICAL', 'ubnd', 'ubnd.head', ?, 'Kết quả', '1/UBND',"
                        + " ?, ?, ?, ?, ?, ?, 'ORDINARY', ?, ?)",
                request,
                plan.id(),
                "Báo cáo " + Quarters.label(from),
                at(asked),
                asked,
                from.minusMonths(3),
                from.minusDays(1),
                asked.plusDays(10),
                asked.plusDays(10),
                asked.plusDays(20),
                last ? "COLLECTING" : "ISSUED",
                last ? null : at(asked.plusDays(20)));
        int ordinal = 0;
        for (var unit : chart.ids()) {
            if (chart.unit(unit).canBeAssigned()) {
                add("insert into report_request_unit (request_id, ordinal, unit) values (?, ?, ?)", request, ordinal++, unit);
                assignment("report-request", request, unit, "KT-1c", asked, asked.plusDays(10), last);
            }
        }
        if (!last) {
            add(
                    "insert into report (id, version, request_id, figures_as_of, consolidated_by, approved_at, figures_rules)"
                            + " values (?, 0, ?, ?, 'phong-vhtt.officer', ?, 1)",
                    UUID.randomUUID(),
                    request,
                    at(asked.plusDays(15)),
                    at(asked.plusDays(20)));
        }
    }

    private void inspections(LocalDate from) {
        var programme = UUID.randomUUID();
        add(
                "insert into inspection_programme (id, version, plan_id, lead_agency, name, period_from, period_to, content,"
                        + " status, proposed_at, proposed_by, decided_at) values (?, 0, ?, 'phong-vhtt', ?, ?, ?, 'Kiểm tra',"
                        + " 'CLOSED', ?, 'phong-vhtt.officer', ?)",
                programme,
                plan.id(),
                "Kiểm tra năm " + from.getYear(),
                from,
                from.plusMonths(3).minusDays(1),
                at(from.minusDays(20)),
                at(from.minusDays(10)));
        var units = new ArrayList<>(chart.ids().stream()
                .filter(unit -> chart.unit(unit).canBeAssigned())
                .toList());
        Collections.shuffle(units, random);
        for (var unit : units.subList(0, 6)) {
            var visit = UUID.randomUUID();
            var day = from.plusDays(random.nextInt(60));
            add(
                    "insert into inspection_visit (id, version, programme_id, unit, visit_date, inspectors, progress,"
                            + " notice_sent_at, self_reported_at, visited_on, confirmed_at, ended_at)"
                            + " values (?, 0, ?, ?, ?, 'phong-vhtt.officer', 'CLOSED', ?, ?, ?, ?, ?)",
                    visit,
                    programme,
                    unit,
                    day,
                    at(day.minusDays(7)),
                    at(day.minusDays(2)),
                    day,
                    at(day.plusDays(1)),
                    at(day.plusDays(20)));
            for (int i = 0; i < 2; i++) {
                add(
                        "insert into inspection_finding (visit_id, ordinal, duty_code, result) values (?, ?, 'XP-2', ?)",
                        visit,
                        i,
                        i == 0 ? "MET" : "NOT_MET");
                var work = assignment("recommendation", visit, unit, "XP-2", day.plusDays(1), day.plusDays(15), false);
                add(
                        "insert into inspection_recommendation (id, visit_id, ordinal, wording, due, duty_code, assignment_id)"
                                + " values (?, ?, ?, 'Phát đúng lịch', ?, 'XP-2', ?)",
                        UUID.randomUUID(),
                        visit,
                        i,
                        day.plusDays(15),
                        work);
            }
        }
    }

    private void add(String sql, Object... row) {
        rows.computeIfAbsent(sql, unused -> new ArrayList<>()).add(row);
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(VietnamTime.ZONE).toOffsetDateTime();
    }
}
