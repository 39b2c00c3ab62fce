package vn.trienkhai.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts our own data behind the sign-in of the webapps, and our words into the engine's refusals. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    private static final String OUR_DATA = "/api/*";
    private static final String LINKS_TO_TASKS = "/viec/*";
    private static final String OUR_PAGES = "/trien-khai/*";

    @Bean
    FilterRegistrationBean<AuthenticationFilter> webappSession() {
        var registration = new FilterRegistrationBean<>(new AuthenticationFilter());
        registration.setName("webappSessionForOurData");
        registration.addUrlPatterns(OUR_DATA, LINKS_TO_TASKS);
        registration.setOrder(0);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SignedIn> signedIn(IdentityService identityService, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new SignedIn(identityService, json));
        registration.addUrlPatterns(OUR_DATA);
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OwnScriptsOnly> ownScriptsOnly() {
        var registration = new FilterRegistrationBean<>(new OwnScriptsOnly());
        registration.addUrlPatterns(OUR_PAGES, LINKS_TO_TASKS);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineErrorsInVietnamese> engineErrorsInVietnamese(
            ObjectMapper json, Refusals refusals, GoneTasks goneTasks) {
        var registration = new FilterRegistrationBean<>(new EngineErrorsInVietnamese(json, refusals, goneTasks));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
