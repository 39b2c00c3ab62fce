package vn.trienkhai.notification;

import java.util.UUID;

/**
 * A mail to one recipient, claimed by one sender.
 *
 * @param id also names the mail to the mail servers, the same at each attempt
 * @param attempt which attempt this is, from 1
 */
record Letter(UUID id, Recipient recipient, String subject, String body, int attempt) {}
