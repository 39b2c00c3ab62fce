package vn.trienkhai.access;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People whom another system knows: a directory (profile "ldap") or an identity provider (profile "oidc").
 *
 * @param groups what the other system calls a group, and the post or unit that it means here; "camunda-admin" for
 *     administrators. A group that is called like a post or unit needs no entry
 * @param ldap where the directory is and how people and groups are found there
 * @param oidc which claims tell the person and the groups
 */
@ConfigurationProperties("plan.access.directory")
record DirectorySettings(@DefaultValue Map<String, String> groups, @DefaultValue Ldap ldap, @DefaultValue Oidc oidc) {

    /**
     * @param url with the base, as ldaps://host:636/dc=example,dc=vn
     * @param manager who may search; empty: anonymous
     * @param people where people are, below the base
     * @param person filter; {0} is the name given at the sign-in
     * @param userId attribute with the user id of the organisation chart
     * @param groups where groups are, below the base
     * @param member filter; {0} is the distinguished name of the person
     * @param groupName attribute with a group's name
     */
    record Ldap(
            String url,
            @DefaultValue("") String manager,
            @DefaultValue("") String managerPassword,
            @DefaultValue("") String people,
            @DefaultValue("(uid={0})") String person,
            @DefaultValue("uid") String userId,
            @DefaultValue("") String groups,
            @DefaultValue("(member={0})") String member,
            @DefaultValue("cn") String groupName) {}

    /**
     * @param userId claim with the user id of the organisation chart
     * @param groups claim with the names of the groups
     */
    record Oidc(@DefaultValue("preferred_username") String userId, @DefaultValue("groups") String groups) {}
}
