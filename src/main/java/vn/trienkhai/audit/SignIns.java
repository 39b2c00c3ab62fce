package vn.trienkhai.audit;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Records who came in, who did not, and who left. The network address is kept, because only it tells one attack from many
 * mistakes; a name that no account has is not, because people type passwords there.
 */
@Component
public class SignIns {

    private static final String ACCOUNT = "ACCOUNT";
    private static final String ADDRESS = "address";
    private static final String NOBODY = "unknown";

    private final Audit audit;
    private final ObjectProvider<Actors> actors;

    SignIns(Audit audit, ObjectProvider<Actors> actors) {
        this.audit = audit;
        this.actors = actors;
    }

    /** @param way how the person proved who they are: password, oidc, ldap */
    public void succeeded(String userId, String way, String address) {
        record(userId, "SIGN_IN", userId, Map.of("way", way, ADDRESS, address));
    }

    /** @param typed what stood in the field for the name @param reason a code: bad-credentials, locked, throttled */
    public void refused(String typed, String reason, String address) {
        var known = typed != null && actors.stream().anyMatch(all -> all.isAccount(typed));
        record(null, "SIGN_IN_REFUSED", known ? typed : NOBODY, Map.of("reason", reason, ADDRESS, address));
    }

    /** Too many wrong guesses, or somebody else's decision; for that one see the act ACCOUNT_LOCKED. */
    public void locked(String userId, String reason, String address) {
        record(null, "SIGN_IN_LOCKED", userId, Map.of("reason", reason, ADDRESS, address));
    }

    /** @param reason a code: by-request, expired, account-locked, ended-elsewhere */
    public void signedOut(String userId, String reason) {
        record(userId, "SIGN_OUT", userId, Map.of("reason", reason));
    }

    private void record(String actor, String act, String subject, Map<String, String> after) {
        audit.record(new AuditAct(actor, act, ACCOUNT, subject, Map.of(), after));
    }
}
