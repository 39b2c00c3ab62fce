package vn.trienkhai.document;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.trienkhai.notification.Notice;
import vn.trienkhai.notification.NoticeKind;
import vn.trienkhai.notification.Notices;
import vn.trienkhai.organisation.Organisation;

/** Who is told what on a document's way. */
@Component
class DocumentNotices {

    private final DocumentRegister register;
    private final Notices notices;
    private final Organisation organisation;

    DocumentNotices(DocumentRegister register, Notices notices, Organisation organisation) {
        this.register = register;
        this.notices = notices;
        this.organisation = organisation;
    }

    /** @param step names the occasion */
    void returned(Document document, String step, String remark, String by, String businessKey) {
        announce(
                document,
                "document:%s:%s".formatted(document.id(), step),
                NoticeKind.RETURNED,
                "Trả lại văn bản: " + document.title(),
                "%s trả lại %s “%s”: %s"
                        .formatted(
                                organisation.nameOf(by),
                                document.type().label().toLowerCase(),
                                document.title(),
                                remark),
                by,
                businessKey);
    }

    void issued(Document document, String by) {
        announce(
                document,
                "document:%s:issued".formatted(document.id()),
                NoticeKind.CHANGED,
                "Đã phát hành: " + document.number().orElseThrow(),
                "%s số %s đã phát hành: %s".formatted(document.type().label(), document.reference(), document.title()),
                by,
                null);
    }

    /** To everybody who wrote on it, but not to who did it. */
    private void announce(
            Document document,
            String event,
            NoticeKind kind,
            String subject,
            String text,
            String by,
            String businessKey) {
        var people = new HashSet<>(register.authorsOf(document.id()));
        document.signedBy().ifPresent(people::add);
        people.remove(by);
        notices.announce(new Notice(event, kind, people, Set.of(), subject, text, businessKey));
    }
}
