package com.ecom.product.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.OutboxEvent;
import com.ecom.core.outbox.OutboxStore;
import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.core.outbox.OutboxStore.Settlement;
import com.ecom.core.outbox.OutboxStoreContract;
import com.ecom.core.outbox.RelayWakeUp;
import com.ecom.product.model.Content;
import com.ecom.product.model.Product;
import com.ecom.product.model.Products;
import com.ecom.product.model.ProductsChanged;
import com.ecom.product.model.Variant;
import com.ecom.product.model.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The contract, and how events are found: by the ids of products that changed here, others only when they are overdue. */
class MongoOutboxStoreIT extends OutboxStoreContract {

    @Autowired
    Products products;

    @Autowired
    MongoTemplate mongo;

    private final ChangedProducts changed = new ChangedProducts(new RelayWakeUp());
    private final List<OutboxEvent> taken = new ArrayList<>();

    @Override
    protected OutboxStore store() {
        return store(Duration.ZERO);
    }

    private OutboxStore store(Duration grace) {
        return new MongoOutboxStore(mongo, changed, new MongoOutboxProperties(grace), Clock.systemUTC());
    }

    @Override
    protected String publish(int events) {
        var key = UUID.randomUUID().toString();
        var now = Instant.now().minusSeconds(60);
        var change = Product.create(key, named("Mug 1", key), now);
        products.add(change);
        for (int i = 2; i <= events; i++) {
            change = change.product().revise(named("Mug " + i, key), now);
            products.replace(change);
        }
        return key;
    }

    @Test
    void whatChangedHereIsTakenWithoutALookAndOnceItIsSentNoMore() {
        var key = publish(2);
        changed.on(new ProductsChanged(List.of(key, key)));
        var store = store(Duration.ofHours(1));

        pass(store, false);
        pass(store, false);

        assertThat(taken).hasSize(2).extracting(OutboxEvent::key).containsOnly(key);
    }

    @Test
    void whatAnInstanceThatDiedLeftBehindIsTakenByALookWhenItIsOverdue() {
        var key = publish(1);

        pass(store(Duration.ZERO), false);
        pass(store(Duration.ofHours(1)), true);
        assertThat(taken).isEmpty();
        pass(store(Duration.ofSeconds(5)), true);

        assertThat(taken).extracting(OutboxEvent::key).contains(key);
    }

    @Test
    void whatDidNotGoOutAtFirstIsTakenAgainWithoutALook() {
        var key = publish(1);
        changed.on(new ProductsChanged(List.of(key)));
        var store = store(Duration.ofHours(1));

        store.pass(500, false, _ -> new Settlement(List.of(), Map.of(), new IllegalStateException("away")));
        pass(store, false);

        assertThat(taken).extracting(OutboxEvent::key).containsExactly(key);
    }

    @Test
    void moreThanFitsIntoAPassIsTakenByTheNext() {
        publish(1);
        publish(1);
        var store = store(Duration.ZERO);

        Pass pass;
        do {
            pass = store.pass(1, false, this::deliver);
        } while (pass.more());
        assertThat(taken).isEmpty();
        pass = store.pass(1, true, this::deliver);
        while (pass.more()) {
            pass = store.pass(1, false, this::deliver);
        }

        assertThat(taken).hasSizeGreaterThanOrEqualTo(2);
        assertThat(store.backlog().pending()).isZero();
    }

    private void pass(OutboxStore store, boolean looking) {
        store.pass(500, looking, this::deliver);
    }

    private Settlement deliver(List<OutboxEvent> events) {
        taken.addAll(events);
        return new Settlement(events, Map.of(), null);
    }

    private static Content named(String name, String key) {
        return new Content(
                "mug-" + key,
                name,
                null,
                null,
                null,
                null,
                true,
                Window.ALWAYS,
                List.of(),
                List.of(),
                Map.of(),
                List.of(new Variant(key, Map.of(), Money.of(1_499, "USD"), null)));
    }
}
