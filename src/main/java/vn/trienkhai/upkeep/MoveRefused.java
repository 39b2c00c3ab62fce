package vn.trienkhai.upkeep;

/** Data are not moved, and nothing was changed; the message says in Vietnamese what was expected and what was found. */
class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveRefused(String message) {
        super(message);
    }

    MoveRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
