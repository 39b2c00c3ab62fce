package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.Browserless;

/** Signing in with a password that only a directory knows: a real LDAP server, asked over the network. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"test", "ldap"})
@DirtiesContext
class DirectoryTests {

    private static final InMemoryDirectoryServer DIRECTORY = directory();

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry registry) {
        registry.add("LDAP_URL", () -> "ldap://localhost:" + DIRECTORY.getListenPort() + "/dc=phuquoc,dc=vn");
        registry.add("plan.access.directory.groups.[Trưởng phòng Y tế]", () -> "y-te.head");
        registry.add("plan.access.directory.groups.[Quản trị phần mềm]", () -> "camunda-admin");
        registry.add("LDAP_MANAGER", () -> "cn=tim,dc=phuquoc,dc=vn");
        registry.add("LDAP_MANAGER_PASSWORD", () -> "chi-de-tim");
    }

    private static InMemoryDirectoryServer directory() {
        try {
            var config = new InMemoryDirectoryServerConfig("dc=phuquoc,dc=vn");
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap", 0));
            config.addAdditionalBindCredentials("cn=tim,dc=phuquoc,dc=vn", "chi-de-tim");
            config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            config.setSchema(null);
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=phuquoc,dc=vn", "objectClass: domain", "dc: phuquoc");
            server.add("dn: ou=people,dc=phuquoc,dc=vn", "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups,dc=phuquoc,dc=vn", "objectClass: organizationalUnit", "ou: groups");
            person(server, "y-te.head", "mat-khau-danh-ba-1");
            person(server, "y-te.officer", "mat-khau-danh-ba-2");
            person(server, "nguoi-la", "mat-khau-danh-ba-3");
            person(server, "quan-tri", "mat-khau-danh-ba-4");
            group(server, "Trưởng phòng Y tế", "y-te.head");
            group(server, "y-te", "y-te.officer");
            group(server, "camunda-admin", "y-te.officer"); // called like ours, but never named in the settings
            group(server, "tu-phap.head", "nguoi-la");
            group(server, "Quản trị phần mềm", "quan-tri");
            server.startListening();
            return server;
        } catch (LDAPException | LDIFException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void person(InMemoryDirectoryServer server, String uid, String password)
            throws LDAPException, LDIFException {
        server.add(
                "dn: uid=" + uid + ",ou=people,dc=phuquoc,dc=vn",
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: " + password);
    }

    private static void group(InMemoryDirectoryServer server, String name, String member)
            throws LDAPException, LDIFException {
        server.add(
                "dn: cn=" + name + ",ou=groups,dc=phuquoc,dc=vn",
                "objectClass: groupOfNames",
                "cn: " + name,
                "member: uid=" + member + ",ou=people,dc=phuquoc,dc=vn");
    }

    @AfterAll
    static void close() {
        DIRECTORY.shutDown(true);
    }

    @Test
    void givesThePostsAndUnitsThatTheGroupsMean() {
        assertThat(comesIn("y-te.head", "mat-khau-danh-ba-1")).isTrue();

        assertThat(groupsOf("y-te.head")).containsExactlyInAnyOrder("y-te", "y-te.head");
    }

    @Test
    void takesAwayWhatTheDirectoryTookAway() throws Exception {
        var group = "cn=Trưởng phòng Y tế,ou=groups,dc=phuquoc,dc=vn";
        var member = "uid=y-te.officer,ou=people,dc=phuquoc,dc=vn";
        DIRECTORY.modify(group, new Modification(ModificationType.ADD, "member", member));
        comesIn("y-te.officer", "mat-khau-danh-ba-2");
        assertThat(groupsOf("y-te.officer")).containsExactlyInAnyOrder("y-te", "y-te.head");

        DIRECTORY.modify(group, new Modification(ModificationType.DELETE, "member", member));
        comesIn("y-te.officer", "mat-khau-danh-ba-2");

        assertThat(groupsOf("y-te.officer")).containsExactly("y-te");
    }

    @Test
    void makesAdministratorsOnlyOfTheGroupThatTheSettingsName() {
        assertThat(comesIn("quan-tri", "mat-khau-danh-ba-4")).isTrue();
        assertThat(groupsOf("quan-tri")).containsExactly("camunda-admin");

        comesIn("y-te.officer", "mat-khau-danh-ba-2");
        assertThat(groupsOf("y-te.officer")).doesNotContain("camunda-admin");
    }

    @Test
    void keepsOutWhoIsNotInTheOrganisation() {
        var session = Browserless.anonymous(port);

        var answer = session.signIn("nguoi-la", "mat-khau-danh-ba-3");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/dang-nhap");
        assertThat(session.get("/dang-nhap").body()).contains("chưa được xếp vào đơn vị và chức danh nào");
        assertThat(identityService.createUserQuery().userId("nguoi-la").count()).isZero();
    }

    @Test
    void refusesAWrongPasswordAnEmptyOneAndAFilterInTheName() {
        assertThat(comesIn("y-te.head", "sai")).isFalse();
        assertThat(comesIn("y-te.head", "")).isFalse();
        assertThat(comesIn("*", "mat-khau-danh-ba-1")).isFalse();
        assertThat(comesIn("y-te.head)(uid=*", "mat-khau-danh-ba-1")).isFalse();
    }

    @Test
    void leavesPasswordsInTheProgramToAdministrators() {
        assertThat(comesIn("admin", "trienkhai")).isTrue();
        assertThat(comesIn("tu-phap.head", "trienkhai")).isFalse();
    }

    private boolean comesIn(String name, String password) {
        var session = Browserless.anonymous(port);
        session.signIn(name, password);
        return session.get("/api/notices/unread").statusCode() == 200;
    }

    private List<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
