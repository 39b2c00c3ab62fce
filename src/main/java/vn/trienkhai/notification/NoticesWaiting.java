package vn.trienkhai.notification;

/** Messages were written that can leave as soon as the transaction is committed. */
record NoticesWaiting() {}
