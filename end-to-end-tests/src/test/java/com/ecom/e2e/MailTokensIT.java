package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Names;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a mail brings that opens an account is readable in that mail, and nowhere on its way there. */
@ExtendWith(OneShop.class)
class MailTokensIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** As in links of mails, whose long lines end in a soft break. */
    private static final Pattern TOKEN = Pattern.compile("#([A-Za-z0-9_-]{43})\\b");

    private static final Pattern SOFT_BREAK = Pattern.compile("=\\r?\\n");

    private final RunningShop shop;

    MailTokensIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void tokensOfResetVerificationAndInvitationAreNowhereOnTheirWay() throws Exception {
        var customer = Shopper.signUp(shop.anybody());
        customer.shop().post("/api/auth/email-verification", Map.of()).good();
        shop.anybody()
                .post("/api/auth/password-reset", Map.of("email", customer.email()))
                .good();
        var colleague = "invited-%s@example.com".formatted(UUID.randomUUID());
        shop.admin()
                .post(
                        "/api/admin/accounts",
                        Map.of("email", colleague, "roles", List.of("SUPPORT"), "reason", "joins us"))
                .good();
        var reset = tokenIn(customer.email(), "reset-password");
        var tokens = List.of(reset, tokenIn(customer.email(), "verify-email"), tokenIn(colleague, "reset-password"));

        nowhere(tokens);
        assertThat(shop.anybody()
                        .post(
                                "/api/auth/password-reset/confirmation",
                                Map.of("token", reset, "newPassword", "correct horse " + UUID.randomUUID()))
                        .isGood())
                .as("this is the token that opens")
                .isTrue();
        nowhere(tokens);
    }

    /** Neither in a table, an outbox, a dead letter, an index, a file of a store, a log, nor on the broker. */
    private void nowhere(List<String> tokens) throws Exception {
        var small = tokens.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        var search = new EveryStore(shop, small);
        assertThat(search.places()).isEmpty();
        assertThat(search.outboxes()).isEmpty();
        try (var messages = new Messages(shop)) {
            assertThat(messages.with(small)).isEmpty();
        }
    }

    private String tokenIn(String email, String page) {
        return await().atMost(SOON)
                .until(
                        () -> shop.at(Names.MAIL_API)
                                .look("/api/user/%s/messages/".formatted(email))
                                .body()
                                .valueStream()
                                .map(MailTokensIT::text)
                                .filter(it -> it.contains(page))
                                .map(TOKEN::matcher)
                                .filter(Matcher::find)
                                .map(it -> it.group(1))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private static String text(JsonNode mail) {
        return SOFT_BREAK.matcher(mail.path("mimeMessage").asString()).replaceAll("");
    }
}
