package com.ecom.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ecom.local.stack.Names;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;

/** How large everything is that a running shop keeps: tables, collections and indexes by what is in them, topics, and files. */
final class Sizes {

    private static final String EVAL_KEYS_THAT_STAY = """
            EVAL "local stay = {} for _, key in ipairs(redis.call('KEYS', '*')) do \
            if redis.call('TTL', key) == -1 then stay[#stay + 1] = key end end return stay" 0""";

    private static final String PRODUCT_DATABASE = "ecom_product";

    private final RunningShop shop;

    Sizes(RunningShop shop) {
        this.shop = shop;
    }

    /** By names such as {@code order.orders}, {@code product.products} and {@code search.products-1a2b3c4d}. */
    Map<String, Long> ofStores() {
        var sizes = new TreeMap<String, Long>();
        var jdbc = shop.database("information_schema");
        var tables = jdbc.sql("""
                select concat(table_schema, '.', table_name) from tables
                where table_schema like 'ecom\\_%' and table_type = 'BASE TABLE'
                """).query(String.class).list();
        for (var it : tables) {
            var rows = jdbc.sql("select count(*) from " + it).query(Long.class).single();
            sizes.put(it.replaceFirst("ecom_", ""), rows);
        }
        try (var mongo =
                MongoClients.create(shop.addressOf(Names.MONGODB).toString().replace("http:", "mongodb:"))) {
            var documents = mongo.getDatabase(PRODUCT_DATABASE);
            for (var it : documents.listCollectionNames()) {
                sizes.put("product." + it, documents.getCollection(it).countDocuments());
            }
        }
        try (var http = HttpClient.newHttpClient()) {
            var indexes = shop.addressOf(Names.ELASTICSEARCH).resolve("/_all/_stats/docs?expand_wildcards=all");
            var answer = http.send(HttpRequest.newBuilder(indexes).build(), BodyHandlers.ofString());
            JsonMapper.shared()
                    .readTree(answer.body())
                    .path("indices")
                    .properties()
                    .forEach(it -> sizes.put(
                            "search." + it.getKey(),
                            it.getValue().at("/primaries/docs/count").asLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sizes;
    }

    /** All that, the ends of the topics, and the files. */
    Map<String, Long> ofEverything(Messages messages) throws IOException, ExecutionException, InterruptedException {
        var sizes = new TreeMap<>(ofStores());
        messages.ends().forEach((topic, end) -> sizes.put("topic " + topic, end));
        for (var part : List.of("data", "logs")) {
            try (var files = Files.walk(shop.folder().resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    sizes.put("file " + shop.folder().relativize(file), sizeOf(file));
                }
            }
        }
        return sizes;
    }

    /** The keys in Redis that do not end by themselves, as Redis answers: how many behind a star, then each. */
    String redisKeysThatStay() throws IOException {
        var redis = shop.addressOf(Names.REDIS);
        try (var socket = new Socket(redis.getHost(), redis.getPort())) {
            socket.getOutputStream().write((EVAL_KEYS_THAT_STAY + "\r\n").getBytes(US_ASCII));
            var answer = socket.getInputStream().readNBytes(4);
            return new String(answer, US_ASCII);
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
