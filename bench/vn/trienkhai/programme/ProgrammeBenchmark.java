package vn.trienkhai.programme;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.trienkhai.Desk;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.plan.PlanFiles;
import vn.trienkhai.plan.Plans;
import vn.trienkhai.plan.WorkProgrammes;

/**
 * A quarter's programme of 16 duties for so many communes, as people do it: proposed by the lead agency, every line prepared,
 * approved by the chairman; then the job executor opens an assignment for each line. Linear means that the milliseconds of an
 * assignment stay the same while communes grow.
 *
 * <p>Arguments: communes of each stage (50 100 200). Each stage has a plan and communes of its own.
 */
public final class ProgrammeBenchmark {

    private static final int DUTIES = 16;

    private final ApplicationContext program;
    private final JdbcTemplate jdbc;
    private final LocalDate quarter;

    private ProgrammeBenchmark(ApplicationContext program) {
        this.program = program;
        this.jdbc = program.getBean(JdbcTemplate.class);
        var today = LocalDate.now(program.getBean(Clock.class));
        this.quarter = today.withDayOfMonth(1).withMonth(today.getMonthValue() - (today.getMonthValue() - 1) % 3).plusMonths(3);
    }

    public static void main(String[] arguments) throws Exception {
        var stages = arguments.length == 0
                ? List.of(50, 100, 200)
                : java.util.Arrays.stream(arguments).map(Integer::valueOf).toList();
        try (var server = DurablePostgres.start();
                var program = new SpringApplicationBuilder(TrienKhai.class)
                        .run(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--spring.profiles.active=demo",
                                "--server.port=0",
                                "--logging.level.root=WARN")) {
            var benchmark = new ProgrammeBenchmark(program);
            benchmark.run("khoi-dong", 10);
            var first = 0.0;
            for (var communes : stages) {
                var ofOne = benchmark.run("t" + communes, communes);
                first = first == 0 ? ofOne : first;
                say("%,d communes: %.2f times the first stage for an assignment", communes, ofOne / first);
            }
        }
        System.exit(0);
    }

    /** @return milliseconds for an assignment, from the approval until all are open */
    private double run(String id, int communes) throws InterruptedException {
        var begun = System.nanoTime();
        var plans = program.getBean(Plans.class);
        plans.load(filesOf(id, communes));
        plans.adopt(id, "ubnd.head");
        var loaded = seconds(begun);
        var desk = new Desk(program.getBean(ProcessEngine.class));
        begun = System.nanoTime();
        var key = start(desk, id);
        desk.as("phong-vhtt.head").complete(desk.task(key, "UserTask_PrepareProgramme"), Map.of("items", lines(key)));
        var prepared = seconds(begun);
        begun = System.nanoTime();
        desk.as("ubnd.head").complete(desk.task(key, "UserTask_ApproveProgramme"), Map.of("decision", "APPROVE"));
        var approved = seconds(begun);
        var wanted = communes * DUTIES;
        var readings = 0;
        var last = 0;
        for (int opened = 0; opened < wanted; ) {
            Thread.sleep(100);
            opened = jdbc.queryForObject("select opened_lines from work_programme where id = ?", Integer.class, UUID.fromString(key));
            if (opened > last) {
                readings++;
                last = opened;
            }
        }
        var opening = seconds(begun);
        say("%,d communes: plan, units, accounts and rights %.1f s; proposed and prepared %.1f s; approved in %.2f s; %,d assignments"
                        + " open after %.1f s, %.1f ms each; the number opened so far was seen to grow %d times",
                communes, loaded, prepared, approved, wanted, opening, 1000 * opening / wanted, readings);
        return 1000 * opening / wanted;
    }

    private String start(Desk desk, String id) {
        var instance = desk.as("phong-vhtt.officer")
                .start(
                        "work-programme",
                        Map.of(
                                "plan", id,
                                "kind", "QUARTER",
                                "from", VietnamTime.format(quarter),
                                "to", VietnamTime.format(quarter.plusMonths(3).minusDays(1)),
                                "duties", IntStream.rangeClosed(1, DUTIES).mapToObj(i -> "NV-" + i).toList()));
        return program.getBean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private List<Map<String, Object>> lines(String key) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var item : program.getBean(WorkProgrammes.class).get(UUID.fromString(key)).items()) {
            var line = new HashMap<String, Object>();
            line.put("duty", item.dutyCode());
            line.put("unit", item.unit());
            line.put("included", true);
            line.put("due", VietnamTime.format(quarter.plusMonths(3).minusDays(1)));
            line.put("instruction", null);
            lines.add(line);
        }
        return lines;
    }

    private PlanFiles filesOf(String id, int communes) {
        var from = quarter.minusYears(1);
        var to = quarter.plusYears(2);
        var inWords = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        var source = new StringBuilder("Số: %d/KH-UBND\n\nPhú Quốc, ngày 15 tháng 01 năm %d\n\nKẾ HOẠCH\n\nĐo tốc độ\n\nỦy ban nhân dân\n\n1. Phân công\n\n"
                .formatted(communes, from.getYear()));
        var duties = new StringBuilder();
        for (int i = 1; i <= DUTIES; i++) {
            source.append("- Phòng Văn hóa và Thông tin giao các xã nhiệm vụ số ").append(i).append(".\n\n");
            duties.append(
                    """
                      - code: NV-%d
                        name: Nhiệm vụ số %d
                        kind: RESULT
                        role: DO
                        timing: WHOLE_PERIOD
                        owners: [%s-xa]
                        clause: "1"
                        quote: nhiệm vụ số %d.
                    """
                            .formatted(i, i, id, i));
        }
        source.append("2. Thực hiện từ ngày %s đến ngày %s. Loa của xã.\n\nNơi nhận: các xã.\n\nCHỦ TỊCH\nNgười ký thử\n"
                .formatted(inWords.format(from), inWords.format(to)));
        var plan =
                """
                id: %s
                clauses:
                  - { code: Đầu, heading: "Số: %d/KH-UBND" }
                  - { code: "1", heading: "1. Phân công" }
                  - { code: "2", heading: "2. Thực hiện" }
                  - { code: Cuối, heading: "Nơi nhận:" }
                number: { value: %d/KH-UBND, clause: Đầu, quote: "Số: %d/KH-UBND" }
                issuedOn: { value: %d-01-15, clause: Đầu, quote: ngày 15 tháng 01 năm %d }
                place: { value: Phú Quốc, clause: Đầu, quote: Phú Quốc }
                title: { value: Đo tốc độ, clause: Đầu, quote: Đo tốc độ }
                issuer: { value: ubnd, clause: Đầu, quote: Ủy ban nhân dân }
                leadAgency: { value: phong-vhtt, clause: "1", quote: Phòng Văn hóa và Thông tin }
                period: { from: %s, to: %s, clause: "2", quote: từ ngày %s đến ngày %s }
                topics:
                  - { code: CD, name: Đo, clause: "1", quote: nhiệm vụ số 1. }
                channels:
                  - { code: LOA, name: Loa của xã, type: LOUDSPEAKER, measures: [BROADCASTS], suits: [%s-xa], clause: "2", quote: Loa của xã }
                duties:
                %srecipients:
                  - { code: N-1, name: Các xã, units: [], clause: Cuối, quote: các xã }
                closing: { value: Các xã thực hiện, clause: "2", quote: Thực hiện }
                signature: { authority: TM. ỦY BAN NHÂN DÂN, position: CHỦ TỊCH, name: Người ký thử, clause: Cuối, quote: CHỦ TỊCH Người ký thử }
                """
                        .formatted(
                                id, communes, communes, communes, from.getYear(), from.getYear(), from, to,
                                inWords.format(from), inWords.format(to), id, duties);
        var units = new StringBuilder("units:\n");
        var group = new StringBuilder("groups:\n  - id: %s-xa\n    name: Các xã %s\n    units:\n".formatted(id, id));
        for (int i = 1; i <= communes; i++) {
            units.append(
                    """
                      - id: %s-%d
                        name: Ủy ban nhân dân xã số %d (%s)
                        shortName: Xã %d (%s)
                        kind: COMMUNE
                        posts:
                          - { role: head, title: Chủ tịch xã %d }
                          - { role: officer, title: Công chức xã %d }
                    """
                            .formatted(id, i, i, id, i, id, i, i));
            group.append("      - ").append(id).append("-").append(i).append("\n");
        }
        return new PlanFiles(id, bytes(plan), bytes(source.toString()), bytes(units.append(group).toString()));
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
