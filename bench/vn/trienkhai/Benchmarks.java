package vn.trienkhai;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs one benchmark by its name with its own arguments, or all, one after the other, each in a virtual machine of its own. */
public final class Benchmarks {

    private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("calendar", List.of("org.openjdk.jmh.Main", "TenYearsBenchmark"));
        ALL.put("managers", List.of("vn.trienkhai.monitoring.ManagersBenchmark"));
        ALL.put("campaigns", List.of("vn.trienkhai.campaign.CampaignBenchmark"));
        ALL.put("tasklist", List.of("vn.trienkhai.tasklist.TaskListBenchmark"));
        ALL.put("programme", List.of("vn.trienkhai.programme.ProgrammeBenchmark"));
        ALL.put("timers", List.of("vn.trienkhai.timers.TimersBenchmark"));
        ALL.put("upload", List.of("vn.trienkhai.upload.UploadBenchmark"));
        ALL.put("start", List.of("vn.trienkhai.start.StartBenchmark"));
    }

    /** Asks for one main class in this virtual machine. */
    private static final String HERE = "--here";

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var asked = Arrays.stream(arguments)
                .flatMap(argument -> Arrays.stream(argument.split("\\s+")))
                .filter(argument -> !argument.isEmpty())
                .toList();
        if (!asked.isEmpty() && asked.get(0).equals(HERE)) {
            here(asked.get(1), asked.subList(2, asked.size()));
        } else if (asked.isEmpty()) {
            for (var benchmark : ALL.values()) {
                run(benchmark);
            }
        } else if (ALL.containsKey(asked.get(0))) {
            run(Stream.concat(ALL.get(asked.get(0)).stream(), asked.stream().skip(1))
                    .toList());
        } else {
            throw new IllegalArgumentException("Expected one of " + ALL.keySet() + ", found " + asked.get(0));
        }
    }

    /** Ends with the benchmark, also when it fails: threads of the program or of an engine would keep the machine alive. */
    private static void here(String main, List<String> arguments) {
        try {
            Class.forName(main)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments.toArray(String[]::new));
            System.exit(0);
        } catch (ReflectiveOperationException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(List<String> mainAndArguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("java", "-Xmx2g", "-classpath", System.getProperty("java.class.path"), Benchmarks.class.getName(), HERE));
        command.addAll(mainAndArguments);
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(mainAndArguments.get(0) + " ended with " + exit);
        }
    }
}
