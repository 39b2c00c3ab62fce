package vn.trienkhai.document;

/** Names of document-revision.bpmn; people start it from Tasklist. */
final class DocumentRevisionProcess {

    static final String KEY = "document-revision";

    /** Name of an {@link AmendmentKind}. */
    static final String KIND = "revisionKind";

    /** Id of the document that replaces or corrects; null if none. */
    static final String BY_DOCUMENT = "byDocument";

    static final String REASON = "revisionReason";
    static final String SIGNERS = "signers";
    static final String AGREED = "revisionAgreed";

    private DocumentRevisionProcess() {}
}
