package vn.trienkhai.document;

/** A file that is no Word document that this program reads. The message is a Vietnamese sentence. */
class WordUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WordUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
