package vn.trienkhai.assignment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.notification.Notice;
import vn.trienkhai.notification.NoticeKind;
import vn.trienkhai.notification.Notices;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Unit;

/** Who is told what when an assignment changes. */
@Component
class AssignmentNotices {

    private static final int LONGEST_SUBJECT = 200;

    private final Notices notices;
    private final Organisation organisation;

    AssignmentNotices(Notices notices, Organisation organisation) {
        this.notices = notices;
        this.organisation = organisation;
    }

    void opened(Assignment assignment) {
        toUnit(
                assignment,
                NoticeKind.ASSIGNED,
                assignment.isBinding() ? "Việc mới: " : "Đề nghị phối hợp: ",
                "%s %s. %s"
                        .formatted(
                                nameOf(assignment.assigner()),
                                assignment.isBinding() ? "giao việc" : "đề nghị phối hợp",
                                assignment.instruction().orElse("")));
    }

    void refused(Assignment assignment, String why, String by) {
        toAssigner(assignment, "Từ chối: ", "%s không nhận việc: %s".formatted(organisation.nameOf(by), why));
    }

    void insisted(Assignment assignment, String why, String by) {
        toUnit(
                assignment,
                NoticeKind.RETURNED,
                "Giữ nguyên việc giao: ",
                "%s đề nghị đơn vị nhận việc: %s".formatted(organisation.nameOf(by), why));
    }

    void returned(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.RETURNED,
                "Trả lại: ",
                "%s trả lại kết quả để làm lại: %s".formatted(organisation.nameOf(by), why));
    }

    void extensionAsked(Assignment assignment, DeadlineExtension request) {
        toAssigner(
                assignment,
                "Xin gia hạn: ",
                "%s xin gia hạn từ %s đến hết ngày %s. Lý do: %s"
                        .formatted(
                                nameOf(assignment.unit()),
                                VietnamTime.format(request.dueThen()),
                                VietnamTime.format(request.askedDue()),
                                request.reason()));
    }

    void extensionRefused(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.CHANGED,
                "Không gia hạn: ",
                "%s không gia hạn: %s".formatted(organisation.nameOf(by), why));
    }

    /** @param before last day on time until now; null if there was none */
    void deadlineMoved(Assignment assignment, LocalDate before, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.CHANGED,
                "Đổi hạn: ",
                "%s đổi hạn%s thành hết ngày %s. Lý do: %s"
                        .formatted(
                                by == null ? "Hệ thống" : organisation.nameOf(by),
                                before == null ? "" : " từ " + VietnamTime.format(before),
                                VietnamTime.format(assignment.due().orElseThrow()),
                                why));
    }

    void held(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.CHANGED,
                "Tạm hoãn: ",
                "%s tạm hoãn việc này, thời hạn ngừng tính: %s".formatted(organisation.nameOf(by), why));
    }

    void resumed(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.CHANGED,
                "Tiếp tục: ",
                "%s cho tiếp tục việc này: %s".formatted(organisation.nameOf(by), why));
    }

    void withdrawn(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.CHANGED,
                "Rút việc: ",
                "%s rút việc: %s".formatted(organisation.nameOf(by), why));
    }

    void passedOn(Assignment assignment, Unit former, String why) {
        toDoers(
                assignment,
                null,
                NoticeKind.ASSIGNED,
                "Nhận tiếp: ",
                "%s làm tiếp việc của %s, thời hạn giữ nguyên. %s"
                        .formatted(nameOf(assignment.unit()), former.name(), why));
    }

    /**
     * Tells how it stands and what is expected now, once to each person.
     *
     * @param late working days after the last day; negative before it
     * @param deciders names of the units whose leaders must decide what to do
     * @param occasion tells this message from others about the same work
     */
    void ladder(Assignment assignment, int late, Set<String> people, List<String> deciders, String occasion) {
        var due = VietnamTime.format(assignment.due().orElseThrow());
        var label = late > 0
                ? "Quá hạn %d ngày làm việc: ".formatted(late)
                : late == 0 ? "Hôm nay là hạn cuối: " : "Còn %d ngày làm việc: ".formatted(-late);
        var text = late > 0
                ? "%s chưa trình kết quả. Quá hạn %d ngày làm việc.".formatted(nameOf(assignment.unit()), late)
                : late == 0
                        ? "Hôm nay %s là ngày cuối cùng còn đúng hạn.".formatted(due)
                        : "Còn %d ngày làm việc đến hạn.".formatted(-late);
        announce(
                assignment,
                late > 0 ? NoticeKind.ESCALATION : NoticeKind.REMINDER,
                people,
                Set.of(assignment.unit()),
                label,
                text + " " + expected(late, deciders),
                occasion);
    }

    private static String expected(int late, List<String> deciders) {
        if (late <= 0) {
            return "Đề nghị trình kết quả đúng hạn, hoặc xin gia hạn khi còn hạn.";
        }
        return deciders.isEmpty()
                ? "Đề nghị đơn vị trình kết quả ngay."
                : "Đề nghị đơn vị trình kết quả ngay; lãnh đạo %s quyết định việc quá hạn."
                        .formatted(String.join(", lãnh đạo ", deciders));
    }

    void urged(Assignment assignment, String why, String by) {
        toDoers(
                assignment,
                by,
                NoticeKind.ESCALATION,
                "Đôn đốc: ",
                "%s đôn đốc: %s".formatted(organisation.nameOf(by), why));
    }

    /** Those who lead a unit. */
    Set<String> leadersOf(String unit) {
        return organisation.peopleOf(unit).stream()
                .map(Person::userId)
                .filter(person -> organisation.leads(person, unit))
                .collect(Collectors.toSet());
    }

    /** Those who do the work and those who lead them. */
    Set<String> doersOf(Assignment assignment) {
        var people = new HashSet<>(leadersOf(assignment.unit()));
        people.addAll(assignment.officers());
        return people;
    }

    private void toUnit(Assignment assignment, NoticeKind kind, String label, String text) {
        announce(assignment, kind, leadersOf(assignment.unit()), Set.of(assignment.unit()), label, text);
    }

    /** Whoever did it knows. */
    private void toDoers(Assignment assignment, String by, NoticeKind kind, String label, String text) {
        var people = doersOf(assignment);
        people.remove(by);
        announce(assignment, kind, people, Set.of(assignment.unit()), label, text);
    }

    private void toAssigner(Assignment assignment, String label, String text) {
        announce(
                assignment,
                NoticeKind.CHANGED,
                leadersOf(assignment.assigner()),
                Set.of(assignment.assigner()),
                label,
                text);
    }

    private void announce(
            Assignment assignment, NoticeKind kind, Set<String> people, Set<String> units, String label, String text) {
        announce(assignment, kind, people, units, label, text, UUID.randomUUID().toString());
    }

    private void announce(
            Assignment assignment,
            NoticeKind kind,
            Set<String> people,
            Set<String> units,
            String label,
            String text,
            String occasion) {
        var line = label + assignment.subject();
        notices.announce(new Notice(
                "assignment:%s:%s".formatted(assignment.id(), occasion),
                kind,
                people,
                units,
                line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…",
                "%s%nThời hạn: %s."
                        .formatted(
                                text.strip(),
                                assignment
                                        .due()
                                        .map(day -> "hết ngày " + VietnamTime.format(day))
                                        .orElse("không hạn")),
                assignment.id().toString()));
    }

    private String nameOf(String unit) {
        return organisation.unit(unit).name();
    }
}
