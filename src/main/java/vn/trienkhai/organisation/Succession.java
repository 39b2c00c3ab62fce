package vn.trienkhai.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Units end, and one takes their place or none does; published in the transaction in which it happens, after units, posts and
 * people have moved.
 *
 * @param ended as they were
 * @param successor empty where the work of the units ends with them
 * @param groups for each group of an ended unit and of its posts, the groups that have its tasks from now on; empty lists
 *     where there is no successor
 * @param posts for each post of an ended unit the post that continues it; empty where there is no successor
 * @param why kind and legal basis, as a line of history gives them
 * @param by user id of the leader who confirmed it
 */
public record Succession(
        List<Unit> ended,
        Optional<Unit> successor,
        Map<String, List<String>> groups,
        Map<String, String> posts,
        String why,
        String by) {

    public Succession {
        ended = List.copyOf(ended);
        groups = Map.copyOf(groups);
        posts = Map.copyOf(posts);
    }

    public boolean ends(String unit) {
        return ended.stream().anyMatch(one -> one.id().equals(unit));
    }
}
