package vn.trienkhai.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The way out to document-issue.bpmn: names of its variables, and the only calls of this module to the engine. */
@Component
class DocumentIssueProcess {

    static final String KEY = "document-issue";

    /** Id of the document, as text; given by a caller. */
    static final String DOCUMENT = "document";

    static final String SUBJECT = "subject";

    /** Whether there is a draft to be checked at once; true for a caller who says nothing. */
    static final String DRAFTED = "drafted";

    /** Whether a return ends the process, so that the caller drafts anew. */
    static final String REDRAFTED_BY_CALLER = "redraftedByCaller";

    /** Whether the last step sent it back; for a caller, how the process ended. */
    static final String DOCUMENT_RETURNED = "documentReturned";

    /** By when it must be issued; null if nobody said so. */
    static final String DUE = "due";

    static final String DRAFT_HANDED_IN = "draftHandedIn";
    static final String INITIATOR = "initiator";

    private static final String DRAFTERS = "drafters";
    private static final String DRAFTED_BY = "draftedBy";
    private static final String CONTENT_CHECKERS = "contentCheckers";
    private static final String FORM_CHECKERS = "formCheckers";
    private static final String SIGNERS = "signers";
    private static final String EDITED = "document-edited";

    private final DocumentRegister register;
    private final DocumentRoles roles;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final IdentityService identityService;

    DocumentIssueProcess(
            DocumentRegister register,
            DocumentRoles roles,
            RuntimeService runtimeService,
            TaskService taskService,
            IdentityService identityService) {
        this.register = register;
        this.roles = roles;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.identityService = identityService;
    }

    /** Whose each step is, as groups and users that the model names. */
    Map<String, Object> peopleFor(Document document) {
        return Map.of(
                DRAFTERS,
                document.drafter(),
                DRAFTED_BY,
                register.current(document).madeBy(),
                CONTENT_CHECKERS,
                joined(roles.leadGroupsOf(roles.contentUnit(document, register.authorsOf(document.id())))),
                FORM_CHECKERS,
                joined(roles.formUnits(document)),
                SIGNERS,
                joined(roles.leadGroupsOf(document.issuer())));
    }

    /** While it is being checked or signed, a new version begins at the content check again; else nothing waits for it. */
    @EventListener
    void edited(DocumentEdited edited) {
        unchecked(() -> runtimeService
                .createMessageCorrelation(EDITED)
                .processInstanceVariableEquals(DOCUMENT, edited.id().toString())
                .setVariables(peopleFor(register.get(edited.id())))
                .correlateAllWithResult());
    }

    /** Documents about which a task waits for this person now. */
    Set<UUID> withATaskOf(String userId) {
        var tasks = unchecked(() -> taskService
                .createTaskQuery()
                .or()
                .taskAssignee(userId)
                .taskCandidateUser(userId)
                .endOr()
                .processDefinitionKeyIn(KEY, DocumentRevisionProcess.KEY)
                .list());
        return tasks.stream()
                .map(task -> UUID.fromString((String) taskService.getVariable(task.getId(), DOCUMENT)))
                .collect(Collectors.toSet());
    }

    private static String joined(Collection<String> groups) {
        return String.join(",", List.copyOf(groups));
    }

    /** What the program does, whatever the person who caused it may do in the engine. */
    private <T> T unchecked(Supplier<T> act) {
        var person = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return act.get();
        } finally {
            identityService.setAuthentication(person);
        }
    }
}
