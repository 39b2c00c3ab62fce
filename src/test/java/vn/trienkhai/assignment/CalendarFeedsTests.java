package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.CalendarFeed.Owner;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.form.FormRefused;

/** What other calendars read, taken apart by iCal4j's own parser. */
class CalendarFeedsTests extends ProcessTest {

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    Assignments assignments;

    @Test
    void showsEachDeadlineAsAnAllDayEventOnItsLastDay() throws Exception {
        var duty = open("giao-duc-dao-tao", "KT-1b – Phòng GD&ĐT – quý III/2021");

        var event = eventOf(read(feeds.create(Owner.UNIT, "giao-duc-dao-tao.head")), duty);

        assertThat(text(event, Property.SUMMARY)).isEqualTo("Hạn: KT-1b – Phòng GD&ĐT – quý III/2021");
        assertThat(text(event, Property.DTSTART)).isEqualTo("20210930");
        assertThat(text(event, Property.DTEND)).isEqualTo("20211001");
        assertThat(text(event, Property.DESCRIPTION))
                .isEqualTo(
                        "Nơi giao: Phòng Văn hóa và Thông tin\nTiến trình: Chờ tiếp nhận\nYêu cầu: Cung cấp, gửi danh sách");
        assertThat(text(event, Property.URL)).isEqualTo("http://localhost:8080/viec/" + duty);
        assertThat(event.getAlarms()).singleElement().satisfies(alarm -> assertThat(
                        alarm.getProperty(Property.TRIGGER).orElseThrow().getValue())
                .isEqualTo("20210929T000000Z")); // 07:00 of the working day before
    }

    @Test
    void movesInOtherCalendarsWhenTheDeadlineMoves() throws Exception {
        var duty = open("giao-duc-dao-tao", "Việc sẽ dời hạn");
        var token = feeds.create(Owner.UNIT, "giao-duc-dao-tao.head");
        var before = eventOf(read(token), duty);

        assignments.extend(duty, DeadlineTerm.on(LocalDate.of(2021, 10, 15)), "Chờ tỉnh", "phong-vhtt.head");

        var after = eventOf(read(token), duty);
        assertThat(text(after, Property.DTSTART)).isEqualTo("20211015");
        assertThat(text(after, Property.UID)).isEqualTo(text(before, Property.UID));
        assertThat(Integer.parseInt(text(after, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(text(before, Property.SEQUENCE)));
    }

    @Test
    void saysWhatIsLateAndWhatIsOnlyAsked() throws Exception {
        var late = open("giao-duc-dao-tao", "Việc chậm");
        var asked = open("mttq", "Phối hợp");
        clock.moveTo(LocalDate.of(2021, 10, 4));

        assertThat(text(eventOf(read(feeds.create(Owner.UNIT, "giao-duc-dao-tao.head")), late), Property.SUMMARY))
                .isEqualTo("Quá hạn: Việc chậm");
        assertThat(text(eventOf(read(feeds.create(Owner.UNIT, "mttq.head")), asked), Property.SUMMARY))
                .isEqualTo("Đề nghị: Phối hợp");
    }

    @Test
    void showsAPersonTheirOwnAndAUnitItsOwnAndNothingElse() throws Exception {
        var duty = open("giao-duc-dao-tao", "Việc của chuyên viên");
        desk.as("giao-duc-dao-tao.head")
                .complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("giao-duc-dao-tao.head")
                .complete(
                        desk.task(duty.toString(), "UserTask_HandOut"),
                        Map.of("officers", List.of("giao-duc-dao-tao.officer")));
        var others = open("tu-phap", "Việc của đơn vị khác");

        for (var calendar : List.of(
                read(feeds.create(Owner.PERSON, "giao-duc-dao-tao.officer")),
                read(feeds.create(Owner.PERSON, "giao-duc-dao-tao.head")))) {
            assertThat(uids(calendar)).contains(duty + "@trienkhai").doesNotContain(others + "@trienkhai");
        }
        desk.as("giao-duc-dao-tao.officer")
                .complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Đã gửi"));
        assertThat(uids(read(feeds.create(Owner.PERSON, "giao-duc-dao-tao.officer"))))
                .as("handed in")
                .doesNotContain(duty + "@trienkhai");
    }

    @Test
    void endsWithItsAddress() {
        var first = feeds.create(Owner.PERSON, "giao-duc-dao-tao.head");
        var second = feeds.create(Owner.PERSON, "giao-duc-dao-tao.head");

        assertThat(feeds.read(first)).as("a new address ends the old one").isEmpty();
        assertThat(feeds.read(second)).isPresent();
        feeds.revoke(Owner.PERSON, "giao-duc-dao-tao.head");
        assertThat(feeds.read(second)).isEmpty();
        assertThat(feeds.read("không-có")).isEmpty();
        assertThat(first).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    }

    @Test
    void ofAUnitIsKeptByItsLeadersOnly() {
        assertThatThrownBy(() -> feeds.create(Owner.UNIT, "giao-duc-dao-tao.officer"))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chỉ lãnh đạo đơn vị được tạo hoặc thu hồi lịch của đơn vị.");
        assertThat(feeds.keptBy("giao-duc-dao-tao.officer"))
                .extracting(CalendarFeeds.Kept::owner)
                .containsExactly(Owner.PERSON);
        assertThat(feeds.keptBy("giao-duc-dao-tao.head"))
                .extracting(CalendarFeeds.Kept::owner)
                .containsExactly(Owner.PERSON, Owner.UNIT);
    }

    @Test
    void isNotBrokenByWhatPeopleWrite() throws Exception {
        var hostile = "Băng rôn, pano; áp phích\\n\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT – "
                .replace("\\n", "\n")
                .replace("\\r", "\r");
        var duty =
                open("giao-duc-dao-tao", hostile + "đường Nguyễn Trung Trực và các tuyến đường chính của khu phố ấp");
        var token = feeds.create(Owner.UNIT, "giao-duc-dao-tao.head");

        var event = eventOf(read(token), duty);

        assertThat(text(event, Property.SUMMARY)).contains("Băng rôn", "pano", "Nguyễn Trung Trực", "khu phố ấp");
        for (var line : feeds.read(token).orElseThrow().split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
    }

    private Calendar read(String token) throws Exception {
        var calendar =
                new CalendarBuilder().build(new StringReader(feeds.read(token).orElseThrow()));
        assertThat(calendar.getComponents().isEmpty() || !calendar.validate().hasErrors())
                .isTrue();
        return calendar;
    }

    private static List<String> uids(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> text(event, Property.UID))
                .toList();
    }

    private static VEvent eventOf(Calendar calendar, UUID assignment) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .filter(event -> text(event, Property.UID).equals(assignment + "@trienkhai"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No event of " + assignment));
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private UUID open(String unit, String subject) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        subject,
                        "Cung cấp, gửi danh sách",
                        LocalDate.of(2021, 9, 30),
                        null),
                "phong-vhtt.head");
    }
}
