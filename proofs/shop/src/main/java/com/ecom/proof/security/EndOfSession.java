package com.ecom.proof.security;

import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Somebody logs out, and soon nobody believes their token any more, although it has not ended. */
final class EndOfSession {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AT_LAST = Duration.ofSeconds(15);

    private final Fixture fixture;
    private final AttackClient asking;
    private String token = "";

    EndOfSession(Fixture fixture, AttackClient asking) {
        this.fixture = fixture;
        this.asking = asking;
    }

    /** The token of the session that ended. */
    String token() {
        return token;
    }

    Outcome run() throws InterruptedException {
        var account = Map.of(
                "email",
                "leaving-%s@example.com".formatted(UUID.randomUUID()),
                "password",
                "correct horse " + UUID.randomUUID());
        var grant = fixture.anybody().post("/api/auth/signup", account).good();
        token = grant.path("accessToken").asString();
        var doors = doors();
        var violations = new ArrayList<String>();
        for (var door : doors) {
            if (status(door) == 401) {
                violations.add("The token of somebody who just signed up is not believed at " + door);
            }
        }
        fixture.anybody()
                .as(token)
                .post(
                        "/api/auth/logout",
                        Map.of("refreshToken", grant.path("refreshToken").asString()))
                .good();
        var ended = System.nanoTime();
        checkThatHighRiskIsOver(violations);
        var took = untilRefused(doors, ended);
        if (took.compareTo(SOON) > 0) {
            violations.add("A token was believed somewhere %d ms after its session ended".formatted(took.toMillis()));
        }
        return new Outcome(violations, Map.of("until a session that ended counts nowhere, ms", took.toMillis()));
    }

    /** Nobody has to have heard of it for that: the issuer itself is asked. */
    private void checkThatHighRiskIsOver(List<String> violations) throws InterruptedException {
        var copy = "/api/users/me/privacy-requests/%s/copy".formatted(UUID.randomUUID());
        var status = status(fixture.gateway().resolve(copy));
        if (status != 401) {
            violations.add("Right after a session ended, its token asked for a copy and was answered " + status);
        }
    }

    private Duration untilRefused(List<URI> doors, long began) throws InterruptedException {
        for (var door : doors) {
            while (status(door) != 401 && System.nanoTime() - began < AT_LAST.toNanos()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        var took = System.nanoTime() - began;
        // Who counts sessions itself knows at once; what is promised of all holds from now on.
        LockSupport.parkNanos(SOON.toNanos() - took);
        return Duration.ofNanos(took);
    }

    private int status(URI door) throws InterruptedException {
        return asking.ask(Request.get(door, Map.of("Authorization", List.of("Bearer " + token))))
                .status();
    }

    /** What any service does; for auth-service, what it does for the one whose session it is; and through the gateway. */
    private List<URI> doors() {
        return Stream.concat(
                        Fixture.SERVICES.stream()
                                .map(it -> fixture.of(it)
                                        .resolve(it.equals("auth-service") ? "/api/auth/sessions" : "/ops/audit")),
                        Stream.of(fixture.gateway().resolve("/api/orders")))
                .toList();
    }
}
