package com.ecom.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.core.security.AccessPolicy.Operation;
import com.ecom.core.security.AccessPolicy.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

class AccessPolicyTests {

    private final AccessPolicy policy = AccessPolicy.load();

    @Test
    void whateverStaffChangeIsOfHighRisk() {
        assertThat(routed().filter(it ->
                        it.path().startsWith("/api/admin/") && !it.method().equals(HttpMethod.GET)))
                .hasSizeGreaterThan(20)
                .allMatch(Operation::highRisk);
    }

    @Test
    void whateverMovesMoneyByHandIsOfHighRisk() {
        assertThat(routed().filter(it ->
                        it.path().contains("refund") && !it.method().equals(HttpMethod.GET)))
                .isNotEmpty()
                .allMatch(Operation::highRisk);
    }

    @Test
    void whatOpensAnAccountForGoodOrGivesAwayWhatIsKnownOfItsOwnerIsOfHighRisk() {
        assertThat(routed().filter(it -> it.owned() && it.highRisk()).map(it -> it.method() + " " + it.path()))
                .containsExactlyInAnyOrder(
                        "POST /api/auth/password",
                        "POST /api/auth/second-factor",
                        "POST /api/auth/second-factor/confirmation",
                        "POST /api/auth/second-factor/removal",
                        "POST /api/users/me/privacy-requests",
                        "GET /api/users/me/privacy-requests/{requestId}/copy");
    }

    @Test
    void nobodyNeedsTheIssuerToBuyOrToLeave() {
        assertThat(routed().filter(it -> it.allow().contains(Role.GUEST)))
                .hasSizeGreaterThan(10)
                .noneMatch(Operation::highRisk);
        assertThat(routed().filter(it -> it.path().equals("/api/auth/logout")))
                .singleElement()
                .matches(it -> !it.highRisk());
    }

    @Test
    void whoeverHasADeadTokenFindsEveryWayOut() {
        assertThat(routed().filter(Operation::deadTokenIsNone).map(Operation::path))
                .containsExactlyInAnyOrder(
                        "/api/auth/signup",
                        "/api/auth/login",
                        "/api/auth/refresh",
                        "/api/auth/guest",
                        "/api/auth/logout",
                        "/api/auth/password-reset",
                        "/api/auth/password-reset/confirmation",
                        "/api/auth/email-verification/confirmation",
                        "/api/auth/google/start",
                        "/api/auth/google/finish");
    }

    static Stream<Object> rowsThatSayLessThanTheySeemTo() {
        return Stream.of(
                "ANYONE",
                List.of("ADMIN"),
                Map.of(),
                Map.of("allow", List.of()),
                Map.of("allow", "ADMIN"),
                Map.of("allow", List.of("EMPEROR")),
                Map.of("allow", List.of("ADMIN"), "highrisk", true),
                Map.of("allow", List.of("ADMIN"), "highRisk", "true"),
                Map.of("allow", List.of("ADMIN"), "owned", "yes"),
                Map.of("allow", List.of("ANYONE"), "highRisk", true),
                Map.of("allow", List.of("CUSTOMER"), "deadTokenIsNone", true));
    }

    @ParameterizedTest
    @MethodSource("rowsThatSayLessThanTheySeemTo")
    void refusesARowThatSaysLessThanItSeemsTo(Object row) {
        assertThatIllegalArgumentException().isThrownBy(() -> Operation.parse("POST /api/things", row));
    }

    @Test
    void readsWhatARowSays() {
        var row = Map.of("allow", List.of("ADMIN", "SUPPORT"), "owned", false, "highRisk", true);

        assertThat(Operation.parse("POST /api/things", row))
                .isEqualTo(new Operation(
                        HttpMethod.POST, "/api/things", Set.of(Role.SUPPORT, Role.ADMIN), false, true, false));
    }

    private Stream<Operation> routed() {
        return policy.operations().values().stream().flatMap(List::stream);
    }
}
