package vn.trienkhai.operation;

import java.util.List;

/**
 * Somebody who may look at the running of the work, and how far they see.
 *
 * @param everything whether the engine lets them read the history of every process
 * @param units units that they lead, or lead in somebody's place
 * @param readsLog whether the engine lets them read every operation
 * @param administers whether they keep accounts and rights
 */
record Overseer(String userId, boolean everything, List<String> units, boolean readsLog, boolean administers) {

    boolean leads(String unit) {
        return units.contains(unit);
    }

    boolean handsOver() {
        return administers || !units.isEmpty();
    }
}
