package vn.trienkhai.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Names a new task after what it is about, so that a list of fifty is readable: the model's label, then the variable
 * "subject" (duty, unit, period) that every process carries. Lets substitutes of its candidates in.
 */
@Component("taskNaming")
class TaskNaming implements TaskListener {

    private static final int LONGEST = 255;

    private final SubstituteCandidates substituteCandidates;

    TaskNaming(SubstituteCandidates substituteCandidates) {
        this.substituteCandidates = substituteCandidates;
    }

    @Override
    public void notify(DelegateTask task) {
        var subject = task.getVariable("subject");
        if (subject != null) {
            var name = task.getName() + ": " + subject;
            task.setName(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
        }
        substituteCandidates.created(task);
    }
}
