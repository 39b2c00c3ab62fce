package vn.trienkhai.form;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An open task as modules are asked about it.
 *
 * @param name as the task list shows it
 * @param element id of the user task in its model
 * @param businessKey null where its process has none
 * @param due last moment on time; null where it has none
 * @param variables those that some module asked for; never null
 * @param userId who is looking
 */
public record OpenTask(
        String id,
        String name,
        String processKey,
        String element,
        String businessKey,
        Instant due,
        Map<String, Object> variables,
        String userId) {

    public OpenTask {
        variables = Map.copyOf(variables);
    }

    /** Empty where the process has no such variable. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** Empty where the process has no such variable, or it is no id. */
    public Optional<UUID> id(String name) {
        return variable(name).flatMap(OpenTask::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
