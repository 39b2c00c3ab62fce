package vn.trienkhai.form;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the person who is signed in may start, in Vietnamese order, each with what it is for. */
@RestController
@RequestMapping("/api/processes")
class StartController {

    private final RepositoryService repositoryService;

    StartController(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /** @param purpose the first sentence of the model's documentation; empty where it has none */
    record Startable(String key, String name, String purpose) {}

    /** Processes that the person may start. */
    @GetMapping("/startable")
    List<Startable> startable() {
        return repositoryService
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .startableInTasklist()
                .startablePermissionCheck()
                .list()
                .stream()
                .map(process -> new Startable(process.getKey(), process.getName(), purposeOf(process)))
                .sorted(Folded.alphabetically(Startable::name))
                .toList();
    }

    private String purposeOf(ProcessDefinition definition) {
        return repositoryService.getBpmnModelInstance(definition.getId()).getModelElementsByType(Process.class).stream()
                .flatMap(process -> process.getDocumentations().stream())
                .map(Documentation::getTextContent)
                .findFirst()
                .map(StartController::firstSentence)
                .orElse("");
    }

    /** Without the law in brackets, which the documentation ends with. */
    static String firstSentence(String documentation) {
        var text = documentation.strip();
        var end = text.indexOf(". ");
        var sentence = end < 0 ? text : text.substring(0, end + 1);
        return sentence.replaceAll("\\s*\\([^()]*\\)(?=\\.?$)", "");
    }
}
