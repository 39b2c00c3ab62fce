package vn.trienkhai.access;

import java.util.List;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Accounts at an OpenID Connect provider: its claims name the person and the groups, which mean posts and units here. */
@Component
class PeopleOfTheProvider implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final DirectorySettings.Oidc claims;
    private final ArrivalsFromElsewhere arrivals;

    PeopleOfTheProvider(DirectorySettings settings, ArrivalsFromElsewhere arrivals) {
        this.claims = settings.oidc();
        this.arrivals = arrivals;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var found = provider.loadUser(request);
        var userId = found.getClaimAsString(claims.userId());
        if (userId == null) {
            throw new NotInTheOrganisation(found.getSubject());
        }
        var groups = found.getClaimAsStringList(claims.groups());
        arrivals.admit(userId, groups == null ? List.of() : groups);
        return new DefaultOidcUser(
                AuthorityUtils.NO_AUTHORITIES, found.getIdToken(), found.getUserInfo(), claims.userId());
    }
}
