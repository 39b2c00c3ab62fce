package vn.trienkhai.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.organisation.WorkOfUnits.Item;

/**
 * Sắp xếp lại đơn vị: entered by an administrator, shown before anything happens, confirmed by a leader, and carried out on
 * its day in one transaction that leaves nothing without an owner (Luật 72/2025/QH15, Điều 54 khoản 7–8).
 */
@Service
class Reorganisations {

    private static final String SUBJECT = "Reorganisation";
    private static final int LISTED = 10;

    private final ReorganisationRecords records;
    private final Organisation organisation;
    private final AbsenceRecords absences;
    private final UnitSuccessionProcess process;
    private final ObjectProvider<WorkOfUnits> work;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reorganisations(
            Organisation organisation,
            UnitSuccessionProcess process,
            ObjectProvider<WorkOfUnits> work,
            ApplicationEventPublisher events,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.records = new ReorganisationRecords(jdbc);
        this.organisation = organisation;
        this.absences = new AbsenceRecords(jdbc);
        this.process = process;
        this.work = work;
        this.events = events;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws FormRefused if there is none with this id */
    @Transactional(readOnly = true)
    public Reorganisation get(UUID id) {
        return records.find(id)
                .orElseThrow(() -> FormRefused.because("Không có đợt sắp xếp đơn vị mã %s.".formatted(id)));
    }

    /** Changes nothing yet. @throws FormRefused if the order cannot be */
    @Transactional
    public Reorganisation enter(ReorganisationOrder order, String by) {
        requireBasis(order);
        requireUnits(order);
        var successor = successorOf(order);
        var entered = new Reorganisation(
                UUID.randomUUID(), order, successor.orElse(null), by, clock.instant(), null, null, null);
        records.insert(entered);
        record(entered, by, "REORGANISATION_ENTERED");
        return entered;
    }

    /** For example "giải thể – UBND xã Hàm Ninh, từ 01/07/2025". */
    @Transactional(readOnly = true)
    public String subjectOf(Reorganisation entered) {
        var names = entered.order().units().stream()
                .map(unit -> organisation.unit(unit).shortName())
                .collect(Collectors.joining(", "));
        return "%s – %s, từ %s"
                .formatted(
                        entered.order().kind().label().toLowerCase(),
                        names,
                        VietnamTime.format(entered.order().effectiveOn()));
    }

    /** The unit that takes the place, as it is or as it will be. */
    @Transactional(readOnly = true)
    public Optional<Unit> successorOf(Reorganisation entered) {
        var made = entered.newUnit()
                .map(unit -> new Unit(
                        entered.successorId(),
                        unit.name(),
                        unit.shortName(),
                        unit.kind(),
                        null,
                        unit.symbol(),
                        null,
                        null,
                        null));
        return made.isPresent()
                ? made
                : Optional.ofNullable(entered.successorId()).map(organisation::unit);
    }

    /** Leaders of the People's Committee: they decide. */
    @Transactional(readOnly = true)
    public List<String> deciders() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.LEADERSHIP)
                .flatMap(unit -> organisation.leadGroupsOf(unit.id()).stream())
                .toList();
    }

    /** What is open in the names of the units and what becomes of it; nothing changes. */
    @Transactional(readOnly = true)
    public List<Item> dryRun(Reorganisation entered) {
        var successor = successorOf(entered);
        var items = new ArrayList<Item>();
        for (var id : entered.order().units()) {
            var unit = organisation.unit(id);
            if (!unit.isInForce()) {
                items.add(Item.blocks("Đơn vị", unit.nameAndWhatItIsNow(), "Đơn vị này không còn: bỏ đợt sắp xếp này"));
                continue;
            }
            items.addAll(workOf(unit, successor.map(Unit::shortName)));
            items.addAll(stepsOf(unit, successor, items));
            items.addAll(peopleOf(unit, successor, entered));
        }
        successor
                .filter(unit -> entered.newUnit().isEmpty() && !unit.isInForce())
                .ifPresent(unit -> items.add(Item.blocks(
                        "Đơn vị tiếp nhận", unit.nameAndWhatItIsNow(), "Đơn vị này không còn: bỏ đợt sắp xếp này")));
        return items;
    }

    private List<Item> workOf(Unit unit, Optional<String> successor) {
        return work.orderedStream()
                .flatMap(module -> module.openWorkOf(unit, successor).stream())
                .toList();
    }

    /** Steps that wait in the lists of the unit. Without a successor each must end with the work it belongs to. */
    private List<Item> stepsOf(Unit unit, Optional<Unit> successor, List<Item> known) {
        var closing =
                known.stream().map(Item::closes).filter(key -> key != null).collect(Collectors.toSet());
        var items = new ArrayList<Item>();
        for (var step : process.stepsWaitingFor(groupsOf(unit))) {
            if (successor.isPresent()) {
                items.add(Item.passes(
                        "Bước đang chờ",
                        step.name(),
                        "Chuyển sang danh sách việc của " + successor.get().shortName()));
            } else if (!closing.contains(step.businessKey())) {
                items.add(Item.blocks("Bước đang chờ", step.name(), "Phải làm xong hoặc rút trước"));
            }
        }
        return items;
    }

    private Set<String> groupsOf(Unit unit) {
        return Stream.concat(
                        Stream.of(unit.id()),
                        organisation.ownPostsOf(unit.id()).stream().map(Post::id))
                .collect(Collectors.toSet());
    }

    private List<Item> peopleOf(Unit unit, Optional<Unit> successor, Reorganisation entered) {
        var titles = organisation.ownPostsOf(unit.id()).stream().collect(Collectors.toMap(Post::id, post -> post));
        var founding =
                entered.newUnit().filter(made -> entered.order().units().get(0).equals(unit.id()));
        var items = new ArrayList<Item>();
        for (var person : organisation.ownPeopleOf(unit.id())) {
            var post = titles.get(person.post());
            items.add(Item.passes(
                    "Người",
                    "%s (%s)".formatted(person.name(), person.userId()),
                    successor
                            .map(next -> founding.map(made -> PostsAfter.ofNewUnit(post, unit, next, made))
                                    .orElseGet(() -> PostsAfter.inExistingUnit(post, unit, next))
                                    .title())
                            .orElse("Tài khoản không còn quyền nào")));
            absences.ofPerson(person.userId()).stream()
                    .filter(absence -> absence.isOpenOn(today()))
                    .map(absence -> Item.passes(
                            "Vắng mặt, bàn giao",
                            "%s, %s thay, %s"
                                    .formatted(
                                            person.name(), organisation.nameOf(absence.substitute()), absence.days()),
                            successor.isPresent()
                                    ? "Giữ nguyên, người thay giữ chức danh mới"
                                    : "Không còn quyền nào để thay"))
                    .forEach(items::add);
        }
        return items;
    }

    /** A leader agrees. @throws FormRefused if it is the person who entered it, or if it is due now and something blocks */
    @Transactional
    public void confirm(UUID id, String by) {
        var entered = get(id);
        if (by.equals(entered.enteredBy())) {
            throw FormRefused.because("Bạn là người nhập đợt sắp xếp này: người khác phải xác nhận.");
        }
        if (isDue(entered)) {
            var blocking = blocking(dryRun(entered));
            if (!blocking.isEmpty()) {
                throw FormRefused.because("Chưa sắp xếp được, còn vướng: " + listed(blocking));
            }
        }
        records.confirm(id, by, clock.instant());
        record(entered, by, "REORGANISATION_CONFIRMED");
    }

    @Transactional
    public void sendBack(UUID id, String why, String by) {
        audit.record(new AuditAct(by, "REORGANISATION_RETURNED", SUBJECT, id.toString(), Map.of(), Map.of("why", why)));
    }

    @Transactional
    public void drop(UUID id, String by) {
        records.drop(id, clock.instant());
        record(get(id), by, "REORGANISATION_DROPPED");
    }

    /** A leader gives up what was confirmed, before its day. */
    @Transactional
    public void callOff(UUID id, String why, String by) {
        records.drop(id, clock.instant());
        audit.record(
                new AuditAct(by, "REORGANISATION_CALLED_OFF", SUBJECT, id.toString(), Map.of(), Map.of("why", why)));
    }

    @Transactional(readOnly = true)
    public boolean isDue(Reorganisation entered) {
        return entered.isDueOn(today());
    }

    /** What keeps it from being carried out now; empty if nothing does. */
    @Transactional(readOnly = true)
    public Optional<String> whatBlocks(UUID id) {
        var blocking = blocking(dryRun(get(id)));
        return blocking.isEmpty() ? Optional.empty() : Optional.of(listed(blocking));
    }

    /**
     * Everything at once: units, posts, people, work, tasks, rights.
     *
     * @param ownProcessInstance of the engine, in which this happens
     * @throws FormRefused if anything would be left without an owner; nothing happened then
     */
    @Transactional
    public void carryOut(UUID id, String ownProcessInstance) {
        var decided = get(id);
        lock(decided);
        var items = dryRun(decided);
        var units = decided.order().units().stream().map(organisation::unit).toList();
        var succession = organisation.end(units, successorOf(decided), decided);
        events.publishEvent(succession);
        work.orderedStream().forEach(module -> module.pass(succession));
        process.pass(succession, ownProcessInstance, userId -> organisation.person(userId).stream()
                .flatMap(person -> Stream.of(person.unit(), person.post()))
                .toList());
        events.publishEvent(new OrganisationEstablished(Stream.concat(units.stream(), succession.successor().stream())
                .map(Unit::id)
                .toList()));
        requireNothingLeft(units);
        records.carryOut(id, items, clock.instant());
        record(decided, decided.confirmedBy(), "REORGANISATION_CARRIED_OUT");
    }

    private void requireNothingLeft(List<Unit> units) {
        var left = new ArrayList<Item>();
        for (var former : units) {
            var unit = organisation.unit(former.id());
            left.addAll(workOf(unit, Optional.empty()));
            process.stepsWaitingFor(groupsOf(unit))
                    .forEach(step -> left.add(Item.blocks("Bước đang chờ", step.name(), "")));
        }
        if (!left.isEmpty()) {
            throw FormRefused.because("Chưa sắp xếp được, còn việc không có đơn vị nhận: " + listed(left));
        }
    }

    private void lock(Reorganisation decided) {
        jdbc.sql("select id from unit where id in (:ids) order by id for update")
                .param("ids", decided.order().units())
                .query(String.class)
                .list();
    }

    private static List<Item> blocking(List<Item> items) {
        return items.stream().filter(Item::blocks).toList();
    }

    private static String listed(List<Item> items) {
        var shown = items.stream()
                .limit(LISTED)
                .map(item -> item.becomes().isEmpty()
                        ? "%s “%s”".formatted(item.kind(), item.what())
                        : "%s “%s” (%s)".formatted(item.kind(), item.what(), item.becomes()))
                .collect(Collectors.joining("; "));
        return items.size() <= LISTED ? shown + "." : "%s và %d việc khác.".formatted(shown, items.size() - LISTED);
    }

    private void requireBasis(ReorganisationOrder order) {
        if (order.basisDate().isAfter(today())) {
            throw FormRefused.at(
                    "basisDate",
                    "Mong đợi không sau hôm nay, %s, gặp %s."
                            .formatted(VietnamTime.format(today()), VietnamTime.format(order.basisDate())));
        }
        if (order.effectiveOn().isBefore(order.basisDate())) {
            throw FormRefused.at(
                    "effectiveOn",
                    "Mong đợi không trước ngày văn bản, %s, gặp %s."
                            .formatted(VietnamTime.format(order.basisDate()), VietnamTime.format(order.effectiveOn())));
        }
    }

    private void requireUnits(ReorganisationOrder order) {
        for (var id : order.units()) {
            if (!organisation.knows(id) || organisation.isGroup(id)) {
                throw FormRefused.at("units", "Không có đơn vị “%s”.".formatted(id));
            }
            if (!organisation.unit(id).isInForce()) {
                throw FormRefused.at(
                        "units",
                        "Đơn vị không còn: %s.".formatted(organisation.unit(id).nameAndWhatItIsNow()));
            }
        }
        for (var open : records.open()) {
            Stream.concat(order.units().stream(), Stream.ofNullable(order.successor()))
                    .filter(unit -> open.order().units().contains(unit))
                    .findFirst()
                    .ifPresent(unit -> {
                        throw FormRefused.at(
                                "units",
                                "%s đã có trong một đợt sắp xếp chưa xong: %s."
                                        .formatted(organisation.unit(unit).shortName(), subjectOf(open)));
                    });
        }
    }

    /** @return id of the unit that takes the place; empty where none does */
    private Optional<String> successorOf(ReorganisationOrder order) {
        if (order.kind() == ReorganisationKind.RENAME && order.units().size() != 1) {
            throw FormRefused.at(
                    "units",
                    "Đổi tên: mong đợi một đơn vị, gặp %d."
                            .formatted(order.units().size()));
        }
        if (order.kind() == ReorganisationKind.LEAVE) {
            if (order.successor() != null || order.newUnit() != null) {
                throw FormRefused.at("successor", "Đơn vị ra khỏi địa bàn: không có đơn vị tiếp nhận ở đây.");
            }
            return Optional.empty();
        }
        if (order.newUnit() != null) {
            return Optional.of(idOfNew(order));
        }
        if (order.successor() == null) {
            if (order.kind() == ReorganisationKind.RENAME) {
                throw FormRefused.at("newUnit.name", "Chưa điền tên đầy đủ của đơn vị mới.");
            }
            if (order.kind() == ReorganisationKind.ABOLISH) {
                return Optional.empty();
            }
            throw FormRefused.at("successor", "Chưa chọn đơn vị tiếp nhận, hoặc điền đơn vị mới.");
        }
        if (order.kind() == ReorganisationKind.RENAME) {
            throw FormRefused.at("successor", "Đổi tên: hãy điền tên mới, không chọn một đơn vị khác.");
        }
        return Optional.of(requireSuccessor(order));
    }

    private String requireSuccessor(ReorganisationOrder order) {
        var id = order.successor();
        var next = organisation.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> FormRefused.at("successor", "Không có đơn vị “%s”.".formatted(id)));
        if (order.units().contains(id)) {
            throw FormRefused.at("successor", "%s cũng được kê là kết thúc.".formatted(next.shortName()));
        }
        if (!next.canBeAssigned() && order.units().stream().anyMatch(organisation::canBeAssigned)) {
            throw FormRefused.at(
                    "successor",
                    "%s chỉ được đề nghị phối hợp, không nhận được việc giao.".formatted(next.shortName()));
        }
        return id;
    }

    private String idOfNew(ReorganisationOrder order) {
        var made = order.newUnit();
        if (order.kind() == ReorganisationKind.ABOLISH) {
            throw FormRefused.at("kind", "Lập đơn vị mới thì chọn “Đổi tên” hoặc “Sáp nhập, hợp nhất”.");
        }
        if (order.successor() != null) {
            throw FormRefused.at("successor", "Hãy chọn một đơn vị đang có, hoặc điền đơn vị mới, không cả hai.");
        }
        var id = PostsAfter.idOf(made.shortName());
        if (id.isEmpty() || !Character.isLetter(id.charAt(0))) {
            throw FormRefused.at(
                    "newUnit.shortName", "Mong đợi tên gọn bắt đầu bằng chữ, gặp “%s”.".formatted(made.shortName()));
        }
        if (organisation.knows(id)) {
            throw FormRefused.at(
                    "newUnit.shortName", "Đã có đơn vị mang mã “%s”: hãy chọn tên gọn khác.".formatted(id));
        }
        if (!made.kind().canBeAssigned() && order.units().stream().anyMatch(organisation::canBeAssigned)) {
            throw FormRefused.at(
                    "newUnit.kind", "Mặt trận, đoàn thể chỉ được đề nghị phối hợp, không nhận được việc giao.");
        }
        return id;
    }

    private void record(Reorganisation entered, String by, String act) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("units", String.join(",", entered.order().units()));
        facts.put("successor", Optional.ofNullable(entered.successorId()).orElse(""));
        facts.put("why", entered.why());
        facts.put("effectiveOn", entered.order().effectiveOn().toString());
        facts.put("enteredBy", entered.enteredBy());
        audit.record(new AuditAct(by, act, SUBJECT, entered.id().toString(), Map.of(), facts));
    }

    private LocalDate today() {
        return VietnamTime.dateOf(clock.instant());
    }
}
