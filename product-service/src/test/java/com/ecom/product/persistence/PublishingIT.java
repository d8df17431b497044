package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.outbox.OutboxAdmin;
import com.ecom.core.outbox.OutboxAdmin.Choice;
import com.ecom.core.outbox.OutboxEntry.State;
import com.ecom.product.Catalogue;
import com.ecom.test.EventSchemas;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

@ServiceTest
class PublishingIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    OutboxAdmin outbox;

    @Autowired
    @Qualifier("outboxRelay")
    SmartLifecycle relay;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void publishesEveryChangeInOrderAndInItsContract() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));
        catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();
        catalogue.archive(id, "\"2\"").expectStatus().isNoContent();

        var heard = heard(id, 4);

        assertThat(heard)
                .extracting(Envelope::type)
                .containsExactly(
                        "product.upserted.v1", "product.upserted.v1", "product.price-changed.v1", "product.deleted.v1");
        assertThat(heard).extracting(Envelope::sequence).isSorted();
        heard.forEach(it -> EventSchemas.check(it.type(), it.data()));
        nothingWaitsFor(id);
    }

    @Test
    void importedProductsAreHeardOf() {
        var sku = newSku();
        var lines = Catalogue.row(sku, "Mug", 100);
        catalogue.chunk(catalogue.importOf(1), 1, lines).expectStatus().isOk();

        var id = java.util.UUID.nameUUIDFromBytes(("sku:" + sku).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        heard(id.toString(), 1).forEach(it -> EventSchemas.check(it.type(), it.data()));
    }

    @Test
    void publishesEventsThatWereStoredWhileTheRelayWasDown() {
        relay.stop();
        String id;
        try {
            var sku = newSku();
            id = catalogue.added(mug(sku, 1_499));
            catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();
            assertThat(waitingFor(id)).isEqualTo(3);
        } finally {
            relay.start();
        }

        assertThat(heard(id, 3))
                .extracting(Envelope::type)
                .containsExactly("product.upserted.v1", "product.upserted.v1", "product.price-changed.v1");
        nothingWaitsFor(id);
    }

    @Test
    void aRevisionThatChangesNothingIsNotWorthAWord() {
        var sku = newSku();
        var id = catalogue.added(mug(sku, 1_499));

        catalogue.revise(id, "\"1\"", mug(sku, 1_499)).expectStatus().isOk();

        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(1);
        assertThat(heard(id, 1)).hasSize(1);
    }

    private List<Envelope> heard(String product, int count) {
        return await().until(() -> broker.published("product.events", product), it -> it.size() >= count);
    }

    private void nothingWaitsFor(String product) {
        await().until(() -> waitingFor(product) == 0);
    }

    private long waitingFor(String product) {
        return outbox.count(State.NEW, new Choice(null, null, product, null, null, null, null));
    }
}
