package vn.trienkhai.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen, and how they are kept. Long ones that nobody guesses soon (OWASP ASVS 4.0, 2.1.1, 2.1.2,
 * 2.1.7); which kinds of characters they are made of is nobody's business (2.1.9).
 */
@Component
class PasswordRules extends AbstractProcessEnginePlugin {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Of 0 to 4 (zxcvbn): from 3 on, 10^8 guesses are not enough. */
    private static final int HARD_TO_GUESS = 3;

    /** What lies near for whoever works here, beside the common passwords and words that the library knows. */
    private static final List<String> NEAR_AT_HAND = List.of(
            "trienkhai",
            "kehoach",
            "phuquoc",
            "kiengiang",
            "angiang",
            "matkhau",
            "vietnam",
            "quantri",
            "uyban",
            "ubnd",
            "camunda",
            "xinchao",
            "anhyeuem",
            "taikhoan",
            "dangnhap");

    /** More is not looked at: the time that a judgement takes grows with the square of the length. */
    private static final int LOOKED_AT = 64;

    /** Reads its lists when the first password is judged, and not whenever the program starts. */
    private static final class Guesses {

        private static final Zxcvbn GUESSES = new Zxcvbn();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new PasswordHash());
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(() -> List.of(new Length(), new HardToGuess()));
    }

    static boolean isTooShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    /** @param ofThePerson names and words that whoever knows the person tries first */
    static boolean isSoonGuessed(String password, Collection<String> ofThePerson) {
        var tried = new ArrayList<>(NEAR_AT_HAND);
        ofThePerson.stream()
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\d]+"))))
                .filter(word -> !word.isBlank())
                .forEach(tried::add);
        var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return Guesses.GUESSES.measure(beginning, tried).getScore() < HARD_TO_GUESS;
    }

    /** The texts for these names stand in the webapps' vi.json. */
    private static class Length implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_LENGTH";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", Integer.toString(SHORTEST));
        }

        @Override
        public boolean execute(String password) {
            return !isTooShort(password) && password.length() <= LONGEST;
        }
    }

    private static class HardToGuess implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_USER_DATA";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return !isSoonGuessed(password, List.of());
        }

        @Override
        public boolean execute(String password, User user) {
            return user == null
                    ? execute(password)
                    : !isSoonGuessed(
                            password,
                            Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                                    .filter(Objects::nonNull)
                                    .toList());
        }
    }
}
