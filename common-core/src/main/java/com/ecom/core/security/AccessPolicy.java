package com.ecom.core.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/**
 * Who may call what: {@code contracts/access-policy.yaml}, which services enforce and the gateway routes by.
 *
 * @param operations what the gateway routes, by service
 * @param internal what services do besides, for operators; no route leads there
 */
public record AccessPolicy(Map<String, List<Operation>> operations, Map<String, List<Operation>> internal) {

    /** @throws IllegalArgumentException if a row is not understood; nothing starts with a policy that says less than it seems to */
    public static AccessPolicy load() {
        return AccessPolicyFile.load();
    }

    /**
     * All that a service does, for the public and for operators.
     *
     * @throws IllegalArgumentException if the policy has no rows for this service
     */
    public List<Operation> of(String service) {
        var found = operations.get(service);
        if (found == null) {
            throw new IllegalArgumentException("The access policy says nothing about " + service);
        }
        return AccessPolicyFile.together(found, internal.getOrDefault(service, List.of()));
    }

    /**
     * @param allow the roles that may call it, or none if anyone may
     * @param owned whether it touches only what belongs to the caller
     * @param highRisk whether the gateway asks the issuer, each time, if the caller's session still counts, and refuses
     *     if it cannot tell
     * @param deadTokenIsNone whether somebody whose token is no good counts as somebody without one, and is not refused
     */
    public record Operation(
            HttpMethod method, String path, Set<Role> allow, boolean owned, boolean highRisk, boolean deadTokenIsNone) {

        private static final List<String> ANYONE = List.of("ANYONE");
        private static final List<String> FLAGS = List.of("owned", "highRisk", "deadTokenIsNone");

        static Operation parse(String operation, Object described) {
            if (!(described instanceof Map<?, ?> row)
                    || !Set.of("allow", "owned", "highRisk", "deadTokenIsNone").containsAll(row.keySet())
                    || !(row.get("allow") instanceof List<?> names)
                    || names.isEmpty()
                    || !FLAGS.stream().filter(row::containsKey).map(row::get).allMatch(Boolean.class::isInstance)
                    // Whoever needs no token has no session to ask about.
                    || (names.equals(ANYONE) && Boolean.TRUE.equals(row.get("highRisk")))
                    // Whoever needs a token needs one that is good.
                    || (!names.equals(ANYONE) && Boolean.TRUE.equals(row.get("deadTokenIsNone")))) {
                throw new IllegalArgumentException(
                        "The access policy is unclear about %s: %s".formatted(operation, described));
            }
            var words = operation.split(" ", 2);
            return new Operation(
                    HttpMethod.valueOf(words[0]),
                    words[1],
                    names.equals(ANYONE)
                            ? Set.of()
                            : names.stream()
                                    .map(it -> Role.valueOf((String) it))
                                    .collect(Collectors.toUnmodifiableSet()),
                    Boolean.TRUE.equals(row.get("owned")),
                    Boolean.TRUE.equals(row.get("highRisk")),
                    Boolean.TRUE.equals(row.get("deadTokenIsNone")));
        }

        public boolean isPublic() {
            return allow.isEmpty();
        }

        public String[] roles() {
            return allow.stream().map(Enum::name).toArray(String[]::new);
        }
    }

    /** What a token can say of its bearer. */
    public enum Role {
        /** A visitor without an account, who owns a cart and perhaps an order. */
        GUEST,
        CUSTOMER,
        SUPPORT,
        MODERATOR,
        CATALOG,
        OPERATOR,
        ADMIN,
        /** A program that acts for itself; its tokens are for one service each, and the gateway lets none in. */
        SERVICE
    }
}
