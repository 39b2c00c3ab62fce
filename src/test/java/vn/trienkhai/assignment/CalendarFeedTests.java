package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.CalendarFeeds.Owner;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.FormRefused;

/** What calendar programs read, parsed back strictly. Days are of July 2021, which has no holiday; 15/07 is a Thursday. */
class CalendarFeedTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2021, 7, 15);
    private static final String HEAD = "phong-kinh-te.head";
    private static final String OFFICER = "phong-kinh-te.officer";
    private static final List<String> HINTS = List.of(
            CompatibilityHints.KEY_RELAXED_PARSING,
            CompatibilityHints.KEY_RELAXED_UNFOLDING,
            CompatibilityHints.KEY_RELAXED_VALIDATION,
            CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
            CompatibilityHints.KEY_NOTES_COMPATIBILITY);

    @Autowired
    Assignments assignments;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void parseStrictly() {
        HINTS.forEach(hint -> CompatibilityHints.setHintEnabled(hint, false));
    }

    @AfterEach
    void parseAsBefore() {
        HINTS.forEach(CompatibilityHints::clearHintEnabled);
    }

    @Test
    void showsAnAssignmentOnTheWholeOfItsLastDay() {
        var duty = handedOut("KT-1b – Cung cấp thông tin về mô hình tốt");

        var event = eventIn(feeds.renew(Owner.PERSON, OFFICER), duty);

        assertThat(event.toString().replace("\r\n ", "").lines())
                .filteredOn(line -> !line.startsWith("SEQUENCE:"))
                .containsExactly(
                        "BEGIN:VEVENT",
                        "UID:" + duty + "@trienkhai",
                        "DTSTAMP:20210701T010000Z",
                        "DTSTART;VALUE=DATE:20210715",
                        "DTEND;VALUE=DATE:20210716",
                        "SUMMARY:Hạn: KT-1b – Cung cấp thông tin về mô hình tốt",
                        "DESCRIPTION:Nơi giao: Phòng Văn hóa và Thông tin\\nTiến trình: Đang thực hiện\\n"
                                + "Kế hoạch 269/KH-UBND\\, mục III.2: “cung cấp thông tin”\\n"
                                + "http://localhost:8080/viec/" + duty,
                        "URL:http://localhost:8080/viec/" + duty,
                        "CATEGORIES:Triển Khai",
                        "TRANSP:TRANSPARENT",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-PT16H30M",
                        "DESCRIPTION:Hạn: KT-1b – Cung cấp thông tin về mô hình tốt",
                        "END:VALARM",
                        "END:VEVENT");
    }

    @Test
    void saysWhoseDeadlinesTheseAreAndHowOftenToAsk() {
        var calendar = parsed(feeds.renew(Owner.PERSON, OFFICER));

        assertThat(valueOf(calendar, "X-WR-CALNAME")).isEqualTo("Thời hạn – Chuyên viên Phòng Kinh tế");
        assertThat(valueOf(calendar, "REFRESH-INTERVAL")).isEqualTo("PT1H");
        assertThat(valueOf(calendar, "X-PUBLISHED-TTL")).isEqualTo("PT1H");
        assertThat(valueOf(calendar, "VERSION")).isEqualTo("2.0");
        assertThat(valueOf(calendar, "PRODID")).isEqualTo("-//Trien Khai//Thoi han//VI");
        assertThat(valueOf(parsed(feeds.renew(Owner.UNIT, HEAD)), "X-WR-CALNAME"))
                .isEqualTo("Thời hạn – Phòng Kinh tế");
    }

    @Test
    void isACalendarEvenWithNothingDue() {
        assertThat(parsed(feeds.renew(Owner.PERSON, "tu-phap.officer")).getComponents(VEvent.VEVENT))
                .isEmpty();
    }

    @Test
    void remindsOnFridayOfWhatIsDueOnMonday() {
        var duty = open("KT-1b", LocalDate.of(2021, 7, 19));

        var event = eventIn(feeds.renew(Owner.UNIT, HEAD), duty);

        assertThat(event.toString()).contains("TRIGGER:-P2DT16H30M\r\n");
    }

    @Test
    void keepsEveryLineWithin75OctetsAndEveryLetterWhole() {
        var subject =
                "Đẩy mạnh tuyên truyền, phổ biến chủ trương của Đảng; chính sách, pháp luật của Nhà nước về bảo vệ"
                        + " chủ quyền biển, đảo đến từng khu phố, ấp và hộ dân 🏝 trên địa bàn thành phố Phú Quốc";
        var duty = open(subject, DUE);
        var token = feeds.renew(Owner.UNIT, HEAD);

        var text = feeds.read(token).orElseThrow();

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .anySatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(72))
                .noneSatisfy(line -> assertThat(line).containsAnyOf("\n", "\r"));
        assertThat(valueOf(eventIn(token, duty), "SUMMARY")).isEqualTo("Hạn: " + subject);
    }

    @Test
    void takesASubjectForTextWhateverItSays() {
        var duty = open(
                "Báo cáo\r\nEND:VEVENT\nEND:VCALENDAR\rATTENDEE:mailto:a@b.example, một; hai \\n \"ba\"\u0000\u0007",
                DUE);

        var event = eventIn(feeds.renew(Owner.UNIT, HEAD), duty);

        assertThat(valueOf(event, "SUMMARY"))
                .isEqualTo("Hạn: Báo cáo END:VEVENT END:VCALENDAR ATTENDEE:mailto:a@b.example, một; hai \\n \"ba\"");
        assertThat(event.getProperty(Property.ATTENDEE)).isEmpty();
        assertThat(valueOf(event, "UID")).isEqualTo(duty + "@trienkhai");
    }

    @Test
    void movesTheSameEventWhenTheDeadlineMoves() {
        var duty = handedOut("KT-1b");
        var token = feeds.renew(Owner.PERSON, OFFICER);
        var before = eventIn(token, duty);

        assignments.extend(duty, DeadlineTerm.on(LocalDate.of(2021, 7, 22)), "Nhà in giao chậm", "phong-vhtt.head");

        var after = eventIn(token, duty);
        assertThat(valueOf(after, "UID")).isEqualTo(valueOf(before, "UID"));
        assertThat(Integer.parseInt(valueOf(after, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(valueOf(before, "SEQUENCE")));
        assertThat(valueOf(after, "DTSTART")).isEqualTo("20210722");
        assertThat(valueOf(after, "DTEND")).isEqualTo("20210723");
    }

    @Test
    void saysThatItIsLateAndThatItWasOnlyAsked() {
        var owed = open("KT-1b", DUE);
        var asked = open("KT-1b", DUE, false);
        var token = feeds.renew(Owner.UNIT, HEAD);

        clock.moveTo(LocalDate.of(2021, 7, 16));

        assertThat(valueOf(eventIn(token, owed), "SUMMARY")).isEqualTo("Quá hạn: KT-1b");
        assertThat(valueOf(eventIn(token, asked), "SUMMARY")).isEqualTo("Đề nghị: KT-1b");
    }

    @Test
    void leavesOutWhatHasNoDeadlineOrIsNotDueNow() {
        var token = feeds.renew(Owner.UNIT, HEAD);
        var endless = open("KT-1b", null);
        var refused = open("KT-1b", DUE);
        var withdrawn = handedOut("KT-1b");
        var held = handedOut("KT-1b");
        var submitted = handedOut("KT-1b");
        assertThat(uids(token)).contains(uid(refused), uid(withdrawn), uid(held), uid(submitted));

        assignments.withdraw(withdrawn, "Trùng việc", "phong-vhtt.head");
        steer(held, "HOLD");
        desk.as(HEAD)
                .complete(
                        task(refused, "UserTask_ConfirmReceipt"),
                        Map.of("accepted", false, "reason", "Không đúng chức năng"));
        desk.as(OFFICER).complete(task(submitted, "UserTask_SubmitResult"), Map.of("result", "Xong"));

        assertThat(uids(token)).doesNotContain(uid(endless), uid(refused), uid(withdrawn), uid(held), uid(submitted));
        steer(held, "RESUME");
        assertThat(uids(token)).contains(uid(held)).doesNotContain(uid(submitted));
        desk.as("phong-vhtt.head").complete(task(submitted, "UserTask_ReviewResult"), Map.of("accepted", true));
        assertThat(uids(token)).doesNotContain(uid(submitted));
    }

    @Test
    void showsAPersonWhatTheyDoAndWhatTheUnitTheyLeadOwes() {
        var mine = handedOut("KT-1b");
        var notHandedOut = open("KT-1b", DUE);

        assertThat(uids(feeds.renew(Owner.PERSON, OFFICER))).contains(uid(mine)).doesNotContain(uid(notHandedOut));
        assertThat(uids(feeds.renew(Owner.PERSON, HEAD))).contains(uid(mine), uid(notHandedOut));
        assertThat(uids(feeds.renew(Owner.UNIT, HEAD))).contains(uid(mine), uid(notHandedOut));
        assertThat(uids(feeds.renew(Owner.PERSON, "y-te.head"))).doesNotContain(uid(mine), uid(notHandedOut));
        assertThat(uids(feeds.renew(Owner.UNIT, "y-te.head"))).doesNotContain(uid(mine), uid(notHandedOut));
        assertThat(uids(feeds.renew(Owner.PERSON, "phong-vhtt.head")))
                .as("who asked for it owes nothing")
                .doesNotContain(uid(mine), uid(notHandedOut));
    }

    @Test
    void endsAnAddressThatIsReplacedOrRevoked() {
        var first = feeds.renew(Owner.PERSON, "y-te.officer");
        var ofAnother = feeds.renew(Owner.PERSON, "y-te.deputy");

        var second = feeds.renew(Owner.PERSON, "y-te.officer");
        assertThat(feeds.read(first)).isEmpty();
        assertThat(feeds.read(second)).isPresent();

        feeds.revoke(Owner.PERSON, "y-te.officer");
        feeds.revoke(Owner.PERSON, "y-te.officer");
        assertThat(feeds.read(second)).isEmpty();
        assertThat(feeds.read(ofAnother)).isPresent();
    }

    @Test
    void knowsNoTokenThatItDidNotGive() {
        var token = feeds.renew(Owner.PERSON, "y-te.officer");

        for (var wrong :
                List.of("", "x", token.substring(1), token + "A", "A".repeat(43), "' or '1'='1", "../" + token)) {
            assertThat(feeds.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void keepsNoTokenButItsHash() {
        var token = feeds.renew(Owner.PERSON, "y-te.officer");

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        var rows = jdbc.sql("select * from calendar_feed").query().listOfRows();
        assertThat(rows).isNotEmpty();
        assertThat(rows.toString()).doesNotContain(token);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get("TOKEN_HASH").toString()).matches("[0-9a-f]{64}"));
    }

    @Test
    void tellsWhenAnAddressWasMadeAndLastRead() {
        feeds.revoke(Owner.PERSON, "y-te.head");
        feeds.revoke(Owner.UNIT, "y-te.head");
        assertThat(feeds.of("y-te.head"))
                .extracting("owner", "label", "active", "createdAt", "lastReadAt")
                .containsExactly(
                        tuple(Owner.PERSON, "Trưởng phòng Y tế", false, "", ""),
                        tuple(Owner.UNIT, "Phòng Y tế", false, "", ""));

        var token = feeds.renew(Owner.UNIT, "y-te.head");
        clock.moveTo(LocalDate.of(2021, 7, 2));
        feeds.read(token);

        var read = feeds.of("y-te.deputy").get(1);
        assertThat(read.active()).isTrue();
        assertThat(read.createdAt()).isEqualTo("01/07/2021 08:00");
        assertThat(read.lastReadAt()).isEqualTo("02/07/2021 08:00");
    }

    @Test
    void givesTheUnitsAddressToItsLeadersOnly() {
        assertThat(feeds.of(OFFICER)).extracting("owner").containsExactly(Owner.PERSON);
        assertThatThrownBy(() -> feeds.renew(Owner.UNIT, OFFICER))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chỉ lãnh đạo Phòng Kinh tế được tạo hoặc thu hồi địa chỉ lịch của đơn vị.");
        assertThatThrownBy(() -> feeds.revoke(Owner.UNIT, OFFICER)).isInstanceOf(FormRefused.class);
        assertThat(feeds.of("admin")).isEmpty();
        assertThatThrownBy(() -> feeds.renew(Owner.PERSON, "admin"))
                .hasMessage("Tài khoản “admin” không phải là người trong tổ chức nên không có lịch thời hạn.");
    }

    private UUID open(String subject, LocalDate due) {
        return open(subject, due, true);
    }

    private UUID open(String subject, LocalDate due, boolean binding) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        subject,
                        "Cung cấp thông tin về mô hình tốt",
                        due == null ? null : DeadlineTerm.on(due),
                        null,
                        binding,
                        false),
                "phong-vhtt.head");
    }

    private UUID handedOut(String subject) {
        var duty = open(subject, DUE);
        desk.as(HEAD).complete(task(duty, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as(HEAD).complete(task(duty, "UserTask_HandOut"), Map.of("officers", List.of(OFFICER)));
        return duty;
    }

    private void steer(UUID duty, String act) {
        desk.as("phong-vhtt.head")
                .start(
                        "assignment-steering",
                        Map.of("assignment", duty.toString(), "act", act, "reason", "Chờ kế hoạch tỉnh"));
    }

    private Task task(UUID duty, String id) {
        return desk.task(duty.toString(), id);
    }

    private Calendar parsed(String token) {
        try {
            var calendar = new CalendarBuilder()
                    .build(new StringReader(feeds.read(token).orElseThrow()));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return calendar;
        } catch (Exception wrong) {
            throw new AssertionError("No valid calendar: " + wrong.getMessage(), wrong);
        }
    }

    private List<String> uids(String token) {
        return parsed(token).<VEvent>getComponents(VEvent.VEVENT).stream()
                .map(event -> valueOf(event, "UID"))
                .toList();
    }

    private static String uid(UUID duty) {
        return duty + "@trienkhai";
    }

    private VEvent eventIn(String token, UUID duty) {
        var found = parsed(token).<VEvent>getComponents(VEvent.VEVENT).stream()
                .filter(event -> valueOf(event, "UID").equals(uid(duty)))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).getAlarms()).hasSize(1);
        return found.get(0);
    }

    private static String valueOf(PropertyContainer component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }
}
