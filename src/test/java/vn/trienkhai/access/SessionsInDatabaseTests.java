package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

/** What is read back from the table of sessions, whoever wrote it there. */
class SessionsInDatabaseTests {

    private static final List<String> READ = new ArrayList<>();

    /** Does something when it is read, as such classes of libraries do. */
    private static class Trap implements Serializable {

        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            READ.add("sprung");
            return this;
        }
    }

    @Test
    void readsWhoIsSignedInAndSinceWhen() {
        var person = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated("y-te.head", null, AuthorityUtils.NO_AUTHORITIES));

        assertThat(readBack(person)).isEqualTo(person);
        assertThat(readBack(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void passesOverAClassThatNoSessionHolds() {
        assertThat(readBack(new Trap())).isNull();
        assertThat(readBack(new ArrayList<>(List.of(new Trap())))).isNull();
        assertThat(READ).isEmpty();
    }

    private static Object readBack(Object written) {
        var sessions = new SessionsInDatabase();
        sessions.setBeanClassLoader(SessionsInDatabaseTests.class.getClassLoader());
        return sessions.springSessionConversionService()
                .convert(new SerializingConverter().convert(written), Object.class);
    }
}
