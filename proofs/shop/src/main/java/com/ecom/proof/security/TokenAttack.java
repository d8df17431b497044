package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Operation;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.TrustedIssuer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpMethod;

/** Every forged token is refused by every service itself, and by the gateway, with an answer like any other refusal. */
final class TokenAttack {

    private static final Set<Integer> REFUSED = Set.of(401, 403);
    /** Servers end a conversation whose headers are too long before anybody reads them. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 413, 431);
    /** Who is still sending when the server has closed is cut off, and may never see the answer (RFC 9112, section 9.6). */
    private static final int CUT_OFF = 0;

    private final Fixture fixture;
    private final AttackClient asking;

    TokenAttack(Fixture fixture, AttackClient asking) {
        this.fixture = fixture;
        this.asking = asking;
    }

    Outcome run() throws InterruptedException {
        var tries = new ArrayList<Try>();
        var violations = new ArrayList<String>();
        var kinds = 0;
        var foreign = TrustedIssuer.newKey();
        var doors = new LinkedHashMap<URI, Role>();
        for (var service : Fixture.SERVICES) {
            var operation = fixture.policy().of(service).stream()
                    .filter(it -> !it.isPublic() && it.method().equals(HttpMethod.GET))
                    .findFirst()
                    .orElseThrow();
            var role = operation.allow().stream().sorted().toList().getLast();
            var direct = fixture.of(service).resolve(pathOf(operation));
            doors.put(direct, role);
            var forged = TokenForgery.of(fixture.issuer(), foreign, role.name());
            kinds = forged.size();
            forged.forEach(it -> tries.add(new Try(service, direct, it)));
            if (!operation.path().startsWith("/ops")) {
                var through = fixture.gateway().resolve(pathOf(operation));
                doors.put(through, role);
                forged.forEach(it -> tries.add(new Try("the gateway", through, it)));
            }
        }
        goodTokensAreBelieved(doors, violations);
        violations.addAll(AttackClient.forEach(tries, this::tryIt));
        goodTokensAreBelieved(doors, violations);
        return new Outcome(violations, Map.of("forged tokens, kinds", kinds, "forged tokens shown", tries.size()));
    }

    /** Otherwise it would prove nothing that forged ones are not, or that nobody answers in the end. */
    private void goodTokensAreBelieved(Map<URI, Role> doors, List<String> violations) throws InterruptedException {
        for (var door : doors.entrySet()) {
            var bearer =
                    Map.of("Authorization", List.of("Bearer " + fixture.issuer().of(door.getValue())));
            var answer = asking.ask(Request.get(door.getKey(), bearer));
            if (REFUSED.contains(answer.status()) || answer.status() >= 500 || answer.status() == CUT_OFF) {
                violations.add("A good token is not believed at %s: %s".formatted(door.getKey(), answer.gist()));
            }
        }
    }

    private void tryIt(Try it, Consumer<String> violated) throws InterruptedException {
        var answer = asking.ask(Request.get(it.address, it.forged.headers()));
        var unread = (it.forged.isHardToRead() && UNREADABLE.contains(answer.status()))
                || (it.forged.isTooLong() && answer.status() == CUT_OFF);
        if (!REFUSED.contains(answer.status()) && !unread) {
            violated.accept("%s answered %d to %s".formatted(it.whom, answer.status(), it.forged.name()));
        } else if (!unread && !answer.isProblem()) {
            violated.accept("%s refused %s without saying so as a problem: %s"
                    .formatted(it.whom, it.forged.name(), answer.body()));
        }
    }

    private static String pathOf(Operation operation) {
        return operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private record Try(String whom, URI address, Forged forged) {}
}
