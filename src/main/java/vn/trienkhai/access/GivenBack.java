package vn.trienkhai.access;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A task goes back to those to whom it was offered, by who claimed it. The engine's own way asks for the right to give tasks
 * away, which nobody has who only works on them.
 */
class GivenBack extends ClaimTaskCmd {

    private static final long serialVersionUID = 1L;

    private final String by;

    GivenBack(String task, String by) {
        super(task, null);
        this.by = by;
    }

    /** The engine compares the revision of the task at the end: nobody else's claim is undone. */
    @Override
    protected void checkClaimTask(TaskEntity task, CommandContext commandContext) {
        super.checkClaimTask(task, commandContext);
        if (!by.equals(task.getAssignee()) || task.getCandidates().isEmpty()) {
            throw new AuthorizationException("The task %s is not %s's to give back".formatted(task.getId(), by));
        }
    }
}
