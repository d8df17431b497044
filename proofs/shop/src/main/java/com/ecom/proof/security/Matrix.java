package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Apis;
import com.ecom.proof.security.fixture.Apis.Described;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.AttackClient.Answer;
import com.ecom.proof.security.fixture.AttackClient.Request;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.shop.Shopper;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every operation, asked by everybody, for what is theirs, what is somebody else's and what is not there; by every
 * service itself and through the gateway. Who may what stands in the access policy.
 */
final class Matrix {

    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final Set<String> ENDED_SESSIONS_MAY =
            Set.of("/api/auth/logout", "/api/auth/validate", "/oauth2/token");

    private final Fixture fixture;
    private final AttackClient asking;
    private final Resources things;
    private final String loggedOut;
    private final UUID stranger;

    /** @param loggedOut the token of a session that ended */
    Matrix(Fixture fixture, AttackClient asking, Resources things, String loggedOut) {
        this.loggedOut = loggedOut;
        this.stranger = UUID.fromString(Shopper.signUp(fixture.anybody()).userId());
        this.fixture = fixture;
        this.asking = asking;
        this.things = things;
    }

    Outcome run() throws InterruptedException {
        var operations = new Apis(fixture.policy()).operations();
        var callers = callers();
        var cells = new ArrayList<Cell>();
        for (var it : operations) {
            for (var caller : callers) {
                for (var id : idsFor(it)) {
                    cells.add(new Cell(it, caller, id, fixture.of(it.service()), true));
                    cells.add(new Cell(it, caller, id, fixture.gateway(), it.routed()));
                }
            }
        }
        var violations = new ArrayList<>(AttackClient.forEach(cells, this::tryIt));
        return new Outcome(
                violations,
                Map.of(
                        "operations",
                        operations.size(),
                        "combinations of operation, caller, thing and door",
                        cells.size()));
    }

    private List<Caller> callers() {
        var issuer = fixture.issuer();
        var now = Instant.now().getEpochSecond();
        var roles = Arrays.stream(Role.values())
                .map(it -> new Caller(it.name(), issuer.of(account(), it), List.of(it)))
                .toList();
        return Stream.concat(
                        roles.stream(),
                        Stream.of(
                                new Caller("nobody", "", List.of()),
                                new Caller(
                                        "the owner", issuer.of(things.owner(), Role.CUSTOMER), List.of(Role.CUSTOMER)),
                                new Caller(
                                        "another customer", issuer.of(stranger, Role.CUSTOMER), List.of(Role.CUSTOMER)),
                                invalid("an expired admin", Map.of("exp", now - 60)),
                                invalid("an admin of another audience", Map.of("aud", "elsewhere")),
                                new Caller("a customer who logged out", loggedOut, null),
                                invalid("a service with a token for another service", Map.of("aud", "some-service"))))
                .toList();
    }

    /** Tokens of accounts that do not exist would be refused for that. */
    private UUID account() {
        return UUID.fromString(Shopper.signUp(fixture.anybody()).userId());
    }

    private Caller invalid(String name, Map<String, Object> wrong) {
        var claims = fixture.issuer().claims(UUID.randomUUID());
        claims.put("roles", List.of(Role.ADMIN.name()));
        claims.putAll(wrong);
        return new Caller(name, fixture.issuer().sign(fixture.issuer().header(), claims), null);
    }

    /** What a path with an id is asked for; a path without one is asked once. */
    private List<String> idsFor(Described it) {
        if (!it.operation().path().contains("{")) {
            return List.of("");
        }
        var missing = UUID.randomUUID().toString();
        return things.ids().entrySet().stream()
                .filter(thing -> it.operation().path().contains("{" + thing.getKey() + "}"))
                .findFirst()
                .map(thing -> List.of(thing.getValue(), missing))
                .orElse(List.of(missing));
    }

    private void tryIt(Cell cell, Consumer<String> violated) throws InterruptedException {
        var answer = ask(cell);
        var expected = expected(cell);
        var status = answer.status();
        var right = expected == 0
                ? status != UNKNOWN && status != FORBIDDEN && status != 0 && status < 500
                : status == expected;
        if (!right && !isForTheIssuerToDecide(cell, status)) {
            violated.accept("%s got %s instead of %s".formatted(cell, answer.gist(), expected == 0 ? "in" : expected));
        } else if (status >= 400 && !answer.isProblem()) {
            violated.accept("%s got %d, but not as a problem".formatted(cell, status));
        }
    }

    /**
     * The issuer lets people log out twice and ask what the token of an ended session is worth, looks at secrets of programs and
     * not at tokens where it gives those out, and finds out about sessions by its own books
     * after it has looked at roles.
     */
    private boolean isForTheIssuerToDecide(Cell cell, int status) {
        return cell.caller.token.equals(loggedOut)
                && cell.door.equals(fixture.of("auth-service"))
                && (status == FORBIDDEN
                        || ENDED_SESSIONS_MAY.contains(cell.it.operation().path()));
    }

    /** Zero means that the caller gets in, whatever comes of it then. */
    private static int expected(Cell cell) {
        if (!cell.routed) {
            return NOT_THERE;
        }
        if (cell.caller.roles == null) {
            return cell.it.operation().deadTokenIsNone() ? 0 : UNKNOWN;
        }
        var allowed = cell.it.operation().allow();
        if (cell.it.operation().isPublic()) {
            return 0;
        }
        if (cell.caller.roles.isEmpty()) {
            return UNKNOWN;
        }
        return cell.caller.roles.stream().anyMatch(allowed::contains) ? 0 : FORBIDDEN;
    }

    private Answer ask(Cell cell) throws InterruptedException {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Idempotency-Key", List.of(UUID.randomUUID().toString()));
        headers.put("If-Match", List.of("\"1\""));
        var token = token(cell);
        if (!token.isEmpty()) {
            headers.put("Authorization", List.of("Bearer " + token));
        }
        var body = cell.it.takesABody() ? "{}" : null;
        if (body != null) {
            headers.put("Content-Type", List.of("application/json"));
        }
        var path = cell.it.operation().path().replaceAll("\\{[^}]+}", cell.id.isEmpty() ? "x" : cell.id);
        return asking.ask(new Request(cell.it.operation().method().name(), cell.door.resolve(path), headers, body));
    }

    /** For what is of high risk, a bystander in the same roles: the callers themselves may end their sessions meanwhile. */
    private String token(Cell cell) {
        var roles = cell.caller.roles;
        return roles == null || roles.isEmpty() || !cell.it.operation().highRisk()
                ? cell.caller.token
                : fixture.issuer().of(roles.toArray(Role[]::new));
    }

    /** @param roles none for nobody; null if the token is dead: worth nothing, or as good as none where that is policy */
    private record Caller(
            String name,
            String token,
            @org.jspecify.annotations.Nullable List<Role> roles) {}

    private record Cell(Described it, Caller caller, String id, URI door, boolean routed) {

        @Override
        public String toString() {
            return Stream.of(caller.name, "asking for", it.toString(), id, "at port", Integer.toString(door.getPort()))
                    .collect(Collectors.joining(" "));
        }
    }
}
