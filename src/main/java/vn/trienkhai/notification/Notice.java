package vn.trienkhai.notification;

import java.util.Objects;
import java.util.Set;

/**
 * Something that happened and that people should hear about.
 *
 * @param event names the event; a person hears of one event once, however often it is announced; at most 200 characters
 * @param people user ids
 * @param units units whose mailbox hears of it too
 * @param subject one line, at most 200 characters
 * @param text a few short lines, plain text
 * @param businessKey of the work that the message leads to; null if to none
 */
public record Notice(
        String event,
        NoticeKind kind,
        Set<String> people,
        Set<String> units,
        String subject,
        String text,
        String businessKey) {

    public Notice {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        people = Set.copyOf(people);
        units = Set.copyOf(units);
    }
}
