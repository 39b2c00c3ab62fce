package vn.trienkhai.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Gives our own data the person whom the webapps know, and our words to the engine's refusals. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

    private static final String OUR_DATA = "/api/*";
    private static final String LINKS_TO_TASKS = "/viec/*";

    @Bean
    FilterRegistrationBean<AuthenticationFilter> webappSession(
            @Value("${camunda.bpm.webapp.auth.cache.time-to-live}") String groupsLookedUpAfter) {
        var registration = new FilterRegistrationBean<>(new AuthenticationFilter());
        registration.addInitParameter(AuthenticationFilter.AUTH_CACHE_TTL_INIT_PARAM_NAME, groupsLookedUpAfter);
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
    FilterRegistrationBean<EngineErrorsInVietnamese> engineErrorsInVietnamese(
            ObjectMapper json, Refusals refusals, GoneTasks goneTasks) {
        var registration = new FilterRegistrationBean<>(new EngineErrorsInVietnamese(json, refusals, goneTasks));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
