package vn.trienkhai.assignment;

/**
 * What opened an assignment: a kind that its module chooses ("programme", "report-request", "inspection") and an id there.
 */
public record Origin(String kind, String id) {}
