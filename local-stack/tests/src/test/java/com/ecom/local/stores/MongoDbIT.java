package com.ecom.local.stores;

import static com.ecom.local.stack.Names.MONGODB;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDbIT {

    private static final String LONG_TEXT = "a word ".repeat(500);

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(MONGODB);

    @Test
    void keepsEveryAcknowledgedWriteWhenItIsKilled() {
        try (var client = connect()) {
            var products = client.getDatabase("shop").getCollection("products");
            products.createIndex(Indexes.ascending("sku"), new IndexOptions().unique(true));
            products.insertMany(IntStream.range(0, 100)
                    .mapToObj(it -> new Document("_id", it).append("sku", "MUG-" + it))
                    .toList());
            products.updateOne(eq("_id", 1), set("sku", "CUP-1"));
            products.deleteOne(eq("_id", 2));
            STACK.crashAndRestart();
        }
        try (var client = connect()) {
            var products = client.getDatabase("shop").getCollection("products");
            assertThat(products.countDocuments()).isEqualTo(99);
            assertThat(products.find(eq("_id", 1)).first()).containsEntry("sku", "CUP-1");
            assertThat(products.find(eq("_id", 2)).first()).isNull();
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> products.insertOne(new Document("_id", 200).append("sku", "MUG-99")));
        }
    }

    @Test
    void doesNotGrowWhenTheSameDocumentsChangeAgainAndAgain() throws IOException {
        try (var client = connect()) {
            var products = client.getDatabase("changing").getCollection("products");
            var before = bytesOnDisk();
            for (int i = 0; i < 1_000; i++) {
                products.replaceOne(
                        eq("_id", i % 10), new Document("text", i + LONG_TEXT), new ReplaceOptions().upsert(true));
            }
            var data = 10L * LONG_TEXT.length();
            assertThat(bytesOnDisk() - before).isLessThan(10 * data + writeAheadLog());
        }
    }

    @Test
    void findsTheSameWithIndexesAsWithout() {
        var random = new Random(1);
        try (var client = connect()) {
            var plain = client.getDatabase("indexed").getCollection("plain");
            var indexed = client.getDatabase("indexed").getCollection("indexed");
            indexed.createIndex(Indexes.ascending("colour"));
            indexed.createIndex(Indexes.ascending("events.at"));
            indexed.createIndex(Indexes.ascending("skus"), new IndexOptions().unique(true));
            for (int i = 0; i < 300; i++) {
                var document = randomDocument(i, random);
                plain.insertOne(document);
                indexed.insertOne(document);
            }
            for (int i = 0; i < 300; i++) {
                var id = random.nextInt(300);
                var change =
                        random.nextBoolean() ? set("colour", random.nextInt(5)) : set("events", randomEvents(random));
                plain.updateOne(eq("_id", id), change);
                indexed.updateOne(eq("_id", id), change);
                if (i % 20 == 0) {
                    plain.deleteOne(eq("_id", id));
                    indexed.deleteOne(eq("_id", id));
                }
                var filter = randomFilter(random);
                var order = random.nextBoolean() ? ascending("_id") : descending("_id");
                assertThat(found(indexed, filter, order)).as("%s", filter).isEqualTo(found(plain, filter, order));
                assertThat(indexed.countDocuments(filter)).as("%s", filter).isEqualTo(plain.countDocuments(filter));
            }
        }
    }

    @Test
    void answersWhileOthersWrite() throws InterruptedException {
        try (var client = connect()) {
            var counters = client.getDatabase("busy").getCollection("counters");
            counters.insertOne(new Document("_id", 1).append("n", 0));
            var writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 500; i++) {
                    counters.updateOne(eq("_id", 1), inc("n", 1));
                }
            });
            while (writer.isAlive()) {
                assertThat(counters.find().first()).containsKey("n");
            }
            writer.join();
            assertThat(counters.find().first()).containsEntry("n", 500);
        }
    }

    private static Document randomDocument(int id, Random random) {
        return new Document("_id", id)
                .append("colour", random.nextInt(5))
                .append("skus", List.of("A-" + id, "B-" + id))
                .append("events", randomEvents(random));
    }

    private static List<Document> randomEvents(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Document("at", random.nextInt(100)).append("parked", random.nextBoolean()))
                .toList();
    }

    private static Bson randomFilter(Random random) {
        var at = random.nextInt(100);
        var id = random.nextInt(300);
        return switch (random.nextInt(9)) {
            case 0 -> eq("colour", random.nextInt(6));
            case 1 -> in("colour", random.nextInt(6), random.nextInt(6));
            case 2 -> and(gt("events.at", at), ne("events.parked", true));
            case 3 -> and(gte("events.at", at), lt("events.at", at + 20));
            case 4 -> and(eq("skus", "A-" + id), ne("colour", 3));
            case 5 -> and(eq("_id", id), eq("colour", random.nextInt(5)));
            case 6 -> and(gt("_id", id), eq("colour", random.nextInt(5)));
            case 7 -> gte("_id", id);
            default -> ne("colour", random.nextInt(5));
        };
    }

    private static List<Object> found(MongoCollection<Document> collection, Bson filter, Bson order) {
        var ids = new ArrayList<>();
        collection.find(filter).sort(order).limit(20).forEach(it -> ids.add(it.get("_id")));
        return ids;
    }

    private static long bytesOnDisk() throws IOException {
        try (var files = Files.walk(STACK.data())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    /** SQLite writes what is new there first, up to a thousand pages. */
    private static long writeAheadLog() {
        return 2_000 * 4_096L;
    }

    private static MongoClient connect() {
        return MongoClients.create("mongodb://127.0.0.1:" + STACK.port());
    }
}
