package vn.trienkhai.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Camunda's webapps, whose filters come next, who came through the gate: with the groups that the engine knows, which
 * they look up anew after a minute, so that a substitution begins and ends in open sessions too. Whoever has no account in
 * the engine any more is signed out.
 */
class EngineKnowsWhoIsThere extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final AtTheGate atTheGate;

    EngineKnowsWhoIsThere(ProcessEngine engine, AtTheGate atTheGate) {
        this.engine = engine;
        this.atTheGate = atTheGate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = request.getUserPrincipal();
        if (person != null) {
            var inTheWebapps = AuthenticationUtil.getAuthsFromSession(request.getSession());
            var known = inTheWebapps.getAuthenticationForProcessEngine(engine.getName());
            if (known == null || !known.getIdentityId().equals(person.getName())) {
                var account = AuthenticationUtil.createAuthentication(engine, person.getName());
                if (account == null) {
                    request.getSession().invalidate();
                    atTheGate.commence(
                            request, response, new InsufficientAuthenticationException("The account is gone"));
                    return;
                }
                inTheWebapps.addOrReplace(account);
            }
        }
        chain.doFilter(request, response);
    }
}
