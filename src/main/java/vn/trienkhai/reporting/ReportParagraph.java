package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** A paragraph of a consolidated report, which can be traced to where it came from. */
@Embeddable
class ReportParagraph {

    /** Where a paragraph came from. */
    enum Source {
        UNIT("báo cáo của đơn vị"),
        FIGURES("số liệu đã ghi"),
        CONSOLIDATOR("người tổng hợp");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** As people read it. */
        String label() {
            return label;
        }
    }

    private int section;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String unit;
    private boolean edited;
    private String body;

    protected ReportParagraph() {}

    /**
     * @param section ordinal of its heading, from 0
     * @param unit the unit whose text it is; null for other sources
     * @param edited whether it says something else than what was proposed
     */
    ReportParagraph(int section, Source source, String unit, boolean edited, String body) {
        this.section = section;
        this.source = source;
        this.unit = unit;
        this.edited = edited;
        this.body = body;
    }

    static ReportParagraph ofUnit(int section, String unit, String body) {
        return new ReportParagraph(section, Source.UNIT, unit, false, body);
    }

    static ReportParagraph ofFigures(int section, String body) {
        return new ReportParagraph(section, Source.FIGURES, null, false, body);
    }

    int section() {
        return section;
    }

    Source source() {
        return source;
    }

    Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    boolean isEdited() {
        return edited;
    }

    String body() {
        return body;
    }
}
