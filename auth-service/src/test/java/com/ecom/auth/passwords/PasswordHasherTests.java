package com.ecom.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.model.AuthRefusal;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHasherTests {

    @Test
    void hashesWithArgon2idAndOwaspsMinimumCost() {
        var passwords = new PasswordHasher();
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct house", hash)).isFalse();
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void aPasswordIsTheSameHoweverTheSystemWritesItsLetters() {
        var passwords = new PasswordHasher();

        var hash = passwords.hash("caf\u00E9 au lait");
        assertThat(passwords.matches("cafe\u0301 au lait", hash)).isTrue();
        assertThat(passwords.matches("cafe au lait", hash)).isFalse();

        var fromBefore = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode("cafe\u0301 au lait");
        assertThat(passwords.matches("cafe\u0301 au lait", fromBefore)).isTrue();
    }

    @Test
    void refusesTheMostCommonPasswords() {
        var passwords = new PasswordHasher(new SlowEncoder(new CountDownLatch(0)));

        assertThat(CommonPasswords.count()).isGreaterThan(30_000);
        for (var common : List.of(
                "password1",
                "PassWord1",
                "baseball",
                "qwertyuiop",
                "1234567890",
                "ecom-Shop-2026",
                "Admin_password!")) {
            assertThatExceptionOfType(AuthRefusal.PasswordTooCommon.class)
                    .as(common)
                    .isThrownBy(() -> passwords.hash(common));
        }
        for (var good :
                List.of("correct horse battery", "shopping for a horse", "8246-1357-9024-6813", "пароль от магазина")) {
            assertThat(passwords.hash(good)).isEqualTo(good);
        }
    }

    @Test
    void renewsAHashThatWasMadeAtALowerCostEvenOfACommonPassword() {
        var passwords = new PasswordHasher();
        var cheap = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode("password1");

        var renewed = passwords.rehash("password1", cheap).orElseThrow();

        assertThat(renewed).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("password1", renewed)).isTrue();
        assertThat(passwords.rehash("password1", renewed)).isEmpty();
    }

    @Test
    void worksAsHardForAnAccountThatDoesNotExistAndNeverMatches() {
        var encoder = new SlowEncoder(new CountDownLatch(0));
        var passwords = new PasswordHasher(encoder);

        assertThat(passwords.matches("dummy", null)).isFalse();
        assertThat(encoder.hashes).hasValue(1);
    }

    @Test
    void hashesTwoAtATimeLetsTwentyWaitAndRefusesTheRest() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var encoder = new SlowEncoder(goOn);
        var passwords = new PasswordHasher(encoder);
        var threads = Stream.generate(() -> new Thread(() -> passwords.matches("secret", "secret")))
                .limit(22)
                .toList();
        threads.forEach(Thread::start);
        await().until(() -> threads.stream()
                .allMatch(it -> it.getState() == Thread.State.TIMED_WAITING || it.getState() == Thread.State.WAITING));

        assertThatExceptionOfType(AuthRefusal.TooBusy.class).isThrownBy(() -> passwords.matches("secret", "secret"));
        assertThat(encoder.running).hasValue(2);

        goOn.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(encoder.hashes).hasValue(22);
        assertThat(passwords.matches("secret", "secret")).isTrue();
    }

    /** Takes as long as the test wants. */
    private static class SlowEncoder implements PasswordEncoder {

        private final CountDownLatch goOn;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger hashes = new AtomicInteger();

        SlowEncoder(CountDownLatch goOn) {
            this.goOn = goOn;
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            running.incrementAndGet();
            hashes.incrementAndGet();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            running.decrementAndGet();
            return String.valueOf(password).equals(hash);
        }
    }
}
