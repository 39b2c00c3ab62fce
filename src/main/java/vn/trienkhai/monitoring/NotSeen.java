package vn.trienkhai.monitoring;

/** The person may not see this. The message is a Vietnamese sentence that tells nothing of the data. */
class NotSeen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSeen(String message) {
        super(message);
    }
}
