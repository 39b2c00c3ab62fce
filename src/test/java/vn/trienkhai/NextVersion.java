package vn.trienkhai;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * A release that changes every model a little: all of them, with their forms, deployed once more under changed names. Takes
 * running instances from one version to the other, by the plan that the engine makes from equal ids.
 */
public class NextVersion {

    private final ProcessEngine engine;
    private final Set<String> waitStates = new HashSet<>();
    private String present;
    private String next;

    public NextVersion(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Where instances stood when they were taken over: key of the process and id of the step. */
    public Set<String> waitStates() {
        return waitStates;
    }

    /** All running instances of a business key, to the other of the two versions. */
    public void takeOver(String businessKey) {
        release();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .forEach(this::takeOver);
    }

    public void takeOver(ProcessInstance instance) {
        release();
        var from = engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
        var to = definition(from.getKey(), from.getDeploymentId().equals(present) ? next : present);
        if (to == null) { // a test's own model, which no release brings
            return;
        }
        var runtime = engine.getRuntimeService();
        runtime.getActiveActivityIds(instance.getId()).forEach(step -> waitStates.add(from.getKey() + " " + step));
        var plan = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
    }

    public ProcessDefinition next(String key) {
        release();
        return definition(key, next);
    }

    public ProcessDefinition present(String key) {
        release();
        return definition(key, present);
    }

    private ProcessDefinition definition(String key, String deployment) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .deploymentId(deployment)
                .singleResult();
    }

    private void release() {
        if (next != null) {
            return;
        }
        var repository = engine.getRepositoryService();
        present = repository.createDeploymentQuery().singleResult().getId();
        var deployment = repository.createDeployment().name("trien-khai").source("trien-khai");
        for (var resource : repository.getDeploymentResources(present)) {
            var content = repository.getResourceAsStreamById(present, resource.getId());
            if (!resource.getName().endsWith(".bpmn")) {
                deployment.addInputStream(resource.getName(), content);
                continue;
            }
            var model = Bpmn.readModelFromStream(content);
            for (var process : model.getModelElementsByType(Process.class)) {
                process.setName(process.getName() + " (bản sau)");
            }
            deployment.addInputStream(
                    resource.getName(),
                    new ByteArrayInputStream(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8)));
        }
        next = deployment.deploy().getId();
    }
}
