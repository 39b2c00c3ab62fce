package vn.trienkhai.access;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * How a password is kept: PBKDF2 with HMAC-SHA-512, 16 bytes of salt and 210 000 rounds (OWASP ASVS 4.0, 2.4.1 to 2.4.4, and
 * the rounds of OWASP's Password Storage Cheat Sheet), where the engine's own SHA-512 runs once. Hashes that the engine made
 * before stay right until that password changes.
 */
class PasswordHash implements PasswordEncryptor {

    private static final int BYTES_OF_SALT = 16;
    private static final int ROUNDS = 210_000;

    private static final Pbkdf2PasswordEncoder ENCODER =
            new Pbkdf2PasswordEncoder("", BYTES_OF_SALT, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);

    /** Takes as long as a check, so that no clock tells whether there is such an account, or whether it is locked. */
    static void takeTheTimeOfACheck(String password) {
        ENCODER.encode(password);
    }

    @Override
    public String encrypt(String password) {
        return ENCODER.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return ENCODER.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA512-" + ROUNDS;
    }
}
