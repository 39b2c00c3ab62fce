package vn.trienkhai.document;

/** There is no such document, or this person may not know of it. */
class DocumentHidden extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
