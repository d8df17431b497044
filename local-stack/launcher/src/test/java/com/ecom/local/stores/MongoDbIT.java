package com.ecom.local.stores;

import static com.ecom.local.stack.Names.MONGODB;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDbIT {

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(MONGODB);

    @Test
    void keepsADocumentAndItsUniqueIndexOnceTheJournalIsWritten() {
        try (var client = connect()) {
            var products = client.getDatabase("shop").getCollection("products");
            products.createIndex(Indexes.ascending("sku"), new IndexOptions().unique(true));
            products.insertOne(new Document("_id", 1).append("sku", "MUG-01"));
            awaitTheJournal();
        }
        STACK.crashAndRestart();
        try (var client = connect()) {
            var products = client.getDatabase("shop").getCollection("products");
            assertThat(products.find(eq("_id", 1)).first()).containsEntry("sku", "MUG-01");
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> products.insertOne(new Document("_id", 2).append("sku", "MUG-01")));
        }
    }

    @Test
    void tellsOfChanges() {
        try (var client = connect()) {
            var products = client.getDatabase("watched").getCollection("products");
            products.insertOne(new Document("_id", 1));
            try (var changes = products.watch().cursor()) {
                products.insertOne(new Document("_id", 2));
                assertThat(changes.next().getFullDocument()).containsEntry("_id", 2);
            }
        }
    }

    private static MongoClient connect() {
        return MongoClients.create("mongodb://127.0.0.1:" + STACK.port());
    }

    /** Like MongoDB itself, it writes what it has acknowledged every 100 ms. */
    private static void awaitTheJournal() {
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    }
}
