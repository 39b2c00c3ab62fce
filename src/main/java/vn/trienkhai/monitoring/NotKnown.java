package vn.trienkhai.monitoring;

/** There is no such plan, unit, topic, channel or table. The message is a Vietnamese sentence. */
class NotKnown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKnown(String message) {
        super(message);
    }
}
