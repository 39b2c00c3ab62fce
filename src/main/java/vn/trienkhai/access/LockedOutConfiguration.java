package vn.trienkhai.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.trienkhai.audit.SignIns;

/** Puts {@link LockedOut} before everything that answers with data, and before the pages. */
@Configuration(proxyBeanMethods = false)
class LockedOutConfiguration {

    /** After whoever finds out who is signed in, before the webapps' own filters. */
    private static final int ORDER = -50;

    @Bean
    FilterRegistrationBean<LockedOut> lockedOut(AccountLocks locks, SignIns signIns, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new LockedOut(locks, signIns, json));
        registration.addUrlPatterns("/camunda/api/*", "/camunda/app/*", "/api/*", "/viec/*", "/trien-khai/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
