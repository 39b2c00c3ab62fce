package vn.trienkhai.access;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.ldap.NamingException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.DefaultLdapAuthoritiesPopulator;
import org.springframework.stereotype.Component;

/** Accounts in a directory: the password is tried by binding there, the groups there mean posts and units here. */
@Component
@Profile("ldap")
@Order(0)
class PasswordOfTheDirectory implements PasswordCheck {

    private final DirectorySettings.Ldap settings;
    private final ArrivalsFromElsewhere arrivals;
    private final BindAuthenticator directory;
    private final DefaultLdapAuthoritiesPopulator groups;

    PasswordOfTheDirectory(DirectorySettings settings, ArrivalsFromElsewhere arrivals) {
        this.settings = settings.ldap();
        this.arrivals = arrivals;
        var source = new DefaultSpringSecurityContextSource(this.settings.url());
        source.setUserDn(this.settings.manager());
        source.setPassword(this.settings.managerPassword());
        source.setAnonymousReadOnly(this.settings.manager().isEmpty());
        source.afterPropertiesSet();
        directory = new BindAuthenticator(source);
        directory.setUserSearch(new FilterBasedLdapUserSearch(this.settings.people(), this.settings.person(), source));
        directory.afterPropertiesSet();
        groups = new DefaultLdapAuthoritiesPopulator(source, this.settings.groups());
        groups.setGroupSearchFilter(this.settings.member());
        groups.setGroupRoleAttribute(this.settings.groupName());
        groups.setSearchSubtree(true);
        groups.setRolePrefix("");
        groups.setConvertToUpperCase(false);
    }

    @Override
    public Optional<String> accountOf(String name, String password) {
        try {
            var found = directory.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
            var userId = found.getStringAttribute(settings.userId());
            if (userId == null) {
                throw new NotInTheOrganisation(name);
            }
            arrivals.admit(
                    userId,
                    groups.getGrantedAuthorities(found, name).stream()
                            .map(GrantedAuthority::getAuthority)
                            .collect(Collectors.toSet()));
            return Optional.of(userId);
        } catch (NotInTheOrganisation stranger) {
            throw stranger;
        } catch (InternalAuthenticationServiceException | NamingException unreachable) {
            throw new AuthenticationServiceException("The directory does not answer", unreachable);
        } catch (AuthenticationException wrong) {
            return Optional.empty();
        }
    }
}
