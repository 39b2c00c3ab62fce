package vn.trienkhai.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.trienkhai.Browserless;
import vn.trienkhai.Campaign;
import vn.trienkhai.consistency.CheckConsistency;

/**
 * Two nodes on one PostgreSQL, people who carry campaigns through them over HTTP, and one fault after the other in the middle of
 * it. After each: every campaign is done exactly once, no mail is lost, nobody gets a mail twice, and books and engine agree. Of a
 * mail that may or may not have been taken when its node was killed, an administrator decides who looks at the mail server.
 *
 * <p>{@code -Dfaults.campaigns=500 -Dfaults.people=8} for a long run, {@code -Dfaults.seed=…} to repeat one,
 * {@code -Dfaults.patience=15} (minutes) on a busy machine. The figures are appended to {@code target/faults.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTests {

    private static final Logger LOG = LoggerFactory.getLogger(FaultTests.class);

    private static final int CAMPAIGNS = Integer.getInteger("faults.campaigns", 6);
    private static final int PEOPLE = Integer.getInteger("faults.people", 3);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    /** After the fault: long enough for a node to start on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("faults.patience", 5));

    private final Random random = new Random(SEED);
    private final List<Node> nodes = new ArrayList<>();
    private Optional<Path> smallDisk = Optional.empty();
    private Database database;
    private MailCatcher mail;
    private Crew crew;
    private int campaigns;

    @BeforeAll
    void startTwoNodesAtOnceOnAnEmptyDatabase() throws IOException {
        say("seed %d, %d campaigns a fault, %d people at once", SEED, CAMPAIGNS, PEOPLE);
        database = new Database(freePort());
        var mailPort = freePort();
        mail = new MailCatcher(mailPort);
        mail.start();
        var settings = new HashMap<String, String>(database.settings());
        settings.put("spring.profiles.active", "demo");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(mailPort));
        settings.put("plan.notification.every", "1s");
        settings.put("plan.notification.unfinished-after", "5s");
        smallDisk = diskOfOneMegabyte();
        smallDisk.ifPresent(disk -> settings.put("spring.servlet.multipart.location", disk.toString()));
        nodes.add(new Node("a", freePort(), freePort(), settings));
        nodes.add(new Node("b", freePort(), freePort(), settings));
        nodes.forEach(Node::start);
        for (var node : nodes) {
            await("both nodes")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> node.isReady() || !node.isAlive());
            assertThat(node.isAlive()).as("A node ended while starting").isTrue();
        }
        crew = new Crew(nodes, random);
    }

    @AfterAll
    void stop() throws IOException {
        nodes.stream().filter(Node::isAlive).forEach(Node::kill);
        mail.stop();
        database.stop();
        smallDisk.ifPresent(disk -> run("umount", disk.toString()));
    }

    /** Empty where this may not be mounted. */
    private static Optional<Path> diskOfOneMegabyte() throws IOException {
        var disk = Files.createTempDirectory("faults-disk");
        return Optional.of(disk).filter(path -> run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", path.toString()));
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    @Order(1)
    void deployedAndLoadedEverythingOnce() {
        assertThat(database.count("select count(*) from act_re_deployment")).isEqualTo(1);
        assertThat(database.count("select count(*) from act_re_procdef where version_ > 1"))
                .isZero();
        assertThat(database.count("select count(*) from plan")).isEqualTo(1);
        assertThat(database.count(
                        "select count(*) from act_ru_execution e where parent_id_ is null and super_exec_ is null"))
                .as("one adoption of the one plan")
                .isEqualTo(1);
        assertThat(database.count("select count(*) - count(distinct (name_, coalesce(owner_, ''), resource_type_))"
                        + " from act_ru_filter where owner_ is not null"))
                .as("lists of tasks that exist twice")
                .isZero();
        assertThat(database.count("select count(*) - count(distinct (coalesce(user_id_, ''), coalesce(group_id_, ''),"
                        + " resource_type_, resource_id_)) from act_ru_authorization"))
                .as("rights that exist twice")
                .isZero();
        say("two nodes at once on an empty database: one deployment, one plan, no right and no list twice");
    }

    @Test
    @Order(2)
    void losesNothingWhenNodesAreKilled() {
        var work = begin();
        var kills = 0;
        var restarts = new ArrayList<Duration>();
        do {
            pause(Duration.ofMillis(500 + random.nextInt(8_000)));
            var node = nodes.get(random.nextInt(nodes.size()));
            node.kill();
            kills++;
            pause(Duration.ofSeconds(1));
            restarts.add(timeUntilItIsReady(node));
        } while (!work.isDone());
        finish(
                work,
                "kill -9 of a node, %d times; a node is ready again after %s (median)"
                        .formatted(kills, seconds(median(restarts))));
    }

    @Test
    @Order(3)
    void goesOnWhenPostgresRestarts() throws IOException {
        var work = begin();
        pause(Duration.ofSeconds(2));
        var begun = System.nanoTime();
        database.stop();
        pause(Duration.ofSeconds(3));
        database.start();
        finish(work, "PostgreSQL stopped and started, away for " + seconds(since(begun)));
    }

    @Test
    @Order(4)
    void goesOnWhenConnectionsAreCut() {
        var work = begin();
        var cut = 0;
        do {
            pause(Duration.ofMillis(200 + random.nextInt(2_000)));
            cut += (int) database.count("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } while (!work.isDone());
        finish(work, "%d connections cut in the middle".formatted(cut));
    }

    /** A file that arrives is kept on the node's own disk until it is stored. */
    @Test
    @Order(5)
    void refusesAFileThatTheDiskOfTheNodeCannotHold() {
        assumeThat(smallDisk)
                .as("a full disk of the node is not tested: no small file system can be mounted here")
                .isPresent();
        var person = Browserless.signedIn(nodes.get(0).port(), "phong-kinh-te.officer");
        var photo = Arrays.copyOf(Campaign.PICTURE, 3 << 20);

        var refused = person.upload("bang-ron.png", photo);

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("Máy chủ hết chỗ chứa tệp");
        assertThat(person.upload("bang-ron.png", Campaign.PICTURE).statusCode())
                .as("nothing is left of it on the disk")
                .isEqualTo(200);
        say("the disk of a node full for uploads: refused with a sentence, the next that fits is taken");
    }

    @Test
    @Order(5)
    void keepsTheTaskWhenTheDiskIsFull() {
        database.jdbc()
                .sql(
                        """
                        create function no_room() returns trigger language plpgsql as $$
                        begin
                          raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                        end $$
                        """)
                .update();
        var person = Browserless.signedIn(nodes.get(0).port(), "phong-kinh-te.officer");
        database.jdbc()
                .sql(
                        "create trigger no_room before insert on attachment_content for each row execute function no_room()")
                .update();
        var refused = person.upload("bang-ron.png", Campaign.PICTURE);
        var work = begin();
        pause(Duration.ofSeconds(6));
        database.jdbc().sql("drop trigger no_room on attachment_content").update();

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("Máy chủ hết chỗ chứa tệp");
        finish(work, "no room for uploads for 6 s, each refused with a sentence");
        assertThat(database.count("select count(*) from attachment a where not exists"
                        + " (select 1 from attachment_content c where c.attachment_id = a.id)"))
                .as("files without content")
                .isZero();
    }

    /** A clock that is an hour ahead ends sessions, which live for half an hour without their person. */
    @Test
    @Order(6)
    void goesOnWhenTheClockOfOneNodeJumps() {
        assertThat(crew.signedOut())
                .as("through all faults so far nobody had to sign in again")
                .isZero();
        var work = begin();
        for (var wrong : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO)) {
            pause(Duration.ofSeconds(2));
            nodes.get(0).setClockWrongBy(wrong);
        }
        finish(work, "the clock of one node an hour ahead, then an hour behind, then right");
    }

    @Test
    @Order(7)
    void keepsMailWhileItsServerIsAway() {
        mail.stop();
        var work = begin();
        pause(Duration.ofSeconds(5));
        await("work goes on without mail").atMost(PATIENCE).until(work::isDone);
        var waiting = database.count("select count(*) from notice_mail where next_attempt_at is not null");
        assertThat(waiting).isPositive();
        mail.start();
        var begun = System.nanoTime();
        var arrivedBefore = mail.arrivals().size();
        await("the first mail again")
                .atMost(PATIENCE)
                .until(() -> mail.arrivals().size() > arrivedBefore);
        var first = since(begun);
        awaitThatNoMailWaits();
        finish(
                work,
                "mail server away, %d mails waited; the first left %s after it was back, the last after %s"
                        .formatted(waiting, seconds(first), seconds(since(begun))));
    }

    @Test
    @Order(8)
    void keepsPeopleSignedInWhenTheirNodeGoes() {
        var onA = Browserless.signedIn(nodes.get(0).port(), "phong-vhtt.officer");
        var onB = onA.at(nodes.get(1).port());
        var profile = "/camunda/api/engine/engine/default/task/count";
        assertThat(onB.get(profile).statusCode()).isEqualTo(200);

        nodes.get(0).kill();

        assertThat(onB.get(profile).statusCode()).isEqualTo(200);
        assertThat(onB.post("/api/test/clock?by=PT0S", "{}").statusCode())
                .as("a change, with the token that the other node gave")
                .isEqualTo(200);
        nodes.get(0).start();
    }

    /** What nobody takes up climbs the whole ladder, on two nodes that both hold every timer for due. */
    @Test
    @Order(9)
    void firesEachTimerOnceOnTwoNodes() {
        await("both nodes").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> nodes.stream()
                .allMatch(Node::isReady));
        var left = CAMPAIGNS * 4;
        for (int i = 0; i < left; i++) {
            crew.open(UUID.randomUUID());
        }
        var timers = "select count(*) from act_ru_job where process_def_key_ = 'overdue-escalation'";
        assertThat(database.count(timers)).isEqualTo(left);
        nodes.forEach(node -> node.setClockToWorkAfter(Duration.ofDays(60))); // their last day is in 40
        var begun = System.nanoTime();
        await("every timer")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> database.count(timers) == 0);
        var took = since(begun);
        awaitThatNoMailWaits(); // it is due by the clock that wrote it
        nodes.forEach(node -> node.setClockWrongBy(Duration.ZERO));

        var ofThese =
                " from %s join assignment a on cast(a.id as varchar(36)) = %s where a.progress = 'AWAITING_RECEIPT'";
        assertThat(database.count("select count(*)"
                        + ofThese.formatted("assignment_rung g", "cast(g.assignment_id as varchar(36))")))
                .as("three reminders, the unit's head, the lead agency, the leader of the committee")
                .isEqualTo(left * 6L);
        assertThat(database.count("select count(*)" + ofThese.formatted("notice n", "n.business_key")
                        + " and n.kind = 'ESCALATION'"))
                .as("one message for the six")
                .isEqualTo(left);
        assertThat(database.count("select count(*)"
                        + ofThese.formatted(
                                "act_hi_procinst p", "p.business_key_ and p.proc_def_key_ = 'overdue-handling'")))
                .as("one task each for the unit's head, the lead agency and the leader")
                .isEqualTo(left * 3L);
        assertThat(database.count("select count(*) from act_ru_job where retries_ = 0"))
                .as("jobs that failed for good")
                .isZero();
        administratorDecidesOnMailInDoubt();
        nobodyMissesMailOrHearsTwice();
        say(
                "%d timers due at once on two nodes: each fired once, all within %s; %d mails, none twice",
                left, seconds(took), mail.arrivals().size());
    }

    private Future<?> begin() {
        campaigns += CAMPAIGNS;
        return crew.begin(CAMPAIGNS, PEOPLE);
    }

    private void finish(Future<?> work, String fault) {
        try {
            work.get(2, TimeUnit.HOURS);
        } catch (Exception failure) {
            throw new AssertionError(fault, failure);
        }
        var silence = crew.longestSilence();
        everyCampaignIsDoneExactlyOnce();
        awaitThatNoMailWaits();
        var doubtful = administratorDecidesOnMailInDoubt();
        nobodyMissesMailOrHearsTwice();
        assertThat(CheckConsistency.run(consistencyArguments()))
                .as("books and engine agree; see the lines above")
                .isZero();
        say(
                "%s: %d campaigns of %d tasks done exactly once; longest time in which nobody got anything done %s; %s;"
                        + " %d mails, none twice, %d in doubt until somebody decided",
                fault,
                CAMPAIGNS,
                Campaign.values().length,
                seconds(silence),
                crew.troubles(),
                mail.arrivals().size(),
                doubtful);
    }

    private void everyCampaignIsDoneExactlyOnce() {
        var tasks = CAMPAIGNS == 0 ? 0 : campaigns * Campaign.values().length;
        assertThat(database.count("select count(*) from assignment where progress = 'FULFILLED'"))
                .isEqualTo(campaigns);
        assertThat(database.count("select count(*) from assignment")).isEqualTo(campaigns);
        assertThat(database.count("select count(*) from act_hi_procinst where proc_def_key_ = 'duty-assignment'"
                        + " and end_act_id_ = 'EndEvent_DutyFulfilled'"))
                .isEqualTo(campaigns);
        assertThat(database.count(
                        "select count(*) from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_"
                                + " join assignment a on cast(a.id as varchar(36)) = p.business_key_"))
                .as("tasks")
                .isEqualTo(tasks);
        assertThat(database.count(
                        "select count(*) from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_"
                                + " join assignment a on cast(a.id as varchar(36)) = p.business_key_"
                                + " where t.delete_reason_ = 'completed'"))
                .as("tasks that somebody completed")
                .isEqualTo(tasks);
        assertThat(database.count("select count(*) from evidence where replaced_by is null"))
                .isEqualTo(campaigns);
        assertThat(database.count("select count(*) from channel_run where status = 'DONE'"))
                .isEqualTo(campaigns);
        assertThat(database.count("select count(*) from (select n.business_key, count(*) as heard from notice n"
                        + " join notice_delivery d on d.notice_id = n.id group by n.business_key) h"
                        + " where h.heard <> (select min(k.heard) from (select count(*) as heard from notice n"
                        + " join notice_delivery d on d.notice_id = n.id group by n.business_key) k)"))
                .as("campaigns of which people heard more often than of others")
                .isZero();
    }

    private void awaitThatNoMailWaits() {
        await("all mail")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> database.count("select count(*) from notice_mail where next_attempt_at is not null") == 0);
    }

    /** Who finds a mail in the server's log does not send it again. @return how many were in doubt */
    private int administratorDecidesOnMailInDoubt() {
        var doubtful = mailInDoubt();
        await("decisions on mail in doubt")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var arrived = mail.arrivals().stream()
                            .map(MailCatcher.Arrival::messageId)
                            .toList();
                    var left = mailInDoubt();
                    if (!left.isEmpty()) {
                        crew.decideOnMail(left.stream().collect(Collectors.toMap(id -> id, id -> arrived.stream()
                                .noneMatch(name -> name.startsWith("<" + id + "@")))));
                    }
                    return left.isEmpty();
                });
        awaitThatNoMailWaits();
        return doubtful.size();
    }

    private List<UUID> mailInDoubt() {
        return database.jdbc()
                .sql("select id from notice_mail where state = 'UNCERTAIN'")
                .query(UUID.class)
                .list();
    }

    private void nobodyMissesMailOrHearsTwice() {
        var arrivals = mail.arrivals();
        assertThat(arrivals).as("mails").doesNotHaveDuplicates();
        assertThat(database.count("select count(*) from notice_mail where state not in ('SENT', 'NOT_REPEATED')"))
                .isZero();
        assertThat((long) arrivals.size()).isEqualTo(database.count("select count(*) from notice_mail"));
        assertThat(database.count("select count(*) from (select d.notice_id, d.recipient from notice_delivery d"
                        + " where d.mail_id is not null group by d.notice_id, d.recipient having count(*) > 1) twice"))
                .isZero();
    }

    private String[] consistencyArguments() {
        var arguments = new ArrayList<>(List.of("--check-consistency", "--logging.level.root=WARN"));
        database.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private Duration timeUntilItIsReady(Node node) {
        var begun = System.nanoTime();
        node.start();
        await("the node again")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(node::isReady);
        return since(begun);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void say(String sentence, Object... values) {
        var line = String.format(Locale.ROOT, sentence, values);
        LOG.info("{}", line);
        try {
            Files.writeString(
                    Path.of("target", "faults.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
