package vn.trienkhai.operation;

/** There is no such thing, or the person may not know of it. The message is a Vietnamese sentence. */
class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFound(String message) {
        super(message);
    }
}
