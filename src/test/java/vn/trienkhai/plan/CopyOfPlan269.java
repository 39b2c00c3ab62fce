package vn.trienkhai.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Plan 269 once more under an id of its own, so that tests that adopt it and programme it do not meet each other. */
public record CopyOfPlan269(String id) {

    private static final String ORIGINAL = "269-kh-ubnd-2021";
    private static final PlanFiles FILES = PlanFiles.in(Path.of("plans/" + ORIGINAL));

    public static CopyOfPlan269 fresh() {
        return new CopyOfPlan269("ban-sao-" + UUID.randomUUID().toString().substring(0, 8));
    }

    public PlanFiles files() {
        return withText("\n");
    }

    /** The same plan as another file, as after a correction. */
    public PlanFiles corrected() {
        return withText("\n# đã sửa\n");
    }

    /** Loaded and adopted, for tests of other modules. @return its id */
    public static String inForce(Plans plans) {
        var copy = fresh();
        plans.load(copy.files());
        plans.adopt(copy.id(), "ubnd.head");
        return copy.id();
    }

    private PlanFiles withText(String more) {
        var text = new String(FILES.plan().orElseThrow(), StandardCharsets.UTF_8)
                .replace("id: " + ORIGINAL, "id: " + id)
                .concat(more);
        return new PlanFiles(id, Optional.of(text.getBytes(StandardCharsets.UTF_8)), FILES.source(), Optional.empty());
    }
}
