package vn.trienkhai.assignment;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to deadline-extension.bpmn. */
@Component
class DeadlineExtensionProcess {

    static final String KEY = "deadline-extension";

    /** Id of the request, as text; also the business key. */
    static final String REQUEST = "extension";

    /** Candidate groups of whoever decides, separated by commas. */
    static final String DECIDERS = "deciders";

    /** By when to decide. */
    static final String DUE = "due";

    static final String SUBJECT = "subject";
    static final String GRANTED = "granted";

    private static final String LAPSED = "extension-lapsed";

    private final RuntimeService runtimeService;

    DeadlineExtensionProcess(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** Nobody needs to decide any more; nothing if nobody was about to. */
    void lapsed(DeadlineExtension request) {
        runtimeService
                .createMessageCorrelation(LAPSED)
                .processInstanceBusinessKey(request.id().toString())
                .correlateAll();
    }
}
