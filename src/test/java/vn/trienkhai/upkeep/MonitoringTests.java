package vn.trienkhai.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trienkhai.assignment.DeadlineState.DONE_LATE;
import static vn.trienkhai.assignment.DeadlineState.ON_TRACK;
import static vn.trienkhai.assignment.DeadlineState.OVERDUE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestTemplate;
import vn.trienkhai.Browserless;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.assignment.AssignmentOrder;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.DeadlineState;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.DeadlineTerm;
import vn.trienkhai.calendar.VietnamTime;

/** Health and figures at their own port and nowhere else; the dashboard and the alerts name only figures that are there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {"management.server.port=0", "management.prometheus.metrics.export.enabled=true"})
@DirtiesContext
class MonitoringTests extends ProcessTest {

    private static final Path MONITORING = Path.of("deploy/monitoring");
    private static final Pattern METRIC =
            Pattern.compile("\\b(up|(?:trienkhai|hikaricp|http_server|jvm|process|disk|system|tomcat)_[a-z_]+)\\b");

    /** What Prometheus itself adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    FiguresForPrometheus figures;

    @Autowired
    Figures counted;

    @Autowired
    Assignments assignments;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void offersEveryFigureThatDashboardAndAlertsName() throws IOException {
        var offered = scraped();

        assertThat(namedIn(dashboard())).isNotEmpty().isSubsetOf(offered);
        assertThat(namedIn(alerts())).isNotEmpty().isSubsetOf(offered);
        assertThat(offered)
                .contains(
                        "trienkhai_jobs_due",
                        "trienkhai_jobs_failed",
                        "trienkhai_incidents",
                        "trienkhai_assignments_overdue",
                        "trienkhai_mails_waiting",
                        "hikaricp_connections_active",
                        "http_server_requests_seconds_bucket");
    }

    @Test
    void tellsOfEachAlertWhatToDo() throws IOException {
        var page = Files.readString(Path.of("docs/operations.md"));

        for (var rule : new YAMLMapper()
                .readTree(MONITORING.resolve("alerts.yml").toFile())
                .at("/groups/0/rules")) {
            assertThat(page).contains("| `" + rule.path("alert").asText() + "` |");
        }
    }

    @Test
    void showsHealthAndFiguresAtItsOwnPortOnly() {
        var management = Browserless.anonymous(managementPort);

        assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        var readiness = management.get("/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).contains("\"db\"", "\"plans\"", "\"processEngine\"", "\"readinessState\"");
        for (var closed : new String[] {"env", "beans", "heapdump", "loggers", "metrics", "shutdown", "threaddump"}) {
            assertThat(management.get("/actuator/" + closed).statusCode())
                    .as(closed)
                    .isEqualTo(401);
        }
        var atTheProgram = Browserless.anonymous(port);
        assertThat(atTheProgram.get("/actuator/prometheus").statusCode()).isNotEqualTo(200);
        assertThat(atTheProgram.get("/actuator/health").statusCode()).isNotEqualTo(200);
    }

    @Test
    void countsWhatIsOverdueAsAssignmentsDo() {
        var due = LocalDate.of(2021, 7, 5); // a Monday
        var before = counted.count();
        open("phong-kinh-te", due);
        open("noi-vu", due.plusDays(1));

        clock.moveTo(due.plusDays(1));

        var after = counted.count();
        assertThat(after.assignmentsOpen() - before.assignmentsOpen()).isEqualTo(2);
        assertThat(after.assignmentsOverdue() - before.assignmentsOverdue()).isEqualTo(1);
        assertThat(after.tasksOpen() - before.tasksOpen()).isEqualTo(2);
        assertThat(after.jobsFailed()).isZero();
    }

    @Test
    void countsWhatIsOverdueByTheOneRule() {
        var due = LocalDate.of(2021, 7, 15);
        var late = handedOut(due);
        var heldInTime = handedOut(due);
        var heldTooLate = handedOut(due);
        var handedInLate = handedOut(due);
        var extended = handedOut(due);
        clock.moveTo(due); // what the other tests left is overdue by now
        var before = counted.count();
        assignments.hold(heldInTime, "Chờ kế hoạch tỉnh", "phong-vhtt.head");
        assignments.extend(extended, DeadlineTerm.on(LocalDate.of(2021, 7, 22)), "Nhà in chậm", "phong-vhtt.head");

        clock.moveTo(due.atTime(23, 59, 59).atZone(VietnamTime.ZONE));
        assertThat(overdueSince(before))
                .as("the last second of the day in Vietnam, in UTC its 16:59:59")
                .isZero();
        clock.moveTo(due.plusDays(1).atStartOfDay(VietnamTime.ZONE));
        assertThat(overdueSince(before)).isEqualTo(3);
        assertThat(of(late, heldInTime, heldTooLate, handedInLate, extended))
                .containsExactly(OVERDUE, ON_TRACK, OVERDUE, OVERDUE, ON_TRACK);

        assignments.hold(heldTooLate, "Chờ kế hoạch tỉnh", "phong-vhtt.head");
        desk.as("phong-kinh-te.officer")
                .complete(desk.task(handedInLate.toString(), "UserTask_SubmitResult"), Map.of("result", "Xong"));

        assertThat(of(heldTooLate, handedInLate)).containsExactly(OVERDUE, DONE_LATE);
        assertThat(overdueSince(before))
                .as("what waits for its reviewer is no work left to the unit")
                .isEqualTo(2);
        assertThat(counted.count().assignmentsOverdue())
                .as("all that this program holds, one by one")
                .isEqualTo(assignments.ofPlan(PLAN_269).stream()
                        .filter(one -> assignments.deadlineStateOf(one) == OVERDUE)
                        .count());
        clock.moveTo(LocalDate.of(2021, 7, 23));
        assertThat(of(extended)).containsExactly(OVERDUE);
        assertThat(overdueSince(before)).isEqualTo(3);
    }

    private long overdueSince(Figures.Standing before) {
        return counted.count().assignmentsOverdue() - before.assignmentsOverdue();
    }

    private List<DeadlineState> of(UUID... ids) {
        return Stream.of(ids)
                .map(assignments::get)
                .map(assignments::deadlineStateOf)
                .toList();
    }

    private UUID handedOut(LocalDate due) {
        var duty = open("phong-kinh-te", due);
        desk.as("phong-kinh-te.head")
                .complete(desk.task(duty.toString(), "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        desk.as("phong-kinh-te.head")
                .complete(
                        desk.task(duty.toString(), "UserTask_HandOut"),
                        Map.of("officers", List.of("phong-kinh-te.officer")));
        return duty;
    }

    @Test
    void namesTheAssignmentInTheLogOfWhatAStepDoes() {
        var assignment = open("phong-kinh-te", LocalDate.of(2021, 7, 9)).toString();
        var lines = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
        var level = log.getLevel();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.DEBUG);
        try {
            desk.as("phong-kinh-te.head")
                    .complete(desk.task(assignment, "UserTask_ConfirmReceipt"), Map.of("accepted", true));
        } finally {
            log.setLevel(level);
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .filteredOn(line -> line.getMessage().contains(" from assignment "))
                .anySatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("businessKey", assignment));
        assertThat(MDC.get("businessKey")).isNull();
    }

    private UUID open(String unit, LocalDate due) {
        return assignments.open(
                new AssignmentOrder(
                        PLAN_269,
                        null,
                        new Origin("test", UUID.randomUUID().toString()),
                        unit,
                        "phong-vhtt",
                        "Việc thử",
                        null,
                        due,
                        null),
                "phong-vhtt.head");
    }

    private Set<String> scraped() {
        figures.count();
        Browserless.anonymous(port).get("/camunda/app/tasklist/default/");
        var names = new RestTemplate()
                .getForObject("http://localhost:" + managementPort + "/actuator/prometheus", String.class)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(OF_PROMETHEUS);
        return names;
    }

    private static Set<String> namedIn(Set<String> expressions) {
        var names = new TreeSet<String>();
        for (var expression : expressions) {
            var metric = METRIC.matcher(expression);
            assertThat(metric.find()).as(expression).isTrue();
            do {
                names.add(metric.group(1));
            } while (metric.find());
        }
        return names;
    }

    private Set<String> dashboard() throws IOException {
        return expressions(json.readTree(MONITORING.resolve("dashboard.json").toFile()));
    }

    private static Set<String> alerts() throws IOException {
        return expressions(
                new YAMLMapper().readTree(MONITORING.resolve("alerts.yml").toFile()));
    }

    private static Set<String> expressions(JsonNode tree) {
        return tree.findValuesAsText("expr").stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
