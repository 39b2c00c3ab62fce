package vn.trienkhai.content;

/** Names of content-correction.bpmn. */
final class ContentCorrectionProcess {

    static final String KEY = "content-correction";

    /** CORRECT or WITHDRAW. */
    static final String CORRECTION_ACT = "correctionAct";

    static final String REASON = "reason";

    /** Whether the content must not go out any more. */
    static final String STOP_USE = "stopUse";

    static final String CORRECTION_ACCEPTED = "correctionAccepted";

    private ContentCorrectionProcess() {}
}
