package com.ecom.core.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Who may call what: {@code contracts/access-policy.yaml}, which services enforce and the gateway routes by. */
public record AccessPolicy(Map<String, List<Operation>> operations) {

    /** @throws IllegalArgumentException if a row is not understood; nothing starts with a policy that says less than it seems to */
    public static AccessPolicy load() {
        try (var in = new ClassPathResource("contracts/access-policy.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> rows =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new AccessPolicy(rows.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> operationsOf(it.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> operationsOf(Map<String, Map<String, Object>> rows) {
        return rows.entrySet().stream()
                .map(it -> Operation.parse(it.getKey(), it.getValue()))
                // A fixed path comes before a pattern that would also match it.
                .sorted(Comparator.comparing((Operation it) -> it.path().contains("{")))
                .toList();
    }

    /** @throws IllegalArgumentException if the policy has no rows for this service */
    public List<Operation> of(String service) {
        var found = operations.get(service);
        if (found == null) {
            throw new IllegalArgumentException("The access policy says nothing about " + service);
        }
        return found;
    }

    /**
     * @param allow the roles that may call it, or none if anyone may
     * @param owned whether it touches only what belongs to the caller
     */
    public record Operation(HttpMethod method, String path, Set<Role> allow, boolean owned) {

        static Operation parse(String operation, Map<String, Object> row) {
            var unknown = new TreeSet<>(row.keySet());
            unknown.removeAll(Set.of("allow", "owned"));
            if (!unknown.isEmpty() || !(row.get("allow") instanceof List<?> names) || names.isEmpty()) {
                throw new IllegalArgumentException(
                        "The access policy is unclear about %s: %s".formatted(operation, row));
            }
            var words = operation.split(" ", 2);
            return new Operation(
                    HttpMethod.valueOf(words[0]),
                    words[1],
                    names.equals(List.of("ANYONE"))
                            ? Set.of()
                            : names.stream()
                                    .map(it -> Role.valueOf((String) it))
                                    .collect(Collectors.toUnmodifiableSet()),
                    Boolean.TRUE.equals(row.get("owned")));
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
        ADMIN
    }
}
