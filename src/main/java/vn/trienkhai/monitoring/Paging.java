package vn.trienkhai.monitoring;

import java.util.List;

/** @param page from 0 @param size lines on a page */
record Paging(int page, int size) {

    static final int MOST = 500;

    /** Everything, for a file. */
    static final Paging ALL = new Paging(0, Integer.MAX_VALUE);

    Paging {
        page = Math.max(0, page);
        size = size < 1 ? 1 : size;
    }

    /** As a page asks for it: at most {@link #MOST} lines. */
    static Paging of(int page, int size) {
        return new Paging(page, Math.min(size, MOST));
    }

    long offset() {
        return (long) page * size;
    }

    <T> List<T> of(List<T> all) {
        var first = (int) Math.min(offset(), all.size());
        return all.subList(first, (int) Math.min((long) first + size, all.size()));
    }
}
