package vn.trienkhai.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * The same models on stock Camunda: without any listener or delegate of ours, with no record beside the engine's own full
 * history; the driver sends the variables that the gateways need and nothing else. Authorisations are on, as in the program.
 */
class StockCampaign extends Campaign {

    static final LocalDateTime DUE = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusMonths(2);

    private static final List<String> MODELS = List.of(
            "assignment/duty-assignment.bpmn",
            "assignment/overdue-escalation.bpmn",
            "content/unit-campaign.bpmn",
            "content/content-production.bpmn",
            "content/channel-dissemination.bpmn");

    private static final Date DUE_DATE =
            Date.from(DUE.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());

    /** Stands for the bean of this name; public as expressions ask. */
    public static class Deadlines {
        public Date workingDaysBefore(Date due, int days) {
            return due;
        }
    }

    private StockCampaign(ProcessEngine engine) {
        super(engine);
    }

    static String today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    static StockCampaign on(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(true);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setMetricsEnabled(true);
        var beans = new HashMap<Object, Object>();
        beans.put("deadlines", new Deadlines());
        configuration.setBeans(beans);
        var engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment().name("stock");
        MODELS.forEach(model -> deployment.addModelInstance(model, bare(model)));
        for (var table : List.of("assignment/escalation-ladder.dmn", "content/approval-route.dmn")) {
            deployment.addString(table, read(table));
        }
        deployment.deploy();
        return new StockCampaign(engine);
    }

    private static BpmnModelInstance bare(String model) {
        var bare = Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(
                read(model).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var ours = new ArrayList<org.camunda.bpm.model.xml.instance.ModelElementInstance>();
        ours.addAll(bare.getModelElementsByType(CamundaTaskListener.class));
        ours.addAll(bare.getModelElementsByType(CamundaExecutionListener.class));
        ours.forEach(element -> element.getParentElement().removeChildElement(element));
        for (var task : bare.getModelElementsByType(ServiceTask.class)) {
            task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
            task.setCamundaExpression("${true}");
        }
        return bare;
    }

    private static String read(String model) {
        try {
            return Files.readString(Path.of("processes", model));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    UUID open() {
        var key = UUID.randomUUID();
        var leads = "phong-kinh-te.head,phong-kinh-te.deputy";
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "duty-assignment",
                        key.toString(),
                        Variables.putValue("assignment", key.toString())
                                .putValue("unit", "phong-kinh-te")
                                .putValue("leads", leads)
                                .putValue("assigner", "phong-vhtt")
                                .putValue("officers", "")
                                .putValue("due", DUE_DATE)
                                .putValue("subject", "KT-2a – Phòng Kinh tế")
                                .putValue("workProcess", "unit-campaign"));
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "overdue-escalation",
                        key.toString(),
                        Variables.putValue("escalationOf", key.toString())
                                .putValue("subject", "KT-2a – Phòng Kinh tế")
                                .putValue("urgency", "ORDINARY")
                                .putValue("kind", "DISSEMINATION")
                                .putValue("ladderSince", new Date())
                                .putValue("anyRung", true)
                                .putValue("nextRungAt", DUE_DATE));
        return key;
    }

    @Override
    Map<String, Object> answer(Step step) {
        return switch (step) {
            case CONFIRM_RECEIPT -> Map.of("receiptAccepted", true);
            case HAND_OUT -> Map.of("officers", OFFICER);
            case CHOOSE_CONTENT -> Map.of("contentAct", "WRITE", "content", UUID.randomUUID().toString());
            case DRAFT -> Map.of(
                    "draftHandedIn", true,
                    "formCheckers", "van-phong",
                    "channelGroup", "VISUAL",
                    "scope", "UNIT",
                    "unitKind", "DEPARTMENT",
                    "approvers", "phong-kinh-te.head,phong-kinh-te.deputy");
            case CHECK_CONTENT -> Map.of("contentSound", true);
            case CHECK_FORM -> Map.of("formSound", true);
            case APPROVE -> Map.of("contentApproved", true);
            case CHOOSE_CHANNELS -> Map.of("runs", new ArrayList<>(List.of(UUID.randomUUID().toString())));
            case DISSEMINATE -> Map.of("runOutcome", "DONE");
            case SUBMIT -> Map.of();
            case REVIEW -> Map.of("resultAccepted", true);
        };
    }

    @Override
    void accepted(UUID key) {
        engine.getRuntimeService()
                .createMessageCorrelation("ladder-ended")
                .processInstanceVariableEquals("escalationOf", key.toString())
                .correlateAll();
    }
}
