package vn.trienkhai.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.AssignmentClosed;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.plan.Duty;
import vn.trienkhai.plan.OpenPlanWork;
import vn.trienkhai.plan.Plans;

/**
 * Inspects how units carry out a plan: programme, visits, minutes, recommendations (of plan 269: III.1, second dash). A
 * recommendation becomes an assignment, so that its deadline is followed like every other.
 */
@Service
public class Inspections implements OpenPlanWork {

    private static final String ORIGIN = "inspection";
    private static final List<VisitProgress> ENDED =
            Stream.of(VisitProgress.values()).filter(VisitProgress::hasEnded).toList();
    private static final List<VisitProgress> CANCELLABLE = Stream.of(VisitProgress.values())
            .filter(VisitProgress::isBeforeTheVisit)
            .toList();
    private static final int LONGEST_SUBJECT = 200;

    private final InspectionProgrammeRepository programmes;
    private final InspectionVisitRepository visits;
    private final RecommendationRepository recommendations;
    private final InspectionEventRepository events;
    private final InspectionVisitProcess process;
    private final InspectionRules rules;
    private final Minutes minutes;
    private final Assignments assignments;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Plans plans;
    private final Clock clock;

    Inspections(
            InspectionProgrammeRepository programmes,
            InspectionVisitRepository visits,
            RecommendationRepository recommendations,
            InspectionEventRepository events,
            InspectionVisitProcess process,
            InspectionRules rules,
            Minutes minutes,
            Assignments assignments,
            Attachments attachments,
            Organisation organisation,
            Plans plans,
            Clock clock) {
        this.programmes = programmes;
        this.visits = visits;
        this.recommendations = recommendations;
        this.events = events;
        this.process = process;
        this.rules = rules;
        this.minutes = minutes;
        this.assignments = assignments;
        this.attachments = attachments;
        this.organisation = organisation;
        this.plans = plans;
        this.clock = clock;
    }

    /** What a visit's recommendations name as origin of their assignments. */
    public static Origin originOf(UUID visit) {
        return new Origin(ORIGIN, visit.toString());
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public InspectionProgramme programme(UUID id) {
        return programmes
                .findById(id)
                .orElseThrow(() -> FormRefused.because("Không có chương trình kiểm tra mã %s.".formatted(id)));
    }

    /** The programmes of a plan, oldest first. */
    @Transactional(readOnly = true)
    public List<InspectionProgramme> programmesOf(String planId) {
        return programmes.findAllByPlanIdOrderByProposedAt(planId);
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public InspectionVisit visit(UUID id) {
        return visits.findById(id)
                .orElseThrow(() -> FormRefused.because("Không có cuộc kiểm tra mã %s.".formatted(id)));
    }

    /** The visits of a programme, by date. */
    @Transactional(readOnly = true)
    public List<InspectionVisit> visitsOf(UUID programme) {
        return visits.findAllByProgrammeIdOrderByVisitDateAscUnitAsc(programme);
    }

    /** What a visit recommended, in the order of the minutes. */
    @Transactional(readOnly = true)
    public List<Recommendation> recommendationsOf(UUID visit) {
        return recommendations.findAllByVisitIdOrderByOrdinal(visit);
    }

    /** The assignments that came of a visit's recommendations; one that was transferred has a successor among them. */
    @Transactional(readOnly = true)
    public List<Assignment> followUpOf(UUID visit) {
        return assignments.openedBy(originOf(visit));
    }

    /** History of the programme itself, oldest first. */
    @Transactional(readOnly = true)
    public List<InspectionEvent> historyOfProgramme(UUID programme) {
        return events.findAllByProgrammeIdAndVisitIdIsNullOrderByHappenedAt(programme);
    }

    /** History of one visit, oldest first. */
    @Transactional(readOnly = true)
    public List<InspectionEvent> historyOfVisit(UUID visit) {
        return events.findAllByVisitIdOrderByHappenedAt(visit);
    }

    /** Visits that this person may cancel: of the own unit, and nobody has been there yet. */
    @Transactional(readOnly = true)
    public List<InspectionVisit> cancellableBy(String userId) {
        return visits.findAllByProgressInOrderByVisitDateAscUnitAsc(CANCELLABLE).stream()
                .filter(visit -> organisation.belongsTo(
                        userId, programme(visit.programmeId()).leadAgency()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> openWorkOf(String planId) {
        var undecided = programmes.countByPlanIdAndStatusIn(
                planId, EnumSet.of(ProgrammeStatus.PROPOSED, ProgrammeStatus.RETURNED));
        if (undecided > 0) {
            return Optional.of("còn %d chương trình kiểm tra chưa duyệt xong".formatted(undecided));
        }
        var open = visits.countOpen(planId, ENDED);
        return open == 0 ? Optional.empty() : Optional.of("còn %d cuộc kiểm tra chưa kết thúc".formatted(open));
    }

    /** For example "VHTT-2 – UBND phường Dương Đông – Kiểm tra quý III/2021"; at most 200 characters. */
    String subjectOf(InspectionVisit visit) {
        var programme = programme(visit.programmeId());
        var duty = rules.inspectionDuty(plans.definition(programme.planId()));
        return shortened(
                duty.map(found -> found.code() + " – ").orElse("")
                        + organisation.unit(visit.unit()).shortName() + " – " + programme.name(),
                LONGEST_SUBJECT);
    }

    /** What the checklist asks about: the duties that the inspected unit owes. */
    List<Duty> checklistOf(InspectionVisit visit) {
        return plans.dutiesOf(programme(visit.programmeId()).planId(), visit.unit());
    }

    @Transactional
    InspectionProgramme propose(InspectionProposal proposal, String by) {
        rules.check(proposal, by, today());
        var programme = programmes.save(new InspectionProgramme(
                UUID.randomUUID(), proposal, plans.definition(proposal.planId()).leadAgency(), clock.instant(), by));
        plan(programme, proposal);
        record(programme, by, "Lập chương trình kiểm tra", null);
        return programme;
    }

    @Transactional
    InspectionProgramme revise(UUID id, InspectionProposal proposal, String by) {
        var programme = programme(id);
        rules.check(proposal, by, today());
        programme.revise(proposal);
        visits.deleteOf(id);
        plan(programme, proposal);
        record(programme, by, "Sửa và trình lại chương trình", null);
        return programme;
    }

    private void plan(InspectionProgramme programme, InspectionProposal proposal) {
        proposal.stops().forEach(stop -> visits.save(new InspectionVisit(UUID.randomUUID(), programme.id(), stop)));
    }

    /** @return the visits that start now */
    @Transactional
    List<UUID> approve(UUID id, String by) {
        var programme = programme(id);
        programme.approve(clock.instant(), by);
        record(programme, by, "Duyệt chương trình kiểm tra", null);
        var opened = visitsOf(id);
        opened.forEach(InspectionVisit::open);
        return opened.stream().map(InspectionVisit::id).toList();
    }

    @Transactional
    void sendBack(UUID id, String why, String by) {
        var programme = programme(id);
        programme.sendBack();
        record(programme, by, "Trả lại chương trình kiểm tra", why);
    }

    @Transactional
    void abandon(UUID id, String why, String by) {
        var programme = programme(id);
        programme.abandon();
        visitsOf(id).forEach(visit -> visit.abandon(clock.instant()));
        record(programme, by, "Thôi không kiểm tra", why);
    }

    @Transactional
    InspectionVisit sendNotice(UUID id, VisitNotice notice, String by) {
        var visit = visit(id);
        rules.check(notice, visit.visitDate(), today());
        if (!notice.visitDate().equals(visit.visitDate())) {
            record(visit, by, moved(visit.visitDate(), notice.visitDate()), notice.reason());
        }
        visit.notify(notice.visitDate(), notice.content(), notice.selfReportDue(), clock.instant());
        record(visit, by, "Gửi thông báo kiểm tra", null);
        return visit;
    }

    @Transactional
    void submitSelfReport(UUID id, String text, Collection<UUID> files, String by) {
        var visit = visit(id);
        attachments.claim(files, ORIGIN + ":" + id, by);
        visit.reportItself(text, files, clock.instant(), by);
        record(visit, by, "Gửi báo cáo tự kiểm tra", null);
    }

    @Transactional
    InspectionVisit postpone(UUID id, LocalDate day, String why, String by) {
        var visit = visit(id);
        if (!day.isAfter(today())) {
            throw FormRefused.at("newDate", "Ngày kiểm tra mới phải sau hôm nay.");
        }
        record(visit, by, moved(visit.visitDate(), day), why);
        visit.postponeTo(day);
        return visit;
    }

    @Transactional
    void conduct(UUID id, VisitRecord visited, String by) {
        var visit = visit(id);
        rules.check(
                visited,
                checklistOf(visit),
                visit.noticeSentAt().map(VietnamTime::dateOf).orElse(today()),
                today());
        attachments.claim(visited.files(), ORIGIN + ":" + id, by);
        visit.conduct(visited.visitedOn(), visited.findings(), visited.files(), by);
        for (int i = 0; i < visited.demands().size(); i++) {
            var demand = visited.demands().get(i);
            recommendations.save(new Recommendation(id, i, demand.wording(), demand.due(), demand.dutyCode()));
        }
        compose(visit);
        record(visit, by, "Kiểm tra tại đơn vị, lập biên bản", null);
    }

    /** The unit cannot refuse the minutes; what it does not agree with becomes part of them. @return whether work follows */
    @Transactional
    boolean confirmMinutes(UUID id, String reservation, String by) {
        var visit = visit(id);
        var recommended = !recommendationsOf(id).isEmpty();
        visit.confirm(reservation, recommended, clock.instant(), by);
        compose(visit);
        record(visit, by, reservation == null ? "Thông qua biên bản" : "Thông qua biên bản, có bảo lưu", reservation);
        return recommended;
    }

    private void compose(InspectionVisit visit) {
        visit.minute(minutes.of(programme(visit.programmeId()), visit, recommendationsOf(visit.id())));
    }

    /** Every recommendation becomes an assignment of the inspected unit, asked and reviewed by the lead agency. */
    @Transactional
    void openRecommendations(UUID id) {
        var visit = visit(id);
        var programme = programme(visit.programmeId());
        var unit = organisation.unit(visit.unit());
        for (var recommendation : recommendationsOf(id)) {
            recommendation.becomes(assignments.open(
                    new AssignmentOrder(
                            programme.planId(),
                            recommendation.dutyCode().orElse(null),
                            originOf(id),
                            unit.id(),
                            programme.leadAgency(),
                            subjectOf(recommendation, unit.shortName()),
                            "%s\nTheo biên bản kiểm tra ngày %s."
                                    .formatted(
                                            recommendation.wording(),
                                            VietnamTime.format(visit.visitedOn().orElseThrow())),
                            recommendation.due(),
                            null),
                    visit.visitedBy().orElseThrow()));
        }
        record(visit, null, "Giao việc theo kiến nghị", null);
    }

    private static String subjectOf(Recommendation recommendation, String unit) {
        var label = "Kiến nghị sau kiểm tra: ";
        var end = " – " + unit;
        return label
                + shortened(
                        recommendation.wording().replaceAll("\\s+", " "),
                        LONGEST_SUBJECT - label.length() - end.length())
                + end;
    }

    /**
     * When the last assignment of a visit is closed, the visit goes on. The visit is locked first: of two that close at
     * the same moment, the later one sees the other.
     */
    @EventListener
    @Transactional
    void whenClosed(AssignmentClosed closed) {
        if (!closed.origin().kind().equals(ORIGIN)) {
            return;
        }
        var id = UUID.fromString(closed.origin().id());
        var visit = visits.findForUpdate(id).orElseThrow();
        if (followUpOf(id).stream().allMatch(followUp -> followUp.progress().isClosed())) {
            visit.recommendationsVerified();
            record(visit, null, "Mọi kiến nghị đã kết thúc", null);
            process.recommendationsVerified(visit);
        }
    }

    @Transactional
    void close(UUID id, String conclusion, String by) {
        var visit = visit(id);
        visit.close(conclusion, clock.instant());
        record(visit, by, "Kết thúc kiểm tra", conclusion);
    }

    @Transactional
    void cancel(UUID id, String why, String by) {
        var visit = visit(id);
        var leadAgency = programme(visit.programmeId()).leadAgency();
        if (!organisation.belongsTo(by, leadAgency)) {
            throw FormRefused.because("Chỉ %s được hủy cuộc kiểm tra này."
                    .formatted(organisation.unit(leadAgency).name()));
        }
        visit.cancel(clock.instant());
        record(visit, by, "Hủy cuộc kiểm tra", why);
        process.cancelled(visit);
    }

    @Transactional(readOnly = true)
    List<InspectionVisit> openVisitsOf(String unit) {
        return visits.findAllByUnitAndProgressNotInOrderByVisitDateAscIdAsc(unit, ENDED);
    }

    /** Programmes of a lead agency that are not decided, or have visits that did not end. */
    @Transactional(readOnly = true)
    List<InspectionProgramme> openProgrammesOf(String leadAgency) {
        return programmes.findAllOpenOf(
                leadAgency, EnumSet.of(ProgrammeStatus.PROPOSED, ProgrammeStatus.RETURNED), ENDED);
    }

    /** The unit ended: visits to it are visits to the one in its place, and that one leads what it led. */
    @Transactional
    void passTo(Unit former, Unit next, String why, String by) {
        var line = "Chuyển từ %s sang %s".formatted(former.shortName(), next.shortName());
        for (var visit : openVisitsOf(former.id())) {
            visit.passTo(next.id());
            record(visit, by, line, why);
        }
        for (var programme : openProgrammesOf(former.id())) {
            programme.ledNowBy(next.id());
            record(programme, by, line, why);
        }
    }

    /** The unit ended and none is in its place: nobody goes there any more. */
    @Transactional
    void cancelWithUnit(Unit former, String why, String by) {
        for (var visit : openVisitsOf(former.id())) {
            visit.cancel(clock.instant());
            record(visit, by, "Hủy cuộc kiểm tra", why);
            process.cancelled(visit);
        }
    }

    private static String moved(LocalDate from, LocalDate to) {
        return "Dời ngày kiểm tra từ %s sang %s".formatted(VietnamTime.format(from), VietnamTime.format(to));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private void record(InspectionProgramme programme, String by, String what, String why) {
        events.save(new InspectionEvent(programme.id(), null, clock.instant(), by, what, why));
    }

    private void record(InspectionVisit visit, String by, String what, String why) {
        events.save(new InspectionEvent(visit.programmeId(), visit.id(), clock.instant(), by, what, why));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
