package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentEvent.Kind;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormOpened;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;

/** The ladder on the engine's clock. 30/09/2021 is a Thursday; work begins at 07:00. */
class OverdueEscalationProcessTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2021, 9, 30);

    @Autowired
    Assignments assignments;

    @Autowired
    Escalations escalations;

    @Autowired
    OverdueEscalationProcess process;

    @Autowired
    OverdueHandlingForms forms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void climbsFromReminderToLeaderInWorkingDays() {
        var duty = handedOut(DUE, false);

        assertThat(climbToTheTop(duty))
                .containsExactly(
                        "2021-09-27T07:00",
                        "2021-09-29T07:00",
                        "2021-09-30T07:00", // reminders
                        "2021-10-01T07:00",
                        "2021-10-05T07:00",
                        "2021-10-07T07:00"); // head, lead agency, leader

        assertThat(assignments.historyOf(duty))
                .filteredOn(event -> event.kind() == Kind.REMINDED || event.kind() == Kind.OVERDUE)
                .extracting(AssignmentEvent::what)
                .containsExactly(
                        "Nhắc việc: còn 3 ngày làm việc",
                        "Nhắc việc: còn 1 ngày làm việc",
                        "Nhắc việc: hôm nay là ngày cuối cùng",
                        "Quá hạn 1 ngày làm việc: báo lãnh đạo Phòng Kinh tế",
                        "Quá hạn 3 ngày làm việc: báo lãnh đạo Phòng Văn hóa và Thông tin",
                        "Quá hạn 5 ngày làm việc: báo lãnh đạo Ủy ban nhân dân thành phố Phú Quốc");
        assertThat(handlingOf(duty, "phong-kinh-te.head")).isNotNull();
        assertThat(handlingOf(duty, "phong-vhtt.deputy")).isNotNull();
        assertThat(handlingOf(duty, "ubnd.head")).isNotNull();
        assertThat(handlingTasks(duty)).hasSize(3);
        assertThat(noticesOf(duty))
                .containsExactly(
                        "REMINDER Còn 3 ngày làm việc: ",
                        "REMINDER Còn 1 ngày làm việc: ",
                        "REMINDER Hôm nay là hạn cuối: ",
                        "ESCALATION Quá hạn 1 ngày làm việc: ",
                        "ESCALATION Quá hạn 3 ngày làm việc: ",
                        "ESCALATION Quá hạn 5 ngày làm việc: ");
    }

    /** Tết 2022: Monday 31/01 to Friday 04/02 are off. */
    @Test
    void standsStillOverTet() {
        clock.moveTo(LocalDate.of(2022, 1, 10));
        var duty = handedOut(LocalDate.of(2022, 1, 28), false);

        assertThat(climbToTheTop(duty))
                .containsExactly(
                        "2022-01-25T07:00",
                        "2022-01-27T07:00",
                        "2022-01-28T07:00",
                        "2022-02-07T07:00",
                        "2022-02-09T07:00",
                        "2022-02-11T07:00");
    }

    /** 2024: Monday 29/04 is swapped for Saturday 04/05, and 30/04 and 01/05 are holidays. Urgent: 1, 2 and 3 days late. */
    @Test
    void climbsOnAMakeUpSaturday() {
        clock.moveTo(LocalDate.of(2024, 4, 15));
        var duty = handedOut(LocalDate.of(2024, 5, 2), true);

        assertThat(climbToTheTop(duty))
                .containsExactly(
                        "2024-04-26T07:00",
                        "2024-05-02T07:00", // one day before, on the day
                        "2024-05-03T07:00",
                        "2024-05-04T07:00",
                        "2024-05-06T07:00");
    }

    @Test
    void tellsNobodyOnADayOffOrOutsideWorkingHours() {
        var duty = handedOut(DUE, false);
        reachTheLastDay(duty);

        clock.moveTo(LocalDateTime.of(2021, 10, 1, 19, 0).atZone(VietnamTime.ZONE)); // Friday evening
        climb(duty);
        assertThat(codesOf(duty)).doesNotContain("UNIT_HEAD");
        assertThat(nextMoment(duty)).isEqualTo("2021-10-04T07:00");

        clock.moveTo(LocalDateTime.of(2021, 10, 3, 9, 0).atZone(VietnamTime.ZONE)); // Sunday
        climb(duty);
        assertThat(codesOf(duty)).doesNotContain("UNIT_HEAD");

        clock.moveTo(LocalDateTime.of(2021, 10, 4, 7, 0).atZone(VietnamTime.ZONE)); // Monday
        climb(duty);
        assertThat(codesOf(duty)).contains("UNIT_HEAD");
        assertThat(noticesOf(duty)).last().isEqualTo("ESCALATION Quá hạn 2 ngày làm việc: ");
    }

    @Test
    void endsAtOnceWhenTheWorkIsHandedIn() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 1));
        climb(duty);
        assertThat(handlingTasks(duty)).hasSize(1);

        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Xong"));

        assertThat(timerOf(duty)).isNull();
        assertThat(handlingTasks(duty)).isEmpty();
    }

    @Test
    void saysOnceHowItStandsAfterTheProgramWasDownForAWeek() {
        var duty = handedOut(DUE, false);
        reachTheLastDay(duty);

        clock.moveTo(LocalDate.of(2021, 10, 8)); // Friday, six working days late
        climb(duty);

        assertThat(escalations.rungsOf(duty))
                .filteredOn(rung -> rung.days() > 0)
                .extracting(AssignmentRung::code, AssignmentRung::isMerged)
                .containsExactly(tuple("UNIT_HEAD", true), tuple("LEAD_AGENCY", true), tuple("UBND_LEADER", false));
        assertThat(handlingTasks(duty)).as("no rung is lost").hasSize(3);
        assertThat(noticesOf(duty).stream().filter(line -> line.startsWith("ESCALATION")))
                .containsExactly("ESCALATION Quá hạn 6 ngày làm việc: ");
        assertThat(jdbc.sql("select count(*) from notice_delivery d join notice n on n.id = d.notice_id"
                                + " where n.business_key = ? and n.kind = 'ESCALATION'"
                                + " group by d.recipient having count(*) > 1")
                        .param(duty.toString())
                        .query(Long.class)
                        .list())
                .as("nobody hears twice")
                .isEmpty();
        assertThat(timerOf(duty)).as("above the last rung").isNull();
    }

    @Test
    void skipsRemindersThatWereNeverDue() {
        clock.moveTo(LocalDate.of(2021, 9, 28));
        var duty = handedOut(DUE, false);

        assertThat(nextMoment(duty)).isEqualTo("2021-09-29T07:00");
    }

    @Test
    void doesNotRepeatWhatWasHandled() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 1));
        climb(duty);
        handle("phong-kinh-te.head", duty, Map.of("handling", "URGE", "note", "Xong trong hôm nay"));

        escalations.follow(assignments.get(duty));
        climb(duty);

        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(codesOf(duty)).containsOnlyOnce("UNIT_HEAD");
        assertThat(nextMoment(duty)).isEqualTo("2021-10-05T07:00");
        assertThat(assignments.historyOf(duty)).last().satisfies(event -> {
            assertThat(event.what()).isEqualTo("Xử lý quá hạn: Đôn đốc");
            assertThat(event.actor()).contains("phong-kinh-te.head");
            assertThat(event.why()).contains("Xong trong hôm nay");
        });
        assertThat(noticesOf(duty)).contains("ESCALATION Đôn đốc: ");
    }

    @Test
    void beginsAnewForTheNewDayWhenTheAssignerExtends() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);
        assertThat(handlingTasks(duty)).hasSize(2);

        handle("phong-vhtt.head", duty, Map.of("handling", "EXTEND", "deadline", "15/10/2021", "note", "Chờ nhà in"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 10, 15));
        assertThat(handlingTasks(duty))
                .as("the head's rung was for the old day")
                .isEmpty();
        assertThat(nextMoment(duty)).isEqualTo("2021-10-12T07:00");
    }

    @Test
    void isGivenToOthersByTheUnitsHead() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 1));
        climb(duty);

        var nobody = desk.as("phong-kinh-te.head")
                .refusedWhenCompleting(
                        handlingOf(duty, "phong-kinh-te.head"), Map.of("handling", "REASSIGN", "note", "Bận"));
        assertThat(nobody.reasons()).extracting("field").containsExactly("officers");
        var extending = desk.as("phong-kinh-te.head")
                .refusedWhenCompleting(
                        handlingOf(duty, "phong-kinh-te.head"),
                        Map.of("handling", "EXTEND", "deadline", "15/10/2021", "note", "Bận"));
        assertThat(extending.reasons()).extracting("field").containsExactly("handling");
        handle(
                "phong-kinh-te.head",
                duty,
                Map.of("handling", "REASSIGN", "officers", List.of("phong-kinh-te.deputy"), "note", "Cán bộ ốm"));

        assertThat(assignments.get(duty).officers()).containsExactly("phong-kinh-te.deputy");
        assertThat(nextMoment(duty)).as("the clock runs on").isEqualTo("2021-10-05T07:00");
    }

    @Test
    void isTakenOverByTheUnitsHead() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 1));
        climb(duty);

        handle("phong-kinh-te.head", duty, Map.of("handling", "TAKE_OVER", "note", "Tôi làm"));

        assertThat(assignments.get(duty).officers()).containsExactly("phong-kinh-te.head");
    }

    @Test
    void isGivenToAnotherUnitByTheLeader() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);

        handle("ubnd.head", duty, Map.of("handling", "REASSIGN", "unit", "y-te", "note", "Y tế có sẵn tài liệu"));

        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.TRANSFERRED);
        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(timerOf(duty)).isNull();
        var newer = assignments.openedBy(assignments.get(duty).origin()).stream()
                .filter(found -> found.unit().equals("y-te"))
                .findFirst()
                .orElseThrow();
        assertThat(newer.assigner()).isEqualTo("phong-vhtt");
    }

    @Test
    void isTakenOverByTheUnitThatAskedAndReviewedByTheLeadersAboveIt() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        handle("phong-vhtt.head", duty, Map.of("handling", "TAKE_OVER", "note", "Phòng VH&TT làm"));

        var newer = assignments.openedBy(assignments.get(duty).origin()).stream()
                .filter(found -> found.unit().equals("phong-vhtt"))
                .findFirst()
                .orElseThrow();
        assertThat(newer.assigner()).isEqualTo("ubnd");
    }

    @Test
    void tellsTheSameLeadersOnce() {
        var own = open("phong-vhtt", "ubnd", DUE, false);

        climbToTheTop(own);

        assertThat(codesOf(own)).contains("LEAD_AGENCY").doesNotContain("UBND_LEADER");
    }

    @Test
    void standsForNobodyWhoIsOnlyAskedAndForNothingWithoutADeadline() {
        var asked = open("mttq", "phong-vhtt", DUE, false);
        var free = assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        "phong-kinh-te",
                        "phong-vhtt",
                        "Không hạn",
                        null,
                        (LocalDate) null,
                        null),
                "phong-vhtt.head");

        assertThat(timerOf(asked)).isNull();
        assertThat(timerOf(free)).isNull();
    }

    @Test
    void pausesOnHoldAndGoesOnWithTheNewDay() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 9, 20));
        assignments.hold(duty, "Chờ tỉnh", "phong-vhtt.head");
        assertThat(timerOf(duty)).isNull();

        clock.moveTo(LocalDate.of(2021, 9, 22));
        assignments.resume(duty, "Tỉnh đã trả lời", "phong-vhtt.head");

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 10, 4));
        assertThat(nextMoment(duty)).isEqualTo("2021-09-29T07:00");
    }

    @Test
    void offersEachOnlyWhatTheyCanDo() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        assertThat(offered(duty, "phong-kinh-te.head"))
                .containsExactly("Đôn đốc người thực hiện", "Thu hồi và phân công người khác", "Trực tiếp thực hiện");
        assertThat(offered(duty, "phong-vhtt.head"))
                .containsExactly("Đôn đốc đơn vị", "Gia hạn", "Giao cho đơn vị khác", "Nhận về đơn vị mình thực hiện");
    }

    /** Stopped from the evening of the first reminder until Monday 04/10, two working days late. */
    @Test
    void goesOnWhereItBelongsAfterAShortStop() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 9, 27));
        climb(duty);

        clock.moveTo(LocalDate.of(2021, 10, 4));
        climb(duty);

        assertThat(escalations.rungsOf(duty))
                .extracting(AssignmentRung::code, AssignmentRung::isMerged)
                .containsExactly(
                        tuple("REMIND_3", false),
                        tuple("REMIND_1", true),
                        tuple("DUE_TODAY", true),
                        tuple("UNIT_HEAD", false));
        assertThat(linesOf(duty))
                .containsExactly(
                        "Nhắc việc: còn 3 ngày làm việc",
                        "Nhắc việc trước hạn 1 ngày làm việc (gộp với bậc sau)",
                        "Nhắc việc ngày cuối cùng (gộp với bậc sau)",
                        "Quá hạn 2 ngày làm việc: báo lãnh đạo Phòng Kinh tế");
        assertThat(noticesOf(duty))
                .containsExactly("REMINDER Còn 3 ngày làm việc: ", "ESCALATION Quá hạn 2 ngày làm việc: ");
        assertThat(climbToTheTop(duty)).containsExactly("2021-10-05T07:00", "2021-10-07T07:00");
    }

    /** Opened on 08/10 for 30/09: every level must decide, but nobody was ever to be reminded. */
    @Test
    void tellsHowItStandsWhenTheWorkIsLateFromTheBeginning() {
        clock.moveTo(LocalDate.of(2021, 10, 8));
        var duty = open("phong-kinh-te", "phong-vhtt", DUE, false);

        climb(duty);

        assertThat(codesOf(duty)).containsExactly("UNIT_HEAD", "LEAD_AGENCY", "UBND_LEADER");
        assertThat(handlingTasks(duty)).hasSize(3);
        assertThat(noticesOf(duty)).containsExactly("ESCALATION Quá hạn 6 ngày làm việc: ");
        assertThat(timerOf(duty)).isNull();
    }

    @Test
    void remindsAtOnceWhenTheLastDayHasBegun() {
        clock.moveTo(LocalDateTime.of(2021, 9, 30, 9, 15).atZone(VietnamTime.ZONE));
        var duty = open("phong-kinh-te", "phong-vhtt", DUE, false);

        climb(duty);

        assertThat(codesOf(duty)).containsExactly("DUE_TODAY");
        assertThat(noticesOf(duty)).containsExactly("REMINDER Hôm nay là hạn cuối: ");
        assertThat(nextMoment(duty)).isEqualTo("2021-10-01T07:00");
    }

    @Test
    void waitsOutTheNoonBreak() {
        var duty = handedOut(DUE, false);

        clock.moveTo(LocalDateTime.of(2021, 9, 27, 12, 0).atZone(VietnamTime.ZONE));
        climb(duty);

        assertThat(codesOf(duty)).isEmpty();
        assertThat(nextMoment(duty)).isEqualTo("2021-09-27T13:00");
    }

    @Test
    void asksAgainOnlyForWhatNobodyHandledWhenTheWorkComesBackTheSameDay() {
        var handled = handedOut(DUE, false);
        var waiting = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 1));
        climb(handled);
        climb(waiting);
        handle("phong-kinh-te.head", handled, Map.of("handling", "URGE", "note", "Xong trong hôm nay"));

        submitAndReturn(handled);
        submitAndReturn(waiting);

        assertThat(assignments.get(handled).due()).contains(DUE);
        assertThat(nextMoment(handled)).isEqualTo("2021-10-05T07:00");
        assertThat(handlingTasks(waiting)).isEmpty();
        climb(waiting);
        assertThat(handlingTasks(waiting)).hasSize(1);
        assertThat(codesOf(waiting)).containsOnlyOnce("UNIT_HEAD");
    }

    /** Handed in two days late on 04/10, returned on 06/10: the two days with the reviewer are given back. */
    @Test
    void asksAnewForTheNewDayWhenTheWorkComesBackLater() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 4));
        climb(duty);
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Xong"));
        assertThat(handlingTasks(duty)).isEmpty();

        clock.moveTo(LocalDate.of(2021, 10, 6));
        desk.as("phong-vhtt.officer")
                .complete(
                        desk.task(duty.toString(), "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Thiếu ảnh"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 10, 4));
        climb(duty);
        assertThat(escalations.rungsOf(duty))
                .filteredOn(rung -> rung.due().equals(LocalDate.of(2021, 10, 4)))
                .extracting(AssignmentRung::code)
                .containsExactly("UNIT_HEAD");
        assertThat(climbToTheTop(duty)).containsExactly("2021-10-07T07:00", "2021-10-11T07:00");
    }

    @Test
    void endsAtOnceWhenTheWorkIsWithdrawn() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);
        assertThat(handlingTasks(duty)).hasSize(2);

        assignments.withdraw(duty, "Kế hoạch tỉnh thay đổi", "phong-vhtt.head");

        assertThat(timerOf(duty)).isNull();
        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(escalations.rungsOf(duty)).noneMatch(AssignmentRung::isWaiting);
    }

    @Test
    void tellsNobodyFromALadderThatOutlivedItsClock() {
        var duty = handedOut(DUE, false);
        assignments.hold(duty, "Chờ tỉnh", "phong-vhtt.head");
        process.clockStarted(assignments.get(duty), "NONE", Date.from(clock.instant()));
        assertThat(timerOf(duty)).as("a clock that stands still").isNull();

        var running = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 9, 27));
        jdbc.sql(
                        "update assignment set progress = 'ON_HOLD', held_progress = 'IN_PROGRESS', stopped_on = ? where id = ?")
                .params(LocalDate.of(2021, 9, 20), running)
                .update();
        climb(running);

        assertThat(codesOf(running)).isEmpty();
        assertThat(timerOf(running)).isNull();
    }

    @Test
    void changesNothingWhenADecisionIsRefused() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);

        assertThat(refused("phong-vhtt.head", duty, Map.of("handling", "URGE"))).containsExactly("note");
        assertThat(refused("phong-vhtt.head", duty, Map.of("note", "Đôn đốc"))).containsExactly("handling");
        assertThat(refused("phong-vhtt.head", duty, Map.of("handling", "EXTEND", "note", "Chờ nhà in")))
                .containsExactly("deadline");
        assertThat(refused(
                        "phong-vhtt.head",
                        duty,
                        Map.of("handling", "EXTEND", "deadline", "06/10/2021", "note", "Chờ nhà in")))
                .containsExactly("deadline");
        assertThat(refused("ubnd.head", duty, Map.of("handling", "REASSIGN", "note", "Y tế làm")))
                .containsExactly("unit");
        assertThat(refused(
                        "ubnd.head",
                        duty,
                        Map.of("handling", "REASSIGN", "unit", "phong-kinh-te", "note", "Vẫn Kinh tế")))
                .containsExactly("unit");

        assertThat(handlingTasks(duty)).hasSize(3);
        assertThat(escalations.rungsOf(duty))
                .filteredOn(AssignmentRung::isWaiting)
                .hasSize(3);
        assertThat(assignments.get(duty).due()).contains(DUE);
        assertThat(assignments.historyOf(duty)).noneMatch(event -> event.kind() == Kind.HANDLED);
    }

    @Test
    void isUrgedByTheUnitThatAskedAndByTheLeaderWhileTheOthersStillDecide() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        handle("phong-vhtt.deputy", duty, Map.of("handling", "URGE", "note", "Gửi trước thứ Năm"));
        assertThat(handlingTasks(duty)).as("the head's").hasSize(1);
        assertThat(nextMoment(duty)).as("the ladder climbs on").isEqualTo("2021-10-07T07:00");
        assertThat(toldOf(duty, "Đôn đốc: "))
                .containsExactly(
                        "phong-kinh-te", "phong-kinh-te.deputy", "phong-kinh-te.head", "phong-kinh-te.officer");

        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);
        handle("ubnd.deputy", duty, Map.of("handling", "URGE", "note", "Báo cáo tôi chiều nay"));
        assertThat(handlingTasks(duty)).as("still the head's").hasSize(1);
        assertThat(assignments.historyOf(duty))
                .filteredOn(event -> event.kind() == Kind.HANDLED)
                .extracting(event -> event.actor().orElseThrow())
                .containsExactly("phong-vhtt.deputy", "ubnd.deputy");
    }

    @Test
    void isGivenToAnotherUnitByTheUnitThatAsked() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        handle("phong-vhtt.head", duty, Map.of("handling", "REASSIGN", "unit", "y-te", "note", "Y tế có tài liệu"));

        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.TRANSFERRED);
        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(newerOf(duty, "y-te").assigner()).isEqualTo("phong-vhtt");
    }

    @Test
    void isGivenToAnotherUnitByANewDay() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);

        handle(
                "ubnd.head",
                duty,
                Map.of("handling", "REASSIGN", "unit", "y-te", "deadline", "15/10/2021", "note", "Y tế có tài liệu"));

        var newer = newerOf(duty, "y-te");
        assertThat(newer.due()).contains(LocalDate.of(2021, 10, 15));
        assertThat(handlingTasks(newer.id())).isEmpty();
        assertThat(nextMoment(newer.id())).isEqualTo("2021-10-12T07:00");
    }

    @Test
    void isTakenOverByANewDay() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        assertThat(refused(
                        "phong-vhtt.head",
                        duty,
                        Map.of("handling", "TAKE_OVER", "deadline", "04/10/2021", "note", "Phòng làm")))
                .containsExactly("deadline");
        handle(
                "phong-vhtt.head",
                duty,
                Map.of("handling", "TAKE_OVER", "deadline", "8/10/2021", "note", "Phòng VH&TT làm"));

        assertThat(newerOf(duty, "phong-vhtt").due()).contains(LocalDate.of(2021, 10, 8));
        assertThat(nextMoment(newerOf(duty, "phong-vhtt").id())).isEqualTo("2021-10-07T07:00");
    }

    @Test
    void isExtendedByTheLeader() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);

        handle("ubnd.head", duty, Map.of("handling", "EXTEND", "deadline", "12/10/2021", "note", "Mưa bão"));

        assertThat(assignments.get(duty).due()).contains(LocalDate.of(2021, 10, 12));
        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(climbToTheTop(duty))
                .as("12/10 is a Tuesday; three working days before is already begun")
                .containsExactly(
                        "2021-10-11T07:00",
                        "2021-10-12T07:00",
                        "2021-10-13T07:00",
                        "2021-10-15T07:00",
                        "2021-10-19T07:00");
    }

    @Test
    void isTakenOverByTheLeader() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 10, 7));
        climb(duty);

        handle("ubnd.head", duty, Map.of("handling", "TAKE_OVER", "note", "Văn phòng Ủy ban làm"));

        assertThat(assignments.get(duty).progress()).isEqualTo(Progress.TRANSFERRED);
        assertThat(handlingTasks(duty)).isEmpty();
        assertThat(newerOf(duty, "ubnd").assigner()).isEqualTo("phong-vhtt");
    }

    @Test
    void saysWhatIsExpectedNow() {
        var duty = handedOut(DUE, false);
        clock.moveTo(LocalDate.of(2021, 9, 27));
        climb(duty);
        clock.moveTo(LocalDate.of(2021, 10, 5));
        climb(duty);

        assertThat(jdbc
                        .sql("select body from notice where business_key = ? and kind in ('REMINDER', 'ESCALATION')"
                                + " order by created_at")
                        .param(duty.toString())
                        .query(String.class)
                        .list()
                        .stream()
                        .map(body -> body.replace("\r", ""))
                        .toList())
                .containsExactly(
                        "Còn 3 ngày làm việc đến hạn. Đề nghị trình kết quả đúng hạn, hoặc xin gia hạn khi còn hạn."
                                + "\nThời hạn: hết ngày 30/09/2021.",
                        "Phòng Kinh tế chưa trình kết quả. Quá hạn 3 ngày làm việc."
                                + " Đề nghị đơn vị trình kết quả ngay; lãnh đạo Phòng Kinh tế, lãnh đạo Phòng Văn hóa và"
                                + " Thông tin quyết định việc quá hạn."
                                + "\nThời hạn: hết ngày 30/09/2021.");
    }

    private List<String> offered(UUID duty, String userId) {
        var task = handlingOf(duty, userId);
        var view = forms.of(new FormOpened(
                task.getTaskDefinitionKey(),
                userId,
                duty.toString(),
                Map.of("rung", engine.getTaskService().getVariable(task.getId(), "rung"))));
        return ((List<?>) view.choices().get("handlings"))
                .stream().map(choice -> ((Choice) choice).label()).toList();
    }

    private UUID handedOut(LocalDate due, boolean urgent) {
        var duty = open("phong-kinh-te", "phong-vhtt", due, urgent);
        desk.as("phong-kinh-te.head")
                .complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(duty.toString(), "UserTask_HandOut"),
                        Map.of("officers", List.of("phong-kinh-te.officer")));
        return duty;
    }

    private UUID open(String unit, String assigner, LocalDate due, boolean urgent) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        "KT-1b",
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        assigner,
                        "KT-1b – " + unit,
                        "Cung cấp thông tin về mô hình tốt",
                        DeadlineTerm.on(due),
                        null,
                        true,
                        urgent),
                "phong-vhtt.head");
    }

    /** Moves the clock from rung to rung. @return when each was, local time */
    private List<String> climbToTheTop(UUID duty) {
        var moments = new ArrayList<String>();
        while (timerOf(duty) != null) {
            var moment = timerOf(duty).getDuedate().toInstant();
            moments.add(nextMoment(duty));
            clock.moveTo(moment.atZone(VietnamTime.ZONE));
            climb(duty);
        }
        return moments;
    }

    private void reachTheLastDay(UUID duty) {
        for (int rung = 0; rung < 3; rung++) {
            clock.moveTo(timerOf(duty).getDuedate().toInstant().atZone(VietnamTime.ZONE));
            climb(duty);
        }
        assertThat(codesOf(duty)).containsExactly("REMIND_3", "REMIND_1", "DUE_TODAY");
    }

    private void climb(UUID duty) {
        engine.getManagementService().executeJob(timerOf(duty).getId());
    }

    private String nextMoment(UUID duty) {
        return LocalDateTime.ofInstant(timerOf(duty).getDuedate().toInstant(), VietnamTime.ZONE)
                .toString();
    }

    private Job timerOf(UUID duty) {
        var ladder = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(duty.toString(), "overdue-escalation")
                .singleResult();
        return ladder == null
                ? null
                : engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(ladder.getId())
                        .singleResult();
    }

    private List<String> codesOf(UUID duty) {
        return escalations.rungsOf(duty).stream().map(AssignmentRung::code).toList();
    }

    private List<Task> handlingTasks(UUID duty) {
        return desk.tasks(duty.toString(), "UserTask_HandleOverdue");
    }

    private Task handlingOf(UUID duty, String userId) {
        var mine = desk.as(userId).sees().stream().map(Task::getId).toList();
        return handlingTasks(duty).stream()
                .filter(task -> mine.contains(task.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(userId + " has nothing to handle"));
    }

    /** Reminders and escalations in the history, oldest first. */
    private List<String> linesOf(UUID duty) {
        return assignments.historyOf(duty).stream()
                .filter(event -> event.kind() == Kind.REMINDED || event.kind() == Kind.OVERDUE)
                .map(AssignmentEvent::what)
                .toList();
    }

    private Assignment newerOf(UUID duty, String unit) {
        return assignments.openedBy(assignments.get(duty).origin()).stream()
                .filter(found -> found.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private void submitAndReturn(UUID duty) {
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(duty.toString(), "UserTask_SubmitResult"), Map.of("result", "Xong"));
        desk.as("phong-vhtt.officer")
                .complete(
                        desk.task(duty.toString(), "UserTask_ReviewResult"),
                        Map.of("accepted", false, "reason", "Thiếu ảnh"));
    }

    /** @return the fields at which it was refused */
    private List<String> refused(String userId, UUID duty, Map<String, ?> answer) {
        return desk.as(userId).refusedWhenCompleting(handlingOf(duty, userId), answer).reasons().stream()
                .map(FormRefused.Reason::field)
                .toList();
    }

    /** Who was told, by the beginning of the subject. */
    private List<String> toldOf(UUID duty, String label) {
        return jdbc.sql("select d.recipient from notice_delivery d join notice n on n.id = d.notice_id"
                        + " where n.business_key = ? and n.subject like ? order by d.recipient")
                .params(duty.toString(), label + "%")
                .query(String.class)
                .list();
    }

    private void handle(String userId, UUID duty, Map<String, ?> answer) {
        desk.as(userId).complete(handlingOf(duty, userId), answer);
    }

    /** Kind and beginning of the subject of reminders and escalations, oldest first. */
    private List<String> noticesOf(UUID duty) {
        return jdbc.sql("select kind, subject from notice where business_key = ? and kind in ('REMINDER', 'ESCALATION')"
                        + " order by created_at, id")
                .param(duty.toString())
                .query((row, number) ->
                        row.getString("kind") + " " + row.getString("subject").replace("KT-1b – phong-kinh-te", ""))
                .list();
    }
}
