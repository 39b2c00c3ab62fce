package vn.trienkhai.consistency;

import java.util.stream.Stream;

/**
 * What one module holds to be true of its own tables at every moment, and of what the engine must have for them. Looks only, by
 * SQL, and needs nothing of the running program: the command makes it without one, by its constructor without parameters.
 */
public interface ConsistencyCheck {

    /** What it looks at, in Vietnamese. */
    String subject();

    /** One sentence in Vietnamese for each contradiction, naming the record; none if all is well. */
    Stream<String> contradictions(Snapshot snapshot);
}
