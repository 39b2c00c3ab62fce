package vn.trienkhai.access;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The OpenID Connect providers that the settings name: where one signs in there, and out. */
@Component
class Providers {

    static final String SIGN_IN = "/oauth2/authorization";

    private final ObjectProvider<ClientRegistrationRepository> registered;

    Providers(ObjectProvider<ClientRegistrationRepository> registered) {
        this.registered = registered;
    }

    /** Paths that begin the sign-in, with what the button says. */
    Map<String, String> signIns() {
        var signIns = new TreeMap<String, String>();
        if (registered.getIfAvailable() instanceof Iterable<?> all) {
            all.forEach(one -> {
                var registration = (ClientRegistration) one;
                signIns.put(SIGN_IN + "/" + registration.getRegistrationId(), registration.getClientName());
            });
        }
        return signIns;
    }

    /** Where the person's session at the provider ends too; from there the browser comes back to the address given. */
    Optional<String> signOut(Authentication person, String backTo) {
        if (person instanceof OAuth2AuthenticationToken token && token.getPrincipal() instanceof OidcUser user) {
            var provider = registered.getObject().findByRegistrationId(token.getAuthorizedClientRegistrationId());
            var endpoint =
                    provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            return Optional.ofNullable(endpoint).map(address -> UriComponentsBuilder.fromUriString(address.toString())
                    .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                    .queryParam("client_id", provider.getClientId())
                    .queryParam("post_logout_redirect_uri", backTo)
                    .encode()
                    .toUriString());
        }
        return Optional.empty();
    }
}
