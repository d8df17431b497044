package com.ecom.proof.security;

import com.ecom.proof.security.fixture.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Guessing passwords through a door that knows where people are: from one network, at many accounts, from many networks.
 * No more guesses are looked at than is promised, and whatever strangers do, the owner gets in from where they were before.
 */
final class LockOuts {

    private static final String PASSWORD = "correct horse " + UUID.randomUUID();
    /** Free guesses per hour: of one account from one network, of any from one network, of one from everywhere. */
    private static final int OF_ONE_ACCOUNT = 5;

    private static final int OF_ONE_NETWORK = 50;
    private static final int FROM_EVERYWHERE = 100;
    private static final int SIGN_UPS = 20;
    private static final int AT_THE_DOOR = 12;
    private static final int BLOCK = ThreadLocalRandom.current().nextInt(256);

    private final URI door;
    private final String email = "owner-%s@example.com".formatted(UUID.randomUUID());
    private final String home = network(1);
    private final List<String> violations = new ArrayList<>();

    LockOuts(URI door) {
        this.door = door;
    }

    Outcome run() throws IOException, InterruptedException, ExecutionException {
        try (var people = Guesser.behindTheProxy()) {
            signUp(people, email, home);
            var one = people.askMany(12, _ -> guess(email, network(2)));
            looked("one account from one network", one, OF_ONE_ACCOUNT);
            ownerGetsIn(people, "a stranger guessed", network(3));
            var many = new ArrayList<Guesser.Heard>();
            var began = System.nanoTime();
            for (int round = 0; round < 6; round++) {
                many.addAll(inTime(
                        people, _ -> guess("nobody-%s@example.com".formatted(UUID.randomUUID()), network(4))));
            }
            looked("many accounts from one network", since(began, many), OF_ONE_NETWORK);
            var flood = people.askMany(FROM_EVERYWHERE + 30, n -> guess(email, network(100 + n)));
            looked("one account from many networks", flood, FROM_EVERYWHERE);
            ownerGetsIn(people, "many networks guessed", "");
            var opened = new ArrayList<Guesser.Heard>();
            began = System.nanoTime();
            for (int round = 0; round < 3; round++) {
                opened.addAll(inTime(
                        people,
                        _ -> request("signup", "many-%s@example.com".formatted(UUID.randomUUID()), network(5))));
            }
            var accounts = since(began, opened);
            if (accounts.with(201) > SIGN_UPS + extra(accounts.seconds())) {
                violations.add("One network opened %d accounts at once".formatted(accounts.with(201)));
            }
            return new Outcome(
                    violations,
                    Map.of(
                            "guesses at one account from one network, answered", one.with(401),
                            "guesses at many accounts from one network, answered",
                                    since(began, many).with(401),
                            "guesses at one account from many networks, answered", flood.with(401),
                            "accounts that one network opened", accounts.with(201)));
        }
    }

    /** As many as the door lets one network ask after a pause, and so again. */
    private static List<Guesser.Heard> inTime(Guesser people, IntFunction<HttpRequest.Builder> request)
            throws InterruptedException, ExecutionException {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        return people.askMany(AT_THE_DOOR, request).all();
    }

    private static Guesser.Answers since(long began, List<Guesser.Heard> heard) {
        return new Guesser.Answers(List.copyOf(heard), (System.nanoTime() - began) / 1_000_000_000.0);
    }

    private void looked(String what, Guesser.Answers answers, int free) {
        var atMost = free + extra(answers.seconds());
        if (answers.with(401) > atMost) {
            violations.add("%s: %d guesses were looked at in %.1f s, though %d are free"
                    .formatted(what, answers.with(401), answers.seconds(), free));
        }
        var refused = answers.all().stream()
                .filter(it -> it.code().equals("TOO_MANY_ATTEMPTS"))
                .toList();
        if (refused.isEmpty() || refused.stream().anyMatch(it -> it.retryAfter().isEmpty())) {
            violations.add("%s: nobody got a Retry-After".formatted(what));
        }
    }

    /** After the free ones each makes the next wait twice as long: 1 s, 2 s, 4 s. */
    private static long extra(double seconds) {
        return 2 + Math.round(Math.log(seconds + 1) / Math.log(2));
    }

    private void ownerGetsIn(Guesser people, String after, String elsewhere) throws IOException, InterruptedException {
        for (var network : elsewhere.isEmpty() ? List.of(home) : List.of(home, elsewhere)) {
            var answer = people.ask(request("login", email, network));
            if (answer.status() != 200) {
                violations.add("After %s, the owner got %d %s at %s"
                        .formatted(after, answer.status(), answer.code(), network));
            }
        }
    }

    private void signUp(Guesser people, String address, String network) throws IOException, InterruptedException {
        var answer = people.ask(request("signup", address, network));
        if (answer.status() != 201) {
            throw new IllegalStateException("Nobody could sign up: " + answer);
        }
    }

    private HttpRequest.Builder guess(String address, String network) {
        return Guesser.post(
                        door.resolve("/api/auth/login"),
                        Map.of("email", address, "password", "a guess " + UUID.randomUUID()))
                .header("X-Forwarded-For", network);
    }

    private HttpRequest.Builder request(String path, String address, String network) {
        return Guesser.post(door.resolve("/api/auth/" + path), Map.of("email", address, "password", PASSWORD))
                .header("X-Forwarded-For", network);
    }

    /** Addresses for documentation and tests (RFC 6890), so that no proxy of ours is among them. */
    private static String network(int number) {
        return "198.%d.%d.%d".formatted(18 + number / 250 % 2, BLOCK, 1 + number % 250);
    }
}
