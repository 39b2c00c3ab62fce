package vn.trienkhai.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.access.AccountLocks;
import vn.trienkhai.assignment.Assignment;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.audit.Audit;
import vn.trienkhai.audit.AuditAct;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.SubstituteCandidates;
import vn.trienkhai.notification.Notice;
import vn.trienkhai.notification.NoticeKind;
import vn.trienkhai.notification.Notices;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/**
 * Hands all open work of one person over to another of the same unit, in one act: first as it would be, then as it was
 * shown. Work of a post stays with the post; who takes over the post does so by an absence.
 */
@Component
class HandOver {

    private static final String ASSIGNMENT = "assignment";
    private static final String OFFICERS = "officers";
    private static final int LAST = 20;

    /** In the place of whoever takes over, where nobody does. */
    private static final String NOBODY = "";

    private static final int LONGEST = 400;

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final Assignments assignments;
    private final SubstituteCandidates substitutes;
    private final HandOverRecords records;
    private final Notices notices;
    private final Organisation organisation;
    private final Directory directory;
    private final Overseers overseers;
    private final WorkedTime workedTime;
    private final Audit audit;
    private final AccountLocks locks;

    HandOver(
            TaskService taskService,
            RuntimeService runtimeService,
            IdentityService identityService,
            Assignments assignments,
            SubstituteCandidates substitutes,
            HandOverRecords records,
            Notices notices,
            Organisation organisation,
            Directory directory,
            Overseers overseers,
            WorkedTime workedTime,
            Audit audit,
            AccountLocks locks) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.assignments = assignments;
        this.substitutes = substitutes;
        this.records = records;
        this.notices = notices;
        this.organisation = organisation;
        this.directory = directory;
        this.overseers = overseers;
        this.workedTime = workedTime;
        this.audit = audit;
        this.locks = locks;
    }

    private enum Way {
        ASSIGNMENT,
        WITH_ASSIGNMENT,
        NAMED,
        HELD,
        STAYS;

        /** Whether it is one more thing that moves, rather than a step of one. */
        boolean counts() {
            return this != STAYS && this != WITH_ASSIGNMENT;
        }
    }

    private record Move(Way way, String id, String what, String due, String how) {}

    /** @param moves whether it goes over; if not, {@code how} says why */
    record Item(String what, String due, String how, boolean moves) {}

    /**
     * What would happen.
     *
     * @param moving pieces of work that would go over, steps within them not counted
     * @param seen to be given back with the confirmation, so that what happens is what was shown
     */
    record Preview(String from, String to, List<Item> items, int moving, String seen) {}

    /** A hand-over that happened, as the page lists it. */
    record Shown(String at, String by, String from, String to, String why, List<HandOverRecords.Item> items) {}

    /** Changes nothing. @throws FormRefused if the two are not of one unit, or the other is away */
    @Transactional(readOnly = true)
    Preview preview(String from, String to, Overseer who) {
        require(from, to, who);
        return overseers.entitled(() -> preview(from, to, moves(from, to)));
    }

    /**
     * Hands over what {@link #preview} showed.
     *
     * @param seen of the preview
     * @throws FormRefused also if the work changed since
     */
    @Transactional
    Shown handOver(String from, String to, String why, String seen, Overseer who) {
        var unit = require(from, to, who);
        if (why == null || why.isBlank()) {
            throw FormRefused.at("why", "Chưa điền lý do.");
        }
        return overseers.entitled(() -> {
            var moves = moves(from, to);
            var preview = preview(from, to, moves);
            if (!preview.seen().equals(seen)) {
                throw FormRefused.because(
                        "Việc của %s đã thay đổi từ khi xem thử: hãy xem thử lại.".formatted(directory.person(from)));
            }
            if (preview.moving() == 0) {
                throw FormRefused.because("Không có việc nào chuyển được.");
            }
            moves.forEach(move -> carryOut(move, from, to, why.strip(), who.userId()));
            return shown(recordDone(moves, from, to, unit, why.strip(), who.userId()));
        });
    }

    private HandOverRecords.Done recordDone(
            List<Move> moves, String from, String to, String unit, String why, String by) {
        var done = new HandOverRecords.Done(
                UUID.randomUUID(),
                from,
                to,
                unit,
                why,
                by,
                workedTime.instant(),
                moves.stream()
                        .filter(move -> move.way().counts())
                        .map(move -> new HandOverRecords.Item(shortened(move.what()), move.how()))
                        .toList());
        records.insert(done);
        audit.record(new AuditAct(
                done.by(),
                "HANDED_OVER",
                "HandOver",
                done.id().toString(),
                Map.of("holder", from),
                Map.of("holder", to, "pieces", done.items().size(), "why", done.why())));
        announce(done);
        return done;
    }

    /** What is open in the name of this person, whoever could take it. */
    List<Item> openWorkOf(String userId) {
        return moves(userId, NOBODY).stream()
                .filter(move -> move.way() != Way.WITH_ASSIGNMENT)
                .map(move -> new Item(move.what(), move.due(), move.how(), true))
                .toList();
    }

    /**
     * Takes everything from somebody who left: to another of the unit, and what that one may not do returns to its post.
     *
     * @param to user id; null: everything returns to its post
     * @throws FormRefused if nothing but this person's name says whose work it is, and nobody is named
     */
    @Transactional
    void handOverOfLeaver(String from, String to, String why, Overseer who) {
        var unit = to == null ? null : require(from, to, who);
        overseers.entitled(() -> {
            var moves = moves(from, to == null ? NOBODY : to);
            if (to == null) {
                requireNothingNamed(moves, from);
            }
            moves.forEach(move -> {
                if (move.way() == Way.STAYS || to == null && move.way() == Way.HELD) {
                    substitutes.giveBack(move.id(), from);
                } else {
                    carryOut(move, from, to, why, who.userId());
                }
            });
            if (to == null) {
                recordReturned(moves, from, why, who.userId());
            } else if (moves.stream().anyMatch(move -> move.way().counts())) {
                recordDone(moves, from, to, unit, why, who.userId());
            }
            return null;
        });
    }

    private void requireNothingNamed(List<Move> moves, String from) {
        var named = moves.stream()
                .filter(move -> move.way() == Way.ASSIGNMENT || move.way() == Way.NAMED)
                .count();
        if (named > 0) {
            throw FormRefused.at(
                    "way",
                    "%d việc giao đích danh %s nên không có vị trí để trả về: hãy chọn người nhận."
                            .formatted(named, directory.person(from)));
        }
    }

    private void recordReturned(List<Move> moves, String from, String why, String by) {
        audit.record(new AuditAct(
                by,
                "RETURNED_TO_POST",
                "HandOver",
                from,
                Map.of("holder", from),
                Map.of("pieces", moves.size(), "why", why)));
    }

    /**
     * The last hand-overs in the units that the person leads; for an administrator in all.
     *
     * @throws NotAllowed if the person hands nothing over
     */
    @Transactional(readOnly = true)
    List<Shown> lastSeenBy(Overseer who) {
        requireHandsOver(who);
        var units = who.administers() ? List.copyOf(directory.unitNames().keySet()) : who.units();
        return records.lastOf(units, LAST).stream().map(this::shown).toList();
    }

    private static void requireHandsOver(Overseer who) {
        if (!who.handsOver()) {
            throw new NotAllowed("Chỉ lãnh đạo đơn vị và người quản trị bàn giao được việc.");
        }
    }

    /** @return the unit of both */
    private String require(String from, String to, Overseer who) {
        requireHandsOver(who);
        var giver = personOf("from", from);
        var taker = personOf("to", to);
        if (!who.administers() && !who.leads(giver.unit())) {
            throw new NotAllowed("Bạn chỉ bàn giao được việc của đơn vị mình lãnh đạo.");
        }
        if (giver.userId().equals(taker.userId())) {
            throw FormRefused.at("to", "Hãy chọn người nhận khác với người bàn giao.");
        }
        if (!giver.unit().equals(taker.unit())) {
            throw FormRefused.at(
                    "to",
                    "Mong đợi người của %s, gặp %s thuộc %s."
                            .formatted(directory.unit(giver.unit()), taker.name(), directory.unit(taker.unit())));
        }
        if (locks.isLocked(to)) {
            throw FormRefused.at("to", "Tài khoản của %s đã khóa.".formatted(taker.name()));
        }
        organisation.substituteOf(to).ifPresent(substitute -> {
            throw FormRefused.at("to", "%s đang vắng mặt, %s làm thay.".formatted(taker.name(), substitute.name()));
        });
        return giver.unit();
    }

    private Person personOf(String field, String userId) {
        return organisation
                .person(Objects.requireNonNullElse(userId, ""))
                .orElseThrow(
                        () -> FormRefused.at(field, "Chưa chọn người " + (field.equals("to") ? "nhận." : "bàn giao.")));
    }

    private Preview preview(String from, String to, List<Move> moves) {
        var moving = moves.stream().filter(move -> move.way().counts()).count();
        return new Preview(
                directory.person(from),
                directory.person(to),
                moves.stream()
                        .map(move -> new Item(move.what(), move.due(), move.how(), move.way() != Way.STAYS))
                        .toList(),
                (int) moving,
                UUID.nameUUIDFromBytes((from + to + moves).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private List<Move> moves(String from, String to) {
        var moves = new ArrayList<Move>();
        var held = assignments.heldBy(from);
        for (var assignment : held) {
            moves.add(new Move(
                    Way.ASSIGNMENT,
                    assignment.id().toString(),
                    assignment.subject(),
                    assignment.due().map(VietnamTime::format).orElse(""),
                    assignment.officers().contains(to)
                            ? "Thôi phân công; người nhận đã cùng thực hiện"
                            : "Đổi người được phân công"));
        }
        var heldIds = held.stream().map(Assignment::id).map(UUID::toString).collect(Collectors.toSet());
        var groupsOfTaker = to.equals(NOBODY)
                ? Set.<String>of()
                : identityService.createGroupQuery().groupMember(to).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet());
        taskService
                .createTaskQuery()
                .taskInvolvedUser(from)
                .orderByDueDate()
                .asc()
                .orderByTaskName()
                .asc()
                .list()
                .stream()
                .flatMap(task -> moveOf(task, from, to, heldIds, groupsOfTaker).stream())
                .forEach(moves::add);
        return moves;
    }

    private List<Move> moveOf(Task task, String from, String to, Set<String> held, Set<String> groupsOfTaker) {
        var links = taskService.getIdentityLinksForTask(task.getId());
        var assigned = from.equals(task.getAssignee());
        var lent = links.stream()
                .anyMatch(link ->
                        from.equals(link.getUserId()) && SubstituteCandidates.SUBSTITUTE.equals(link.getType()));
        var named = !lent && candidates(links).stream().anyMatch(link -> from.equals(link.getUserId()));
        if (!assigned && !named) {
            return List.of();
        }
        if (named && held.contains(textIn(task, ASSIGNMENT))) {
            return List.of(move(Way.WITH_ASSIGNMENT, task, "Theo việc được phân công"));
        }
        if (named) {
            return List.of(move(Way.NAMED, task, "Đổi người được nêu tên"));
        }
        var may = candidates(links).stream()
                .anyMatch(link -> to.equals(link.getUserId()) || groupsOfTaker.contains(link.getGroupId()));
        return List.of(
                may
                        ? move(Way.HELD, task, "Đổi người đang giữ")
                        : move(
                                Way.STAYS,
                                task,
                                "Ở lại: việc của %s; dùng “Vắng mặt, bàn giao” để thay chức danh"
                                        .formatted(posts(links))));
    }

    private static Move move(Way way, Task task, String how) {
        var due = task.getDueDate() == null
                ? ""
                : VietnamTime.format(VietnamTime.dateOf(task.getDueDate().toInstant()));
        return new Move(way, task.getId(), task.getName(), due, how);
    }

    private String posts(List<IdentityLink> links) {
        return candidates(links).stream()
                .map(link -> link.getGroupId() == null
                        ? directory.person(link.getUserId())
                        : directory.group(link.getGroupId()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<IdentityLink> candidates(List<IdentityLink> links) {
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
    }

    private String textIn(Task task, String variable) {
        var value = runtimeService.getVariable(task.getExecutionId(), variable);
        return value == null ? "" : value.toString();
    }

    private void carryOut(Move move, String from, String to, String why, String by) {
        switch (move.way()) {
            case ASSIGNMENT -> handOverAssignment(UUID.fromString(move.id()), from, to, why, by);
            case NAMED -> handOverNamed(move.id(), from, to);
            case HELD -> give(move.id(), from, to);
            case WITH_ASSIGNMENT, STAYS -> {}
        }
    }

    /** What the former officer had claimed is claimed by the new one; what others claimed stays theirs. */
    private void handOverAssignment(UUID id, String from, String to, String why, String by) {
        var tasks = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .taskInvolvedUser(from)
                .list();
        var claimed = new HashSet<String>();
        tasks.stream()
                .filter(task -> from.equals(task.getAssignee()))
                .filter(task -> candidates(taskService.getIdentityLinksForTask(task.getId())).stream()
                        .anyMatch(link -> from.equals(link.getUserId())))
                .forEach(task -> claimed.add(task.getId()));
        assignments.handOver(id, from, to, why, by);
        for (var task : tasks) {
            if (candidates(taskService.getIdentityLinksForTask(task.getId())).stream()
                    .noneMatch(link -> from.equals(link.getUserId()))) {
                if (claimed.contains(task.getId())) {
                    give(task.getId(), from, to);
                }
            }
        }
    }

    /** Later steps of the same work name the new one too. */
    private void handOverNamed(String taskId, String from, String to) {
        var task = taskService.createTaskQuery().taskId(taskId).singleResult();
        var officers = textIn(task, OFFICERS);
        if (Arrays.asList(officers.split(",")).contains(from)) {
            runtimeService.setVariable(
                    task.getProcessInstanceId(),
                    OFFICERS,
                    Arrays.stream(officers.split(","))
                            .map(officer -> officer.equals(from) ? to : officer)
                            .distinct()
                            .collect(Collectors.joining(",")));
        }
        taskService.deleteCandidateUser(taskId, from);
        taskService.addCandidateUser(taskId, to);
        substitutes.replaced(taskId);
        if (from.equals(task.getAssignee())) {
            give(taskId, from, to);
        } else {
            substitutes.giveBack(taskId, from);
        }
    }

    /** Whoever has a task is one of its candidates, by name where no group makes them one. */
    private void give(String taskId, String from, String to) {
        substitutes.giveBack(taskId, from);
        if (taskService
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskCandidateUser(to)
                        .includeAssignedTasks()
                        .count()
                == 0) {
            taskService.addCandidateUser(taskId, to);
        }
        taskService.setAssignee(taskId, to);
    }

    private void announce(HandOverRecords.Done done) {
        notices.announce(new Notice(
                "hand-over-" + done.id(),
                NoticeKind.ASSIGNED,
                Set.of(done.to()),
                Set.of(),
                "Nhận bàn giao %d việc từ %s".formatted(done.items().size(), directory.person(done.from())),
                "Lý do: %s\n%s"
                        .formatted(
                                done.why(),
                                done.items().stream()
                                        .map(item -> "- " + item.what())
                                        .collect(Collectors.joining("\n"))),
                null));
    }

    private Shown shown(HandOverRecords.Done done) {
        return new Shown(
                VietnamTime.format(done.at()),
                directory.actor(done.by(), done.at()),
                directory.person(done.from()),
                directory.person(done.to()),
                done.why(),
                done.items());
    }

    private static String shortened(String what) {
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST - 1) + "…";
    }
}
