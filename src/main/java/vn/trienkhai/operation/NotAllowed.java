package vn.trienkhai.operation;

/** The person may not see or do this. The message is a Vietnamese sentence. */
class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAllowed(String message) {
        super(message);
    }
}
