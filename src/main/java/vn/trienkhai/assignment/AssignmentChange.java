package vn.trienkhai.assignment;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the history of some assignment, for who reads the histories of all.
 *
 * @param subject what the assignment is about
 * @param actor user id
 * @param why may be null
 */
public record AssignmentChange(
        UUID assignment, String subject, Instant happenedAt, String actor, String what, String why) {}
