package vn.trienkhai.notification;

/** How one message goes to one recipient, decided when it is announced. */
enum MailWay {
    AT_ONCE,
    /** With the next working morning's digest. */
    DIGEST,
    /** Not by mail. */
    NONE
}
