package vn.trienkhai.form;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.trienkhai.form.FormView.Fact;

/**
 * Asked of every module for the tab "Hồ sơ" of a task: what does it know about the work that the task belongs to? Whoever may
 * see the task sees its case file; a part that not all of them may see is left out for the others ({@link OpenTask#userId}).
 */
public interface CaseFilePart {

    /** The chapters of a case file, in the order in which they are read. */
    enum Chapter {
        PLAN("Kế hoạch và điều khoản", null),
        WAITING("Ai đang chờ ai", null),
        HISTORY("Diễn biến việc giao", null),
        STEPS("Các bước đã qua", "Chưa bước nào xong."),
        OTHERS("Đơn vị cùng được giao", null),
        EVIDENCE("Minh chứng", null),
        VERSIONS("Các bản nội dung", null),
        REMARKS("Ý kiến duyệt", null),
        DOCUMENTS("Các bản của văn bản", null),
        COMMENTS("Ý kiến trao đổi", "Chưa có ý kiến.");

        private final String title;
        private final String empty;

        Chapter(String title, String empty) {
            this.title = title;
            this.empty = empty;
        }

        /** As people read it. */
        public String title() {
            return title;
        }

        /** What stands there while there is nothing; null if the chapter is left out then. */
        String empty() {
            return empty;
        }
    }

    /** A file that can be opened. */
    record FileEntry(UUID id, String name, long size) {}

    /**
     * One entry of a chapter. Everything but the title may be null or empty.
     *
     * @param at dd/MM/yyyy HH:mm or a span of days
     * @param by who did it
     * @param text in the writer's own lines
     * @param state for the look of a state that the title or a fact says in words, for example {@code OVERDUE}
     */
    record Entry(
            String title,
            String at,
            String by,
            String text,
            String state,
            List<Fact> facts,
            List<FileEntry> files,
            String link) {

        public Entry {
            facts = List.copyOf(facts);
            files = List.copyOf(files);
        }

        public static Entry of(String title, Fact... facts) {
            return new Entry(title, null, null, null, null, List.of(facts), List.of(), null);
        }

        public static Entry happened(String title, String at, String by, String text) {
            return new Entry(title, at, by, text, null, List.of(), List.of(), null);
        }
    }

    /** Entries that this module adds to a chapter, after those of modules asked before. */
    record Part(Chapter chapter, List<Entry> entries) {

        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** Names of the process variables that it decides by. */
    Set<String> variables();

    /** Empty where this module knows nothing about the work. */
    List<Part> partsOf(OpenTask task);
}
