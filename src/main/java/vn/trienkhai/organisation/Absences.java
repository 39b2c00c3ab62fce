package vn.trienkhai.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/**
 * Enters and ends absences; the only place that does. A substitute is of the same unit, and nobody stands in for somebody
 * while being away: there are no chains of substitutes.
 */
@Service
public class Absences {

    private static final String ABSENCE = "Absence";

    private final AbsenceRecords records;
    private final Organisation organisation;
    private final AbsenceProcess process;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Absences(
            JdbcClient jdbc,
            Organisation organisation,
            AbsenceProcess process,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.records = new AbsenceRecords(jdbc);
        this.organisation = organisation;
        this.process = process;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Absences that run now, whoever is away. */
    @Transactional(readOnly = true)
    public List<Absence> running() {
        return records.unsettled().stream()
                .filter(absence -> absence.runsAt(clock.instant()))
                .toList();
    }

    /** User ids of those who stand in, will do so, or did and may still hold what was lent to them. */
    @Transactional(readOnly = true)
    public Set<String> substitutes() {
        return records.unsettled().stream().map(Absence::substitute).collect(Collectors.toSet());
    }

    /** People whose absences this person may enter and end: themselves; for a unit's leaders all of it; for an administrator all. */
    @Transactional(readOnly = true)
    public List<Person> reportableBy(String userId) {
        if (process.isAdministrator(userId)) {
            return organisation.people();
        }
        return organisation
                .person(userId)
                .map(self ->
                        organisation.leads(userId, self.unit()) ? organisation.peopleOf(self.unit()) : List.of(self))
                .orElse(List.of());
    }

    /** Planned and running absences that this person may end. */
    @Transactional(readOnly = true)
    public List<Absence> endableBy(String userId) {
        var reportable = reportableBy(userId).stream().map(Person::userId).toList();
        return records.unsettled().stream()
                .filter(absence -> absence.isOpenOn(today()) && reportable.contains(absence.person()))
                .toList();
    }

    /** Who may stand in for a person: others of the unit; for a leader of the People's Committee, another leader. */
    @Transactional(readOnly = true)
    public List<Person> possibleSubstitutesOf(Person person) {
        var unit = organisation.unit(person.unit());
        var leads = organisation.leadGroupsOf(unit.id());
        return organisation.peopleOf(unit.id()).stream()
                .filter(other -> !other.userId().equals(person.userId()))
                .filter(other -> unit.kind() != UnitKind.LEADERSHIP || leads.contains(other.post()))
                .toList();
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Absence get(UUID id) {
        return records.find(id)
                .orElseThrow(() -> FormRefused.at("absence", "Không có kỳ vắng mặt mã %s.".formatted(id)));
    }

    /** For example "Trưởng phòng Kinh tế, Phó Trưởng phòng Kinh tế thay, từ 08/07/2021 đến hết 15/07/2021". */
    @Transactional(readOnly = true)
    public String subjectOf(Absence absence) {
        return "%s, %s thay, %s"
                .formatted(
                        organisation.nameOf(absence.person()),
                        organisation.nameOf(absence.substitute()),
                        absence.days());
    }

    /** @throws FormRefused if a day, a person or a substitute does not fit, or the person may not enter it */
    @Transactional
    Absence report(AbsenceOrder order, String by) {
        var person = organisation
                .person(order.person())
                .orElseThrow(() ->
                        FormRefused.at("person", "Không có người này trong tổ chức: “%s”.".formatted(order.person())));
        records.lock(person.unit());
        requireRight(by, person);
        requireDays(order);
        requireSubstitute(order, person);
        requireFree(order);
        var absence = new Absence(
                UUID.randomUUID(),
                order.person(),
                order.substitute(),
                order.kind(),
                order.firstDay(),
                order.lastDay(),
                order.reason(),
                by,
                clock.instant(),
                null);
        records.insert(absence);
        audit.record(new AuditAct(
                by,
                "ABSENCE_ENTERED",
                ABSENCE,
                absence.id().toString(),
                Map.of(),
                Map.of(
                        "person",
                        absence.person(),
                        "substitute",
                        absence.substitute(),
                        "kind",
                        absence.kind(),
                        "days",
                        "%s/%s".formatted(absence.firstDay(), Objects.requireNonNullElse(absence.lastDay(), "..")))));
        return absence;
    }

    /** Ends a planned or running absence now: the person is back, or the plan changed. */
    @Transactional
    void end(UUID id, String why, String by) {
        var absence = get(id);
        organisation.person(absence.person()).ifPresent(person -> {
            records.lock(person.unit());
            requireRight(by, person);
        });
        if (!get(id).isOpenOn(today())) {
            throw FormRefused.at("absence", "Kỳ vắng mặt này đã kết thúc: %s.".formatted(subjectOf(absence)));
        }
        records.end(id, clock.instant(), by, why);
        audit.record(new AuditAct(
                by,
                "ABSENCE_ENDED",
                ABSENCE,
                id.toString(),
                Map.of("ended", false),
                Map.of("ended", true, "person", absence.person(), "substitute", absence.substitute(), "why", why)));
        process.endedEarly(absence);
    }

    /** The first day began: whoever keeps rights and lists follows. */
    @Transactional
    void begin(UUID id) {
        events.publishEvent(new SubstitutionsChanged(get(id).person()));
    }

    /** The last day is over, or it was ended before: whoever keeps rights and lists takes back what was lent. */
    @Transactional
    void settle(UUID id) {
        events.publishEvent(new SubstitutionsChanged(get(id).person()));
        records.settle(id, clock.instant());
    }

    private void requireRight(String by, Person person) {
        if (!reportableBy(by).contains(person)) {
            throw FormRefused.because("Chỉ %s, lãnh đạo %s hoặc người quản trị được ghi việc này."
                    .formatted(person.name(), organisation.unit(person.unit()).name()));
        }
    }

    private void requireDays(AbsenceOrder order) {
        if (order.firstDay().isBefore(today())) {
            throw FormRefused.at(
                    "firstDay",
                    "Mong đợi từ hôm nay, %s, trở đi, gặp %s."
                            .formatted(VietnamTime.format(today()), VietnamTime.format(order.firstDay())));
        }
        if (order.lastDay() == null && order.kind() == AbsenceKind.LEAVE) {
            throw FormRefused.at("lastDay", "Chưa điền ngày cuối cùng vắng mặt.");
        }
        if (order.lastDay() != null && order.lastDay().isBefore(order.firstDay())) {
            throw FormRefused.at(
                    "lastDay",
                    "Mong đợi không trước ngày đầu, %s, gặp %s."
                            .formatted(VietnamTime.format(order.firstDay()), VietnamTime.format(order.lastDay())));
        }
    }

    private void requireSubstitute(AbsenceOrder order, Person person) {
        if (possibleSubstitutesOf(person).stream()
                .noneMatch(other -> other.userId().equals(order.substitute()))) {
            throw FormRefused.at(
                    "substitute",
                    "Mong đợi một %s khác của %s, gặp %s."
                            .formatted(
                                    organisation.unit(person.unit()).kind() == UnitKind.LEADERSHIP
                                            ? "lãnh đạo"
                                            : "người",
                                    organisation.unit(person.unit()).name(),
                                    organisation.nameOf(order.substitute())));
        }
    }

    private void requireFree(AbsenceOrder order) {
        require(
                "firstDay",
                "%s đã được ghi vắng mặt trong những ngày đó: %s.",
                order.person(),
                records.ofPerson(order.person()),
                order);
        require(
                "person",
                "%s đang được cử thay người khác trong những ngày đó: %s.",
                order.person(),
                records.withSubstitute(order.person()),
                order);
        require(
                "substitute",
                "%s cũng vắng mặt trong những ngày đó: %s.",
                order.substitute(),
                records.ofPerson(order.substitute()),
                order);
    }

    private void require(String field, String reason, String who, List<Absence> others, AbsenceOrder order) {
        others.stream()
                .filter(other -> other.meets(order.firstDay(), order.lastDay()))
                .findFirst()
                .ifPresent(other -> {
                    throw FormRefused.at(field, reason.formatted(organisation.nameOf(who), subjectOf(other)));
                });
    }

    private LocalDate today() {
        return VietnamTime.dateOf(clock.instant());
    }
}
