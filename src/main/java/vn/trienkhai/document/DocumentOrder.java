package vn.trienkhai.document;

import java.util.List;

/**
 * A document to be drafted.
 *
 * @param issuer unit that issues it
 * @param drafter unit that drafts it
 * @param planId the plan that it belongs to
 * @param clauses clauses or duty codes of the plan under which it is found, e.g. "III.1" or "VHTT-1c"; may be empty
 * @param source what it was made of
 */
public record DocumentOrder(
        DocumentType type,
        String issuer,
        String drafter,
        String planId,
        List<String> clauses,
        Urgency urgency,
        Source source,
        DocumentText text) {

    public DocumentOrder {
        clauses = List.copyOf(clauses);
    }

    /** @param kind {@link DocumentMaker#kind()} or a kind that its module chooses @param id there */
    public record Source(String kind, String id) {}
}
