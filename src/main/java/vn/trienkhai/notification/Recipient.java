package vn.trienkhai.notification;

/** Who gets a message. @param id user id, or id of the unit whose mailbox it is */
record Recipient(Kind kind, String id) {

    enum Kind {
        PERSON,
        UNIT
    }

    static Recipient person(String userId) {
        return new Recipient(Kind.PERSON, userId);
    }

    static Recipient unit(String unit) {
        return new Recipient(Kind.UNIT, unit);
    }
}
