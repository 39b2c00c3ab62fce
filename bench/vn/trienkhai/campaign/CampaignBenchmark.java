package vn.trienkhai.campaign;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.trienkhai.DurablePostgres;
import vn.trienkhai.TrienKhai;

/**
 * Campaigns per second, end to end, of the whole program against the same models on stock Camunda: one machine, one
 * PostgreSQL with a database for each, rounds of both in turn so that the load of the machine strikes both alike. What
 * counts is the ratio of a round of ours to the round of stock beside it.
 *
 * <p>Arguments: rounds (15), campaigns of a round (40), people at once (4), rounds of both before that do not count (20): until
 * then the virtual machine compiles, which on two cores takes from both.
 */
public final class CampaignBenchmark {

    private static final int POOL = 20;

    private CampaignBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var rounds = argument(arguments, 0, 15);
        var campaigns = argument(arguments, 1, 40);
        var people = argument(arguments, 2, 4);
        var warmUp = argument(arguments, 3, 20);
        try (var server = DurablePostgres.start()) {
            for (var database : List.of("stock", "own")) {
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + database);
                }
            }
            try (var pool = new HikariDataSource();
                    var program = new SpringApplicationBuilder(TrienKhai.class)
                            .run(
                                    "--spring.profiles.active=postgresql",
                                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", "own"),
                                    "--spring.datasource.username=postgres",
                                    "--spring.datasource.password=",
                                    "--spring.datasource.hikari.maximum-pool-size=" + POOL,
                                    "--server.port=0",
                                    "--logging.level.root=WARN")) {
                pool.setJdbcUrl(server.getJdbcUrl("postgres", "stock"));
                pool.setUsername("postgres");
                pool.setMaximumPoolSize(POOL);
                var stock = StockCampaign.on(pool);
                var own = new OwnCampaign(program);
                var effort = new Effort(server);
                compare(stock, own, effort, rounds, campaigns, people, warmUp);
                weigh("stock", stock, effort, campaigns);
                weigh("own", own, effort, campaigns);
            }
        }
        System.exit(0); // the stock engine's job executor has no owner that would end it
    }

    private static void compare(
            Campaign stock, Campaign own, Effort effort, int rounds, int campaigns, int people, int warmUp)
            throws Exception {
        for (int round = 0; round < warmUp; round++) {
            seconds(stock, campaigns, people);
            seconds(own, campaigns, people);
        }
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var stocks = effort.of("stock", () -> seconds(stock, campaigns, people));
            var owns = effort.of("own", () -> seconds(own, campaigns, people));
            var ofStock = stocks.seconds();
            var ofOwn = owns.seconds();
            ratios.add(ofStock / ofOwn);
            say("stock %s", stocks.of(campaigns));
            say("own %s", owns.of(campaigns));
            say("round %d: stock %.1f, own %.1f campaigns per second, ratio %.2f",
                    round + 1, campaigns / ofStock, campaigns / ofOwn, ofStock / ofOwn);
        }
        if (!ratios.isEmpty()) {
            ratios.sort(null);
            say("ratio: median %.2f, from %.2f to %.2f; %d people at once, %d campaigns a round",
                ratios.get(rounds / 2), ratios.get(0), ratios.get(rounds - 1), people, campaigns);
        }
        check(stock, (rounds + warmUp) * campaigns);
        check(own, (rounds + warmUp) * campaigns);
    }

    /** One person after the other, so that nobody waits. With -Dstatements every statement is told. */
    private static void weigh(String database, Campaign campaign, Effort effort, int campaigns) throws Exception {
        var spent = effort.of(database, () -> seconds(campaign, campaigns, 1)).of(campaigns);
        say("%s, for a campaign: %s", database, spent);
        if (Boolean.getBoolean("statements")) {
            effort.statements(database)
                    .forEach(row -> say("%8.2f %8.2f ms  %s", number(row, "calls") / campaigns, number(row, "millis") / campaigns,
                            row.get("query").toString().replaceAll("\\s+", " ")));
        }
    }

    private static double number(java.util.Map<String, Object> row, String column) {
        return ((Number) row.get(column)).doubleValue();
    }

    private static double seconds(Campaign campaign, int campaigns, int people) throws Exception {
        var begun = System.nanoTime();
        try (var crew = new Crew(people)) {
            var running = new ArrayList<Callable<Void>>();
            for (int i = 0; i < campaigns; i++) {
                running.add(() -> {
                    campaign.run();
                    return null;
                });
            }
            crew.finish(running);
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }

    /** Both did the whole work, and nothing is left over. */
    private static void check(Campaign campaign, long campaigns) {
        if (campaign.done() != campaigns
                || campaign.open("duty-assignment") != 0
                || campaign.open("overdue-escalation") != 0) {
            throw new IllegalStateException("%d of %d campaigns done, %d assignments and %d ladders open"
                    .formatted(
                            campaign.done(),
                            campaigns,
                            campaign.open("duty-assignment"),
                            campaign.open("overdue-escalation")));
        }
    }

    private record Crew(java.util.concurrent.ExecutorService threads) implements AutoCloseable {

        private Crew(int people) {
            this(Executors.newFixedThreadPool(people));
        }

        private void finish(List<Callable<Void>> work) throws Exception {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void say(String sentence, Object... values) {
        System.out.println(String.format(Locale.ROOT, sentence, values));
    }
}
