package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;

/** A heading of the outline and its consolidated text. */
@Embeddable
class ReportSection {

    private String heading;
    private String body;

    protected ReportSection() {}

    ReportSection(String heading, String body) {
        this.heading = heading;
        this.body = body;
    }

    String heading() {
        return heading;
    }

    /** Empty until consolidated. */
    String body() {
        return body == null ? "" : body;
    }
}
