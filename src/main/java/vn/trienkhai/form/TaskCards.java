package vn.trienkhai.form;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import vn.trienkhai.calendar.Standing;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;
import vn.trienkhai.form.CardFacts.Card;
import vn.trienkhai.form.FormView.Timing;

/** What the cards of a task list say, and how many of a list are overdue, due soon, on track, without a deadline. */
@Service
class TaskCards {

    /** Lists longer than this are counted up to here; a person's own never is. */
    static final int MOST_COUNTED = 1000;

    private static final int MOST_HITS = 20;

    private static final Timing NO_DEADLINE = new Timing("NONE", "Không hạn", null);

    private final OpenTasks tasks;
    private final List<CardFacts> facts;
    private final Set<String> variables;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TaskCards(OpenTasks tasks, List<CardFacts> facts, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.facts = facts;
        this.variables = facts.stream()
                .flatMap(answering -> answering.variables().stream())
                .collect(Collectors.toSet());
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param day dd/MM/yyyy; null where the task has no due date @param unit null where nobody knows, like clause, note */
    record Shown(String task, String unit, String clause, String day, Timing timing, String note) {}

    /** @param more whether the list is longer than was counted */
    record Counts(int overdue, int dueSoon, int onTrack, int none, boolean more) {}

    /** Cards of those tasks that the person may see. */
    List<Shown> of(Collection<String> ids) {
        return shown(tasks.of(ids, variables));
    }

    Counts inList(String filterId) {
        var found = tasks.inList(filterId, MOST_COUNTED + 1, variables);
        var counted = shown(found.subList(0, Math.min(found.size(), MOST_COUNTED))).stream()
                .collect(Collectors.groupingBy(card -> card.timing().state(), Collectors.summingInt(card -> 1)));
        var overdue = counted.getOrDefault(Standing.OVERDUE.name(), 0);
        var dueSoon = counted.getOrDefault(Standing.DUE_SOON.name(), 0);
        var onTrack = counted.getOrDefault(Standing.ON_TRACK.name(), 0);
        var all = counted.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(overdue, dueSoon, onTrack, all - overdue - dueSoon - onTrack, found.size() > MOST_COUNTED);
    }

    /** A task of a list, with its card. */
    record Hit(String task, String name, String unit, String clause, Timing timing) {}

    /** @param tasks the first ones @param more whether there are others */
    record Hits(List<Hit> tasks, boolean more) {}

    /** Those of the list in whose name or card each word of the text occurs, typed with or without diacritics. */
    Hits search(String filterId, String text) {
        var found = tasks.inList(filterId, MOST_COUNTED, variables);
        var known = shown(found);
        var hits = IntStream.range(0, found.size())
                .mapToObj(i -> hit(found.get(i), known.get(i), text))
                .flatMap(Optional::stream)
                .limit(MOST_HITS + 1)
                .toList();
        return new Hits(hits.subList(0, Math.min(hits.size(), MOST_HITS)), hits.size() > MOST_HITS);
    }

    private static Optional<Hit> hit(OpenTask task, Shown card, String text) {
        return Folded.finds(text, task.name(), card.unit(), card.clause(), card.note())
                ? Optional.of(new Hit(task.id(), task.name(), card.unit(), card.clause(), card.timing()))
                : Optional.empty();
    }

    private List<Shown> shown(List<OpenTask> open) {
        var known = new HashMap<String, Card>();
        facts.forEach(answering -> add(known, answering.cardsOf(open)));
        return open.stream().map(task -> shown(task, known.get(task.id()))).toList();
    }

    /** What one module does not know, the next may. */
    private static void add(Map<String, Card> known, Map<String, Card> more) {
        more.forEach((task, card) -> known.merge(
                task,
                card,
                (first, next) -> new Card(
                        either(first.unit(), next.unit()),
                        either(first.clause(), next.clause()),
                        either(first.timing(), next.timing()),
                        either(first.note(), next.note()))));
    }

    private static <T> T either(T first, T next) {
        return first == null ? next : first;
    }

    private Shown shown(OpenTask task, Card card) {
        var timing = card == null || card.timing() == null ? timingOf(task.due()) : card.timing();
        var day = task.due() == null ? null : VietnamTime.format(VietnamTime.dateOf(task.due()));
        return card == null
                ? new Shown(task.id(), null, null, day, timing, null)
                : new Shown(task.id(), card.unit(), card.clause(), day, timing, card.note());
    }

    private Timing timingOf(Instant due) {
        if (due == null) {
            return NO_DEADLINE;
        }
        var now = clock.instant();
        var lastDay = VietnamTime.dateOf(due);
        var standing = calendar.standingAt(now, lastDay, due);
        var left = calendar.workingDaysBetween(VietnamTime.dateOf(now), lastDay);
        return new Timing(standing.name(), standing.inWords(left), null);
    }
}
