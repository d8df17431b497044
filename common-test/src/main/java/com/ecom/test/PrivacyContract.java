package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever wants to see what a service keeps of them, or to be rid of it, gets an answer from each that keeps anything. */
@ServiceTest
public abstract class PrivacyContract {

    private final String room;
    private final UUID subject = UUID.randomUUID();

    @Autowired
    private TestBroker broker;

    /** @param service its name */
    protected PrivacyContract(String service) {
        this.room = service.replace("-service", "");
    }

    /** Makes the service keep something of this person. */
    protected abstract void keepSomethingOf(UUID person);

    /** Fails if anything is left by which this person could be found or known. */
    protected abstract void nothingIsLeftOf(UUID person);

    /** Fails if something that was kept is not among what the person is given. */
    protected void allIsGiven(JsonNode items) {
        assertThat(items).isNotEmpty();
    }

    @Test
    void givesACopyOfWhatItKeeps() {
        keepSomethingOf(subject);
        ask("user.export-requested.v1");

        var receipt = answered("exported");
        assertThat(receipt.path("part").asInt()).isEqualTo(1);
        assertThat(receipt.path("parts").asInt()).isEqualTo(1);
        allIsGiven(receipt.path("items"));
    }

    @Test
    void forgetsAndSaysWhatItDid() {
        keepSomethingOf(subject);
        ask("user.erasure-requested.v1");

        var receipt = answered("erased");
        assertThat(List.of("erased", "anonymised", "kept"))
                .anyMatch(it -> receipt.path(it).asInt() > 0);
        nothingIsLeftOf(subject);
    }

    @Test
    void answersThoseOfWhomItKeepsNothing() {
        ask("user.export-requested.v1");
        ask("user.erasure-requested.v1");

        assertThat(answered("exported").path("items")).isEmpty();
        assertThat(answered("erased").path("erased").asInt()).isZero();
    }

    private void ask(String type) {
        broker.send(
                "user.privacy",
                subject.toString(),
                type,
                Map.of("requestId", UUID.randomUUID(), "userId", subject, "requestedAt", Instant.now()));
    }

    private JsonNode answered(String what) {
        var type = "%s.personal-data-%s.v1".formatted(room, what);
        return await().until(() -> broker.published("privacy.receipts", subject.toString(), type), it -> !it.isEmpty())
                .getFirst();
    }
}
