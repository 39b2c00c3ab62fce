package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are good enough, and how they are kept. */
class PasswordRulesTests {

    private static final List<String> PERSON =
            List.of("nguyen.thi.hoa", "Nguyễn Thị Hoa", "nguyenthihoa@phuquoc.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234", // common ones
                "qwertyuiop12",
                "123456789012",
                "iloveyou1234",
                "aaaaaaaaaaaaaaaa", // repetitions and sequences
                "abcabcabcabc",
                "abcdefghijklmnop",
                "trienkhai2026", // near at hand here
                "phuquoc123456",
                "MatKhau@2026",
                "nguyen.thi.hoa", // of the person
                "nguyenthihoa1"
            })
    void refusesWhatIsSoonGuessed(String password) {
        assertThat(PasswordRules.isSoonGuessed(password, PERSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thuyen go nang sao", "mot-cau-dai-va-rieng", "bien chieu lang song vo", "kX9vTq2mLw7z"})
    void takesWhatIsHardToGuessWhateverItIsMadeOf(String password) {
        assertThat(PasswordRules.isSoonGuessed(password, PERSON)).isFalse();
        assertThat(PasswordRules.isTooShort(password)).isFalse();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PasswordRules.isTooShort("biển chiều ")).isTrue(); // 11
        assertThat(PasswordRules.isTooShort("biển chiều 1")).isFalse(); // 12
        assertThat(PasswordRules.isTooShort("😀😀😀😀😀😀")).isTrue(); // 6, of two units each
    }

    @Test
    void keepsNoPasswordTwiceTheSameAndReadsWhatTheEngineKeptBefore() {
        var now = new PasswordManager(new PasswordHash(), List.of());
        var before = new PasswordManager(new Sha512HashDigest(), List.of());
        var salted = "thuyen go nang sao" + new Default16ByteSaltGenerator().generateSalt();

        var one = now.encrypt(salted);

        assertThat(one).startsWith("{PBKDF2-SHA512-210000}").hasSizeLessThan(255); // the column
        assertThat(now.encrypt(salted)).isNotEqualTo(one);
        assertThat(now.check(salted, one)).isTrue();
        assertThat(now.check(salted + "x", one)).isFalse();
        assertThat(now.check(salted, before.encrypt(salted))).isTrue();
    }
}
