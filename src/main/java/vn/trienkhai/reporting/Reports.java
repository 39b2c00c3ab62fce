package vn.trienkhai.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentClosed;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.DeadlineLimit;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.assignment.Progress;
import vn.trienkhai.assignment.RecordedMoments;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.document.DocumentIssued;
import vn.trienkhai.document.Documents;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Returned;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.DutyKind;
import vn.trienkhai.plan.OpenPlanWork;
import vn.trienkhai.plan.PlanDefinition;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.reporting.ReportCounts.Counted;

/** Reports upon request: one act asks all units, each answers in an assignment of its own, the lead agency consolidates. */
@Service
class Reports implements OpenPlanWork, DeadlineLimit {

    /** Outline of official reports where a request names no other. */
    static final List<String> OUTLINE = List.of(
            "I. Công tác chỉ đạo, triển khai",
            "II. Kết quả thực hiện",
            "III. Khó khăn, hạn chế, nguyên nhân",
            "IV. Phương hướng, nhiệm vụ thời gian tới",
            "V. Kiến nghị, đề xuất");

    /** Kind of {@link Origin} of the assignments that a request opens. */
    static final String ORIGIN = "report-request";

    static final Set<RequestStatus> CLOSED = EnumSet.of(RequestStatus.ISSUED, RequestStatus.WITHDRAWN);
    private static final int LONGEST_SUBJECT = 200;

    private final ReportRequestRepository requests;
    private final ReportRepository reports;
    private final ReportOnRequestProcess process;
    private final Assignments assignments;
    private final RecordedMoments moments;
    private final ReportCounts counts;
    private final Organisation organisation;
    private final Plans plans;
    private final WorkingCalendar calendar;
    private final Documents documents;
    private final ReportDocument documentText;
    private final ReportTables tables;
    private final Clock clock;

    Reports(
            ReportRequestRepository requests,
            ReportRepository reports,
            ReportOnRequestProcess process,
            Assignments assignments,
            RecordedMoments moments,
            ReportCounts counts,
            Organisation organisation,
            Plans plans,
            WorkingCalendar calendar,
            Documents documents,
            ReportDocument documentText,
            ReportTables tables,
            Clock clock) {
        this.requests = requests;
        this.reports = reports;
        this.process = process;
        this.assignments = assignments;
        this.moments = moments;
        this.counts = counts;
        this.organisation = organisation;
        this.plans = plans;
        this.calendar = calendar;
        this.documents = documents;
        this.documentText = documentText;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Records a request of the plan's issuer, its office or the lead agency (Nghị định 09/2019/NĐ-CP: by a written document).
     *
     * @throws FormRefused if somebody else asks, the plan is not in force, or a unit cannot be asked
     */
    @Transactional
    ReportRequest request(ReportRequestOrder order, String by) {
        var plan = inForce(order.planId());
        return request(order, plan, requesterOf(plan, by), by);
    }

    /** Records the request that a plan itself makes: of its issuer, once a year, by nobody in person. */
    @Transactional
    ReportRequest requestOfThePlan(ReportRequestOrder order) {
        var plan = inForce(order.planId());
        return request(order, plan, plan.issuer(), null);
    }

    private PlanDefinition inForce(String planId) {
        return plans.inForce().stream()
                .filter(known -> known.id().equals(planId))
                .findFirst()
                .orElseThrow(() -> FormRefused.at("plan", "Kế hoạch này không đang có hiệu lực."));
    }

    private ReportRequest request(ReportRequestOrder order, PlanDefinition plan, String requester, String by) {
        var today = LocalDate.now(clock);
        var year = order.to().getYear();
        if (order.kind() == ReportKind.YEARLY && requests.existsByPlanIdAndLegalYear(plan.id(), year)) {
            throw FormRefused.at("kind", "Kế hoạch này đã có yêu cầu báo cáo định kỳ năm %d.".formatted(year));
        }
        if (order.basisDate().isAfter(today)) {
            throw FormRefused.at("basisDate", "Ngày văn bản không được sau hôm nay.");
        }
        if (order.unitsDue().isBefore(today)) {
            throw FormRefused.at("unitsDue", "Hạn của các đơn vị phải từ hôm nay trở đi.");
        }
        var askable = askable(plan).stream().map(Unit::id).collect(Collectors.toSet());
        for (var unit : order.units()) {
            if (!askable.contains(unit)) {
                throw FormRefused.at("units", "Không yêu cầu báo cáo được đối với “%s”.".formatted(nameOf(unit)));
            }
        }
        return requests.save(new ReportRequest(order, requester, by, clock.instant()));
    }

    private String requesterOf(PlanDefinition plan, String by) {
        return organisation
                .person(by)
                .map(person -> organisation.unit(person.unit()))
                .filter(unit -> unit.id().equals(plan.issuer())
                        || unit.id().equals(plan.leadAgency())
                        || unit.kind() == UnitKind.OFFICE)
                .map(Unit::id)
                .orElseThrow(() -> FormRefused.because("Chỉ %s, văn phòng và %s được yêu cầu báo cáo theo kế hoạch này."
                        .formatted(nameOf(plan.issuer()), nameOf(plan.leadAgency()))));
    }

    /** Whom a request can ask: who owes a report, and those that can only be asked. The lead agency itself consolidates. */
    @Transactional(readOnly = true)
    List<Unit> askable(PlanDefinition plan) {
        return organisation.units().stream()
                .filter(unit ->
                        !unit.id().equals(plan.leadAgency()) && !unit.id().equals(plan.issuer()))
                .filter(unit -> unit.kind() == UnitKind.PUBLIC_SERVICE
                        || unit.kind() == UnitKind.MASS_ORGANISATION
                        || reportingDutyOf(plan.id(), unit.id()).isPresent())
                .toList();
    }

    /** The clause by which a unit reports, if one binds it (plan 269 binds neither the centre nor mass organisations). */
    Optional<Duty> reportingDutyOf(String planId, String unit) {
        return plans.dutiesOf(planId, unit).stream()
                .filter(duty -> duty.kind() == DutyKind.REPORT)
                .findFirst();
    }

    /** Units asked and their successors; who ended without one between request and opening owes nothing. */
    private List<String> stillThere(List<String> units) {
        return units.stream()
                .flatMap(unit -> organisation.current(unit).stream())
                .distinct()
                .toList();
    }

    /** One assignment for each unit asked; whom no clause binds is only asked. */
    @Transactional
    void openContributions(UUID id) {
        var request = get(id);
        var plan = plans.definition(request.planId());
        for (var unit : stillThere(request.units())) {
            var duty = reportingDutyOf(plan.id(), unit);
            var subject = "%s – %s – %s"
                    .formatted(
                            duty.map(Duty::code).orElse("Đề nghị cung cấp"),
                            organisation.unit(unit).shortName(),
                            request.name());
            assignments.open(
                    new AssignmentOrder(
                            plan.id(),
                            duty.map(Duty::code).orElse(null),
                            originOf(id),
                            unit,
                            plan.leadAgency(),
                            subject.length() <= LONGEST_SUBJECT
                                    ? subject
                                    : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                            request.content(),
                            request.unitsTerm(),
                            DutyKind.REPORT.workProcess().orElseThrow(),
                            duty.isPresent(),
                            request.urgency().isUrgent()),
                    request.requestedBy());
        }
    }

    /**
     * Hears that a contribution was accepted or released. Two that close at the same moment do so one after the other (the
     * request is locked), so that one of them sees that it was the last.
     */
    @EventListener
    void contributionClosed(AssignmentClosed closed) {
        if (!closed.origin().kind().equals(ORIGIN)) {
            return;
        }
        var request = lock(UUID.fromString(closed.origin().id()));
        if (request.status() == RequestStatus.COLLECTING
                && isComplete(request.id())
                && process.contributionsComplete(request.id())) {
            request.closeCollection();
        }
    }

    /** @return false if there is nobody left to wait for: the collection is closed then */
    @Transactional
    boolean waitUntil(UUID id, LocalDate later) {
        var request = lock(id);
        request.waitUntil(later, LocalDate.now(clock));
        if (isComplete(id)) {
            request.closeCollection();
            return false;
        }
        return true;
    }

    /** Goes on without those who have not reported; they are named in the report and still owe it. */
    @Transactional
    void closeCollection(UUID id) {
        lock(id).closeCollection();
    }

    /**
     * A paragraph as it is handed in.
     *
     * @param section ordinal of its heading, from 0
     * @param unit the unit whose text it is; null for other sources
     */
    record Written(int section, ReportParagraph.Source source, String unit, String body) {}

    /**
     * Makes the report of these paragraphs and of the figures as of now, and an official document of both; after a return,
     * the document's next version.
     *
     * @return the document's id
     * @throws FormRefused if nothing is written, or a paragraph has no heading or names a unit that the report does not cover
     */
    @Transactional
    UUID consolidate(UUID id, List<Written> text, String by) {
        var request = get(id);
        var report = reports.findByRequestId(id).orElseGet(() -> new Report(id));
        var asOf = moments.ofCount();
        var counted = counts.of(request, asOf);
        report.consolidate(paragraphs(request, text, counted), counted.figures(), counted.units(), asOf, by);
        request.submitForApproval();
        var stored = reports.save(report);
        var document = stored.documentId();
        document.ifPresentOrElse(
                draft -> documents.redraft(draft, documentText.textOf(request, stored), by),
                () -> stored.becomes(documents.draft(documentText.orderFor(request, stored), by)));
        return stored.documentId().orElseThrow();
    }

    private List<ReportParagraph> paragraphs(ReportRequest request, List<Written> text, Counted counted) {
        var covered = counted.units().stream().map(ReportUnit::unit).collect(Collectors.toSet());
        var proposed = draftOf(request.id());
        var paragraphs = new ArrayList<ReportParagraph>();
        for (int i = 0; i < text.size(); i++) {
            var written = text.get(i);
            if (written.section() < 0 || written.section() >= request.outline().size()) {
                throw FormRefused.at(
                        "paragraphs[%d].body".formatted(i),
                        "Mong đợi một trong %d mục của đề cương, gặp mục %d."
                                .formatted(request.outline().size(), written.section() + 1));
            }
            var ofUnit = written.source() == ReportParagraph.Source.UNIT;
            if (ofUnit && !covered.contains(written.unit())) {
                throw FormRefused.at("paragraphs[%d].body".formatted(i), "Báo cáo này không có đơn vị nêu ở nguồn.");
            }
            if (written.body() != null && !written.body().isBlank()) {
                var paragraph = new ReportParagraph(
                        written.section(),
                        written.source(),
                        ofUnit ? written.unit() : null,
                        written.source() != ReportParagraph.Source.CONSOLIDATOR
                                && proposed.stream().noneMatch(draft -> isThe(draft, written)),
                        written.body().strip());
                paragraphs.add(paragraph);
            }
        }
        if (paragraphs.isEmpty()) {
            throw FormRefused.at("paragraphs", "Chưa viết mục nào của báo cáo.");
        }
        paragraphs.sort(Comparator.comparingInt(ReportParagraph::section));
        return paragraphs;
    }

    private static boolean isThe(ReportParagraph draft, Written written) {
        return draft.section() == written.section()
                && draft.source() == written.source()
                && draft.unit().equals(Optional.ofNullable(written.unit()))
                && draft.body().strip().equals(written.body().strip());
    }

    /** Its document came back: it is consolidated anew. */
    @Transactional
    void comesBack(UUID id) {
        get(id).sendBack();
    }

    /** Hears that the document of a report was signed and issued; the report is what it says from now on. */
    @EventListener
    void documentIssued(DocumentIssued issued) {
        if (!issued.source().kind().equals(ReportDocument.SOURCE)) {
            return;
        }
        var request = lock(UUID.fromString(issued.source().id()));
        reportOf(request.id()).orElseThrow().approve(clock.instant(), issued.signedBy());
        request.issue(clock.instant(), issued.signedBy());
    }

    /** Ends a request without a report, and the units' open work with it. Only the unit that asked may. */
    @Transactional
    void withdraw(UUID id, String why, String by) {
        var request = lock(id);
        if (!organisation.belongsTo(by, request.requester())) {
            throw FormRefused.because("Chỉ %s được rút yêu cầu này.".formatted(nameOf(request.requester())));
        }
        request.withdraw(why, clock.instant(), by);
        process.requestWithdrawn(id);
        reportOf(id).flatMap(Report::documentId).ifPresent(document -> documents.abandon(document, why));
        assignments.withdrawAllOf(originOf(id), why, by);
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    ReportRequest get(UUID id) {
        return requests.findById(id).orElseThrow(() -> unknown(id));
    }

    @Transactional(readOnly = true)
    Optional<ReportRequest> find(UUID id) {
        return requests.findById(id);
    }

    private ReportRequest lock(UUID id) {
        return requests.findAndLockById(id).orElseThrow(() -> unknown(id));
    }

    private static FormRefused unknown(UUID id) {
        return FormRefused.because("Không có yêu cầu báo cáo mã %s.".formatted(id));
    }

    /** Empty until it was consolidated once. */
    @Transactional(readOnly = true)
    Optional<Report> reportOf(UUID id) {
        return reports.findByRequestId(id);
    }

    @Transactional(readOnly = true)
    List<ReportRequest> withdrawableBy(String userId) {
        return requests.findAllByStatusNotInOrderByRequestedAt(CLOSED).stream()
                .filter(open -> organisation.belongsTo(userId, open.requester()))
                .toList();
    }

    /** Why its document came back, the latest first. */
    @Transactional(readOnly = true)
    List<Returned> returnsOf(UUID id) {
        return reportOf(id)
                .flatMap(Report::documentId)
                .map(documents::returnsOf)
                .orElse(List.of());
    }

    /** Who answers for each unit asked, in the order asked; what was handed over to another unit stands with that unit. */
    @Transactional(readOnly = true)
    List<Assignment> assignmentsOf(UUID id) {
        var order = organisation.unitsOfAllTimes().stream().map(Unit::id).toList();
        var asked = assignments.firstUnitsOf(originOf(id));
        return assignments.openedBy(originOf(id)).stream()
                .filter(assignment -> assignment.progress() != Progress.TRANSFERRED)
                .sorted(Comparator.comparingInt(assignment -> order.indexOf(asked.get(assignment.id()))))
                .toList();
    }

    /** Where each unit stands now, and how it kept its deadlines; the lead agency last. */
    @Transactional(readOnly = true)
    List<ReportUnit> standingsOf(ReportRequest request) {
        return counts.of(request, clock.instant()).units();
    }

    /** What the units handed in, accepted or still to be reviewed, in the order of the units. */
    @Transactional(readOnly = true)
    List<Contribution> answersOf(UUID id) {
        return counts.answersOf(get(id), clock.instant());
    }

    /** Figures as of now; see {@link ReportCounts}. */
    @Transactional(readOnly = true)
    ReportFigures figuresOf(UUID id) {
        return counts.of(get(id), clock.instant()).figures();
    }

    /** The proposed text, each paragraph with its source; see {@link ReportDraft}. */
    @Transactional(readOnly = true)
    List<ReportParagraph> draftOf(UUID id) {
        var request = get(id);
        var plan = plans.definition(request.planId());
        return new ReportDraft(request.outline(), this::nameOf)
                .of(
                        answersOf(id).stream()
                                .map(answer -> new ReportDraft.Written(
                                        answer.unit(),
                                        answer.sections().stream()
                                                .map(Section::body)
                                                .toList()))
                                .toList(),
                        figuresOf(id),
                        request.from(),
                        request.to(),
                        missingIn(id),
                        (dimension, item) -> tables.nameOf(dimension, item, plan));
    }

    /** Units that owe a report and have not handed it in. */
    @Transactional(readOnly = true)
    List<String> missingIn(UUID id) {
        var asked = assignments.firstUnitsOf(originOf(id));
        return assignmentsOf(id).stream()
                .filter(assignment -> Standing.of(assignment, clock.instant()) == Standing.NOT_REPORTED)
                .map(assignment -> asked.get(assignment.id()))
                .toList();
    }

    /** Requests whose contributions this person may urge: of the lead agency, the issuer, the office, or who asked. */
    @Transactional(readOnly = true)
    List<ReportRequest> urgeableBy(String userId) {
        return requests.findAllByStatusNotInOrderByRequestedAt(CLOSED).stream()
                .filter(request -> request.status() == RequestStatus.COLLECTING)
                .filter(request -> mayCollect(userId, request))
                .toList();
    }

    boolean mayCollect(String userId, ReportRequest request) {
        var plan = plans.definition(request.planId());
        return Stream.concat(
                        Stream.of(request.requester(), plan.leadAgency(), plan.issuer()),
                        organisation.units().stream()
                                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                                .map(Unit::id))
                .anyMatch(unit -> organisation.belongsTo(userId, unit));
    }

    /** Figures as of now. @throws FormRefused if the request is not this person's to collect */
    @Transactional(readOnly = true)
    ReportFigures figuresFor(UUID id, String userId) {
        if (!mayCollect(userId, get(id))) {
            throw new ReportHidden();
        }
        return figuresOf(id);
    }

    /**
     * Tells the units that have not sent theirs; each is told once a day at most.
     *
     * @return how many were told
     * @throws FormRefused if it is not this person's to urge, or nobody is left to be told today
     */
    @Transactional
    int urge(UUID id, String words, String by) {
        var request = get(id);
        if (!mayCollect(by, request)) {
            throw FormRefused.because("Chỉ nơi yêu cầu, đơn vị chủ trì, cơ quan ban hành và văn phòng đôn đốc được.");
        }
        var told = assignmentsOf(id).stream()
                .filter(assignment -> Standing.of(assignment, clock.instant()) == Standing.NOT_REPORTED)
                .filter(assignment -> assignments.urge(assignment.id(), words, by))
                .count();
        if (told == 0) {
            throw FormRefused.because("Không còn đơn vị nào cần nhắc hôm nay: đã gửi đủ hoặc đã được nhắc.");
        }
        return (int) told;
    }

    /** Requests of a plan whose contributions are being collected, oldest first. */
    @Transactional(readOnly = true)
    List<ReportRequest> collectingFor(String planId) {
        return requests.findAllByStatusNotInOrderByRequestedAt(CLOSED).stream()
                .filter(request -> request.planId().equals(planId))
                .filter(request -> request.status() == RequestStatus.COLLECTING)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        var open = requests.countByPlanIdAndStatusNotIn(planId, CLOSED);
        return open == 0 ? Optional.empty() : Optional.of("còn %d yêu cầu báo cáo chưa xong".formatted(open));
    }

    private boolean isComplete(UUID id) {
        return assignmentsOf(id).stream()
                .allMatch(assignment -> assignment.progress().isClosed());
    }

    /** A unit's contribution is due before the whole. */
    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> latestDueOf(Origin origin) {
        return ORIGIN.equals(origin.kind())
                ? requests.findById(UUID.fromString(origin.id()))
                        .map(request -> calendar.plusWorkingDays(request.wholeDue(), -1))
                : Optional.empty();
    }

    static Origin originOf(UUID id) {
        return new Origin(ORIGIN, id.toString());
    }

    private String nameOf(String unit) {
        return organisation.unitsOfAllTimes().stream()
                .filter(known -> known.id().equals(unit))
                .findFirst()
                .map(Unit::nameAndWhatItIsNow)
                .orElse(unit);
    }
}
