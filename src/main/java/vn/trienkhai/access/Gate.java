package vn.trienkhai.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The one gate of the program: webapps, our pages, our data and the engine's interface lie behind it, and what it does not
 * name as open is closed. See docs/decisions/0021.
 */
@Configuration(proxyBeanMethods = false)
class Gate {

    static final String SIGN_IN = "/dang-nhap";
    static final String SIGN_OUT = "/dang-xuat";
    static final String TOKEN_HEADER = "X-XSRF-TOKEN";

    /** What needs no account: the sign-in page with what it loads, calendars (their address is the secret); health and figures, on the management port. */
    private static final RequestMatcher OPEN = any(
            SIGN_IN,
            "/trien-khai/trang.css",
            "/trien-khai/dang-nhap-1.0.0.js",
            "/camunda/favicon.ico",
            "/lich/*",
            "/actuator/health",
            "/actuator/health/*",
            "/actuator/prometheus");

    /** Ways past the gate that the webapps bring with them: their own sign-in, the first administrator, guessing passwords. */
    private static final RequestMatcher NEVER = any(
            "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/admin/setup/**",
            "/camunda/api/engine/engine/*/identity/verify");

    /** Kept by nobody on the way, nor by the browser after signing out. */
    private static final RequestMatcher PRIVATE = any("/api/**", "/viec/**", SIGN_IN);

    /** The webapps' data, which say "no-cache" by themselves and may be kept so; not the scripts of their plugins. */
    private static final RequestMatcher DATA_OF_WEBAPPS = new AndRequestMatcher(
            any("/camunda/api/**"), new NegatedRequestMatcher(any("/camunda/api/*/plugin/*/static/**")));

    /** The webapps' own "Đăng xuất", too. */
    private static final RequestMatcher LEAVING = new OrRequestMatcher(
            withDefaults().matcher(HttpMethod.POST, SIGN_OUT),
            withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"));

    private static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(
                Stream.of(patterns).<RequestMatcher>map(withDefaults()::matcher).toList());
    }

    @Bean
    SecurityFilterChain gateOfEverything(
            HttpSecurity http,
            SignInResult signInResult,
            SignedOut signedOut,
            AtTheGate atTheGate,
            SessionAge sessionAge,
            ProcessEngine engine,
            ObjectProvider<ClientRegistrationRepository> providers,
            PeopleOfTheProvider peopleOfTheProvider)
            throws Exception {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(TOKEN_HEADER);
        var provider = providers.getIfAvailable();
        if (provider != null) {
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, Providers.SIGN_IN);
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            http.oauth2Login(elsewhere -> elsewhere
                    .loginPage(SIGN_IN)
                    .authorizationEndpoint(authorization -> authorization.authorizationRequestResolver(resolver))
                    .userInfoEndpoint(people -> people.oidcUserService(peopleOfTheProvider))
                    .successHandler(signInResult)
                    .failureHandler(signInResult));
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(NEVER)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage(SIGN_IN).successHandler(signInResult).failureHandler(signInResult))
                .logout(leaving -> leaving.logoutRequestMatcher(LEAVING)
                        .deleteCookies(TokenForPages.COOKIE)
                        .logoutSuccessHandler(signedOut))
                .exceptionHandling(
                        refusing -> refusing.authenticationEntryPoint(atTheGate).accessDeniedHandler(atTheGate))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(changes -> changes.csrfTokenRepository(tokens).csrfTokenRequestHandler(new TokenOfAChange()))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OurPages.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(
                                opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN_ALLOW_POPUPS))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(
                                new DelegatingRequestMatcherHeaderWriter(PRIVATE, new CacheControlHeadersWriter()))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                DATA_OF_WEBAPPS,
                                (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"))))
                .addFilterAfter(sessionAge, SecurityContextHolderFilter.class)
                .addFilterAfter(new EngineKnowsWhoIsThere(engine, atTheGate), AuthorizationFilter.class)
                .addFilterAfter(new TokenForPages(), EngineKnowsWhoIsThere.class)
                .build();
    }

    @Bean
    AtTheGate atTheGate(ObjectMapper json) {
        return new AtTheGate(json);
    }

    @Bean
    SessionAge sessionAge(Clock clock, AccessSettings settings) {
        return new SessionAge(clock, settings);
    }

    /** Only in the chain above, not a second time before every request. */
    @Bean
    FilterRegistrationBean<SessionAge> sessionAgeOnlyInTheGate(SessionAge age) {
        var registration = new FilterRegistrationBean<>(age);
        registration.setEnabled(false);
        return registration;
    }

    /** One mechanism against changes from other sites is enough: a filter of this name keeps Camunda's own away. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer withoutCamundasToken() {
        return context -> context.addFilter(
                "CsrfPreventionFilter", (Filter) (request, response, chain) -> chain.doFilter(request, response));
    }
}
