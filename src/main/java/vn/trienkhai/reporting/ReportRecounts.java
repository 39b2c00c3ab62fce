package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Evidence;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportFigures.Figure;

/**
 * The figures of a report, as it keeps them, and counted again: as of the moment of the report, which gives the same, and as
 * of now, which shows what was recorded later (Nghị định 09/2019/NĐ-CP: figures are true and of their period).
 */
@Service
class ReportRecounts {

    private final Reports reports;
    private final ReportRepository repository;
    private final ReportCounts counts;
    private final Organisation organisation;
    private final Plans plans;
    private final ReportTables tables;
    private final Clock clock;

    ReportRecounts(
            Reports reports,
            ReportRepository repository,
            ReportCounts counts,
            Organisation organisation,
            Plans plans,
            ReportTables tables,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.counts = counts;
        this.organisation = organisation;
        this.plans = plans;
        this.tables = tables;
        this.clock = clock;
    }

    /** A report in a list. */
    record ReportListed(UUID request, String name, String period, String asOf) {}

    /** @param asOf the moment as of which they were counted @param rules see {@link ReportFigures#RULES} */
    record StoredFigures(UUID request, String name, Instant asOf, int rules, FigureLines figures) {}

    /**
     * A line that the recount does not give as it was reported: a sign of damage, or of other rules.
     *
     * @param what for example "Theo đơn vị: an-thoi, Số băng rôn"
     * @param reported empty where the report has no such line
     * @param recounted empty where the recount has none
     */
    record Difference(String what, String reported, String recounted) {}

    /** Something that was recorded after the report's moment. @param amounts for example "Số băng rôn: 3" */
    record Later(String what, String unit, String when, String recordedAt, String by, String amounts, String why) {}

    /** What a total was in the report, and what it would be with what is known now. */
    record Change(String measure, long reported, long now, long difference) {}

    /**
     * @param same whether counting again as of {@code asOf} gives what was reported
     * @param rulesNow the rules by which it was counted again
     */
    record Recount(
            UUID request,
            String name,
            String period,
            String asOf,
            int rules,
            int rulesNow,
            boolean same,
            List<Difference> differences,
            List<Later> later,
            List<Change> changes) {}

    /** Issued reports that this person may read, the latest first. */
    @Transactional(readOnly = true)
    List<ReportListed> readableBy(String userId) {
        return repository.findAllByApprovedAtIsNotNullOrderByApprovedAtDesc().stream()
                .filter(report -> mayRead(userId, reports.get(report.requestId()), report))
                .map(report -> {
                    var request = reports.get(report.requestId());
                    return new ReportListed(
                            request.id(), request.name(), periodOf(request), VietnamTime.format(report.figuresAsOf()));
                })
                .toList();
    }

    /** @throws FormRefused if there is no such report, or it is not this person's to read */
    @Transactional(readOnly = true)
    StoredFigures storedFor(UUID requestId, String userId) {
        var request = known(requestId);
        var report = readable(request, userId);
        return new StoredFigures(
                requestId,
                request.name(),
                report.figuresAsOf(),
                report.figuresRules(),
                FigureLines.of(report.figures(), report.units()));
    }

    /** @throws FormRefused if there is no such report, or it is not this person's to read */
    @Transactional(readOnly = true)
    Recount recountFor(UUID requestId, String userId) {
        readable(known(requestId), userId);
        return recount(requestId);
    }

    /**
     * The figures that the request wants, as the report has them; before there is a report, as they are now, for whoever
     * collects it.
     *
     * @throws FormRefused if it is not this person's to read
     */
    @Transactional(readOnly = true)
    List<ReportTables.Table> tablesFor(UUID requestId, String userId) {
        var request = known(requestId);
        var figures = reports.reportOf(requestId).isPresent()
                ? readable(request, userId).figures()
                : reports.figuresFor(requestId, userId);
        return tables.of(
                figures,
                plans.definition(request.planId()),
                request.figuresWanted().toArray(ReportFigures.Dimension[]::new));
    }

    @Transactional(readOnly = true)
    Recount recount(UUID requestId) {
        var request = reports.get(requestId);
        var report = reportOf(request);
        var consolidator = consolidatorOf(report);
        var asOf = report.figuresAsOf();
        var now = clock.instant();
        var reported = FigureLines.of(report.figures(), report.units());
        var countedAgain = counts.of(request, consolidator, asOf);
        var again = FigureLines.of(countedAgain.figures(), countedAgain.units());
        return new Recount(
                requestId,
                request.name(),
                periodOf(request),
                VietnamTime.format(asOf),
                report.figuresRules(),
                ReportFigures.RULES,
                reported.text().equals(again.text()),
                differences(reported, again),
                later(request, consolidator, asOf, now),
                changes(report.figures(), counts.of(request, consolidator, now).figures()));
    }

    private static String consolidatorOf(Report report) {
        return report.units().stream()
                .filter(unit -> unit.standing() == Standing.CONSOLIDATES)
                .findFirst()
                .orElseThrow()
                .unit();
    }

    private List<Difference> differences(FigureLines reported, FigureLines again) {
        var before = linesByWhat(reported);
        var after = linesByWhat(again);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .filter(what -> !Objects.equals(before.get(what), after.get(what)))
                .map(what -> new Difference(what, before.getOrDefault(what, ""), after.getOrDefault(what, "")))
                .toList();
    }

    private Map<String, String> linesByWhat(FigureLines lines) {
        var byWhat = new TreeMap<String, String>();
        lines.amounts()
                .forEach(line -> byWhat.put(
                        "%s: %s, %s"
                                .formatted(
                                        line.dimension().label(),
                                        line.item(),
                                        line.measure().label()),
                        line.adjusted() == 0
                                ? String.valueOf(line.total())
                                : "%d (điều chỉnh %+d)".formatted(line.total(), line.adjusted())));
        lines.units()
                .forEach(line -> byWhat.merge(
                        nameOf(line.unit()),
                        "%s; việc đúng hạn %d, trễ hạn %d, chưa đến hạn %d"
                                .formatted(line.standing().label(), line.onTime(), line.late(), line.pending()),
                        (one, other) -> one + " | " + other));
        return byWhat;
    }

    private List<Later> later(ReportRequest request, String consolidator, Instant asOf, Instant now) {
        var before = counts.evidenceOf(request, consolidator, asOf);
        var after = counts.evidenceOf(request, consolidator, now);
        var corrections =
                before.stream().flatMap(entry -> entry.replacedBy().stream()).collect(Collectors.toSet());
        var later = new ArrayList<Later>();
        before.stream()
                .filter(entry -> !contains(after, entry))
                .forEach(entry -> later.add(shown(
                        entry,
                        entry.replacedBy().isPresent() ? "Sửa sau khi chốt, số cũ" : "Hủy sau khi chốt",
                        entry.replacedAt().orElse(null),
                        entry.replacedWhy().orElse(""))));
        after.stream()
                .filter(entry -> !contains(before, entry))
                .forEach(entry -> later.add(shown(
                        entry,
                        corrections.contains(entry.id()) ? "Sửa sau khi chốt, số mới" : "Ghi sau khi chốt",
                        entry.recordedAt(),
                        entry.note().orElse(""))));
        later.addAll(laterAnswers(request, asOf, now));
        return later;
    }

    private static boolean contains(List<Evidence> entries, Evidence wanted) {
        return entries.stream().anyMatch(entry -> entry.id().equals(wanted.id()));
    }

    private Later shown(Evidence entry, String what, Instant at, String why) {
        var when = entry.from().equals(entry.to())
                ? VietnamTime.format(entry.from())
                : VietnamTime.format(entry.from()) + " – " + VietnamTime.format(entry.to());
        var amounts = entry.measures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(counted -> counted.getKey().label() + ": " + counted.getValue())
                .collect(Collectors.joining("; "));
        return new Later(
                what,
                nameOf(entry.unit()),
                when,
                VietnamTime.format(at),
                organisation.nameOf(entry.recordedBy(), entry.recordedAt()),
                amounts,
                why);
    }

    /** Contributions that came, or were written anew, or were sent back after the report's moment. */
    private List<Later> laterAnswers(ReportRequest request, Instant asOf, Instant now) {
        var before = byAssignment(counts.answersOf(request, asOf));
        var after = byAssignment(counts.answersOf(request, now));
        var later = new ArrayList<Later>();
        before.values().stream()
                .filter(answer -> !after.containsKey(answer.assignmentId()))
                .forEach(answer -> later.add(shown(answer, "Báo cáo của đơn vị trả lại sau khi chốt")));
        after.values().stream()
                .filter(answer -> !before.containsKey(answer.assignmentId()))
                .forEach(answer -> later.add(shown(answer, "Báo cáo của đơn vị gửi sau khi chốt")));
        after.values().stream()
                .filter(answer -> before.containsKey(answer.assignmentId())
                        && before.get(answer.assignmentId()).edition() != answer.edition())
                .forEach(answer -> later.add(shown(answer, "Báo cáo của đơn vị viết lại sau khi chốt")));
        return later;
    }

    private static Map<UUID, Contribution> byAssignment(List<Contribution> answers) {
        return answers.stream().collect(Collectors.toMap(Contribution::assignmentId, Function.identity()));
    }

    private Later shown(Contribution answer, String what) {
        return new Later(
                what,
                nameOf(answer.unit()),
                "",
                VietnamTime.format(answer.writtenAt()),
                organisation.nameOf(answer.writtenBy(), answer.writtenAt()),
                answer.adjustments().stream()
                        .map(given -> "%s: %+d".formatted(given.measure().label(), given.delta()))
                        .collect(Collectors.joining("; ")),
                answer.adjustments().stream().map(Adjustment::reason).collect(Collectors.joining("; ")));
    }

    private static List<Change> changes(ReportFigures reported, ReportFigures known) {
        var before = reported.totals();
        var after = known.totals();
        return Stream.of(Measure.values())
                .map(measure -> new Change(
                        measure.label(),
                        before.getOrDefault(measure, Figure.ZERO).total(),
                        after.getOrDefault(measure, Figure.ZERO).total(),
                        after.getOrDefault(measure, Figure.ZERO).total()
                                - before.getOrDefault(measure, Figure.ZERO).total()))
                .filter(change -> change.difference() != 0)
                .toList();
    }

    private ReportRequest known(UUID requestId) {
        return reports.find(requestId).orElseThrow(ReportHidden::new);
    }

    private Report readable(ReportRequest request, String userId) {
        if (!reports.mayCollect(userId, request) && !isOfOneOf(userId, Set.copyOf(request.units()))) {
            throw new ReportHidden();
        }
        var report = reportOf(request);
        if (!mayRead(userId, request, report)) {
            throw new ReportHidden();
        }
        return report;
    }

    private Report reportOf(ReportRequest request) {
        return reports.reportOf(request.id())
                .orElseThrow(() -> FormRefused.because("Báo cáo “%s” chưa được tổng hợp.".formatted(request.name())));
    }

    /** A draft is for those who ask, write and sign it; an issued report also for every unit that it covers. */
    private boolean mayRead(String userId, ReportRequest request, Report report) {
        var readers = new LinkedHashSet<String>();
        readers.add(request.requester());
        readers.add(plans.definition(request.planId()).issuer());
        readers.add(consolidatorOf(report));
        organisation.unitsOfAllTimes().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .map(Unit::id)
                .forEach(readers::add);
        if (report.approvedAt().isPresent()) {
            readers.addAll(request.units());
            report.units().forEach(unit -> readers.add(unit.unit()));
        }
        return isOfOneOf(userId, readers);
    }

    private boolean isOfOneOf(String userId, Set<String> units) {
        return units.stream().anyMatch(unit -> organisation.belongsTo(userId, unit));
    }

    private static String periodOf(ReportRequest request) {
        return VietnamTime.format(request.from()) + " – " + VietnamTime.format(request.to());
    }

    private String nameOf(String unit) {
        return organisation.unitsOfAllTimes().stream()
                .filter(known -> known.id().equals(unit))
                .findFirst()
                .map(Unit::nameAndWhatItIsNow)
                .orElse(unit);
    }
}
