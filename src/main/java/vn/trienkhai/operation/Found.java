package vn.trienkhai.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.query.Query;

/**
 * One page of what was found.
 *
 * @param page counted from 0
 * @param more whether another page follows
 * @param cut whether older records were left unread, because too many had to be looked through
 */
record Found<T>(List<T> rows, int page, boolean more, boolean cut) {

    static final int PAGE = 25;

    /** As a page number: all there is, up to {@link #MOST_IN_FILE} rows. */
    static final int WHOLE = -1;

    /** More than anybody reads; a file of it comes in seconds. */
    static final int MOST_IN_FILE = 5_000;

    /** Most records that one search looks through: a page stays fast, whatever the length of history. */
    static final int MOST = 20_000;

    private static final int PIECE = 500;

    /** Reads queries of the engine one after the other, piece by piece, until the page is full. */
    static <T> Found<T> in(List<? extends Query<?, T>> queries, Predicate<T> wanted, int page) {
        var needed = needed(page);
        var found = new ArrayList<T>();
        var read = 0;
        for (var query : queries) {
            var first = 0;
            List<T> piece;
            do {
                piece = query.listPage(first, PIECE);
                first += piece.size();
                read += piece.size();
                piece.stream().filter(wanted).forEach(found::add);
            } while (piece.size() == PIECE && found.size() < needed && read < MOST);
        }
        return pageOf(found, page, read >= MOST);
    }

    /** How many rows must be found to fill this page and to know whether another follows. */
    static int needed(int page) {
        return page == WHOLE ? MOST_IN_FILE + 1 : (page + 1) * PAGE + 1;
    }

    /** @param all in their order */
    static <T> Found<T> pageOf(List<T> all, int page, boolean cut) {
        if (page == WHOLE) {
            var rows = all.subList(0, Math.min(MOST_IN_FILE, all.size()));
            return new Found<>(List.copyOf(rows), 0, all.size() > MOST_IN_FILE, cut);
        }
        var from = Math.min(page * PAGE, all.size());
        var to = Math.min(from + PAGE, all.size());
        return new Found<>(List.copyOf(all.subList(from, to)), page, all.size() > to, cut);
    }

    /** The same page, its rows as people read them. */
    <R> Found<R> as(Function<List<T>, List<R>> shown) {
        return new Found<>(shown.apply(rows), page, more, cut);
    }
}
