package vn.trienkhai;

import jakarta.servlet.ServletContextEvent;
import java.util.List;
import org.camunda.bpm.admin.impl.web.bootstrap.AdminContainerBootstrap;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.camunda.bpm.welcome.impl.web.bootstrap.WelcomeContainerBootstrap;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.web.context.WebApplicationContext;

/**
 * Camunda's webapps keep themselves and their engine's name where all of the JVM shares them, but the contexts of several
 * tests live in one JVM, and the first to be closed takes the webapps of all with it. Each test meets its own context's.
 */
class OwnEngine implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        if (test.hasApplicationContext()) {
            var context = test.getApplicationContext();
            context.getBeanProvider(ProcessEngine.class).ifAvailable(OwnEngine::find);
            if (context instanceof WebApplicationContext web) {
                start(web);
            }
        }
    }

    private static void find(ProcessEngine engine) {
        var container = RuntimeContainerDelegate.INSTANCE.get();
        var known = container.getProcessEngineService().getProcessEngine(engine.getName());
        if (known != engine) {
            if (known != null) {
                container.unregisterProcessEngine(known);
            }
            container.registerProcessEngine(engine);
            ProcessEngines.registerProcessEngine(engine);
        }
    }

    private static void start(WebApplicationContext context) {
        if (Cockpit.getRuntimeDelegate() == null) {
            var begun = new ServletContextEvent(context.getServletContext());
            List.of(
                            new CockpitContainerBootstrap(),
                            new AdminContainerBootstrap(),
                            new TasklistContainerBootstrap(),
                            new WelcomeContainerBootstrap())
                    .forEach(webapp -> webapp.contextInitialized(begun));
        }
    }
}
