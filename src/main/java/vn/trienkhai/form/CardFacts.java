package vn.trienkhai.form;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import vn.trienkhai.form.FormView.Timing;

/** Asked of every module for the cards of a task list: what does it know about these tasks? */
public interface CardFacts {

    /**
     * What a card says below the task's name. Null where this module does not know; another may.
     *
     * @param unit whose work it is, by name
     * @param clause where it comes from, for example "Kế hoạch 269/KH-UBND, mục III.2"
     * @param timing where the work stands towards its deadline; null if the task's own due date decides
     * @param note one more thing to know, for example until when the whole is due if this is a step of it
     */
    record Card(String unit, String clause, Timing timing, String note) {}

    /** Names of the process variables that it decides by. */
    Set<String> variables();

    /** Cards by the id of the task; nothing for tasks of which this module knows nothing. Asked for many tasks at once. */
    Map<String, Card> cardsOf(Collection<OpenTask> tasks);
}
