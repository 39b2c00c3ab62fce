package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.catalina.core.StandardHost;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands between whoever is signed in and what the engine or our data would let them change. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

    /** Behind whatever says who is signed in. */
    @Bean
    FilterRegistrationBean<EngineChanges> engineChanges(
            ProcessEngine engine, Accounts accounts, OpenSessions sessions, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new EngineChanges(engine, accounts, sessions, json));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setMatchAfter(true);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(json));
        registration.addUrlPatterns("/api/*", "/camunda/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    /** The engine's page that makes the first administrator for whoever comes first: here the program makes one. */
    @Bean
    FilterRegistrationBean<NoFirstComer> noFirstComer() {
        var registration = new FilterRegistrationBean<>(new NoFirstComer());
        registration.addUrlPatterns("/camunda/api/admin/setup/*", "/camunda/app/admin/default/setup/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OwnApplicationsOnly> ownApplicationsOnly(
            IdentityService identityService, AuthorizationService authorizationService, ObjectMapper json) {
        var registration =
                new FilterRegistrationBean<>(new OwnApplicationsOnly(identityService, authorizationService, json));
        registration.addUrlPatterns("/camunda/api/cockpit/*", "/camunda/api/admin/*", "/camunda/api/tasklist/*");
        registration.setMatchAfter(true);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorsInVietnamese() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ErrorsInVietnamese.class.getName());
            }
        });
    }
}
