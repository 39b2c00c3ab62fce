package vn.trienkhai.reporting;

import jakarta.persistence.Embeddable;

/** A heading of the outline and the text under it. */
@Embeddable
class Section {

    private String heading;
    private String body;

    protected Section() {}

    Section(String heading, String body) {
        this.heading = heading;
        this.body = body;
    }

    String heading() {
        return heading;
    }

    /** Empty where nothing was written. */
    String body() {
        return body == null ? "" : body;
    }
}
