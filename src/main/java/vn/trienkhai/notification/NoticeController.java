package vn.trienkhai.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.form.FormView.Fact;
import vn.trienkhai.form.SignedIn;

/** What the page "Tin báo" shows and changes: of the person who is signed in, and of nobody else. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final NoticeBox box;
    private final MailChoices choices;
    private final Outbox outbox;
    private final MailServer server;
    private final DeliveryTrouble trouble;

    NoticeController(NoticeBox box, MailChoices choices, Outbox outbox, MailServer server, DeliveryTrouble trouble) {
        this.box = box;
        this.choices = choices;
        this.outbox = outbox;
        this.server = server;
        this.trouble = trouble;
    }

    /** @param sending how sending stands; null for who is no administrator */
    record Page(
            String user,
            long unread,
            List<NoticeBox.Message> messages,
            List<NoticeBox.Message> ofTheUnit,
            MailChoice choice,
            List<Choice> choices,
            List<Fact> sending) {}

    record Unread(long unread) {}

    /** The messages to the person and to their unit, newest first, and how they want mail. */
    @GetMapping
    Page page(@RequestAttribute(SignedIn.USER) String userId, @RequestAttribute(SignedIn.GROUPS) Set<String> groups) {
        return new Page(
                userId,
                box.unreadOf(userId),
                box.of(userId),
                box.ofTheUnitOf(userId),
                choices.of(userId),
                Arrays.stream(MailChoice.values())
                        .map(choice -> new Choice(choice.name(), choice.label()))
                        .toList(),
                groups.contains(ADMINISTRATORS) ? sending() : null);
    }

    /** How many messages the person has not read. */
    @GetMapping("/unread")
    Unread unread(@RequestAttribute(SignedIn.USER) String userId) {
        return new Unread(box.unreadOf(userId));
    }

    /** Takes a message as read. */
    @PostMapping("/{id}/read")
    Unread read(@PathVariable UUID id, @RequestAttribute(SignedIn.USER) String userId) {
        box.read(id, userId);
        return new Unread(box.unreadOf(userId));
    }

    /** Takes all messages of the person as read. */
    @PostMapping("/read")
    Unread readAll(@RequestAttribute(SignedIn.USER) String userId) {
        box.readAll(userId);
        return new Unread(box.unreadOf(userId));
    }

    /** How the person wants mail from now on. */
    @PostMapping("/choice/{choice}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable MailChoice choice, @RequestAttribute(SignedIn.USER) String userId) {
        choices.choose(userId, choice);
    }

    private List<Fact> sending() {
        var standing = outbox.standing();
        var wrong = trouble.explained();
        return List.of(
                new Fact(
                        "Máy chủ thư",
                        server.isConfigured() ? "Đã cấu hình" : "Chưa cấu hình: tin chỉ đọc trong chương trình"),
                new Fact("Tình trạng", wrong.isEmpty() ? "Không có trục trặc" : wrong),
                new Fact("Thư chờ gửi", Long.toString(standing.waiting())),
                new Fact("Gửi được gần nhất", momentOr(standing.lastSent(), "chưa có thư nào")),
                new Fact("Gửi không được từ", momentOr(standing.failingSince(), "không có thư nào")),
                new Fact("Lỗi gần nhất", standing.lastProblem() == null ? "không có" : standing.lastProblem()),
                new Fact("Thư không có địa chỉ", Long.toString(standing.withoutAddress())),
                new Fact("Thư bị từ chối địa chỉ", Long.toString(standing.refused())));
    }

    private static String momentOr(Instant moment, String none) {
        return moment == null ? none : VietnamTime.format(moment);
    }
}
