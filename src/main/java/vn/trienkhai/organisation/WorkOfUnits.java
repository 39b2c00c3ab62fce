package vn.trienkhai.organisation;

import java.util.List;
import java.util.Optional;

/**
 * Answered by each module that stores open work of units, so that nothing is left without an owner when one ends (Luật
 * 72/2025/QH15, Điều 54 khoản 7–8) although the organisation does not know who has any.
 */
public interface WorkOfUnits {

    /**
     * What is open in the unit's name, and what becomes of it; empty once {@link #pass} has happened.
     *
     * @param successorName short name of the unit that takes its place; empty if none does
     */
    List<Item> openWorkOf(Unit unit, Optional<String> successorName);

    /** Gives all of it to the successor, with a line of history each, or closes it where there is none. */
    void pass(Succession succession);

    /**
     * One piece of open work.
     *
     * @param kind what it is, e.g. "Việc được giao"
     * @param becomes what happens to it; if it blocks, what must be done first
     * @param blocks whether the unit cannot end while this is open
     * @param closes business key of the processes that end with it; null if none does
     */
    record Item(String kind, String what, String becomes, boolean blocks, String closes) {

        public static Item passes(String kind, String what, String becomes) {
            return new Item(kind, what, becomes, false, null);
        }

        public static Item closes(String kind, String what, String becomes, String businessKey) {
            return new Item(kind, what, becomes, false, businessKey);
        }

        public static Item blocks(String kind, String what, String first) {
            return new Item(kind, what, first, true, null);
        }
    }
}
