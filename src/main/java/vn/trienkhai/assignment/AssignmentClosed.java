package vn.trienkhai.assignment;

import java.util.UUID;

/** Published in the transaction that closes an assignment. @param outcome FULFILLED, WITHDRAWN or TRANSFERRED */
public record AssignmentClosed(UUID assignment, Origin origin, Progress outcome) {}
