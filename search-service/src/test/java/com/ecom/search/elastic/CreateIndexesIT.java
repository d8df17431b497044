package com.ecom.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.indices.IndicesBlockOptions;
import com.ecom.test.ServiceTest;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A new version meets indexes that an older one made. */
@ServiceTest
class CreateIndexesIT {

    private static final String OLDER = """
            {"mappings": {"dynamic": "strict", "properties": {"sku": {"type": "text"}}}}
            """;

    @Autowired
    ElasticsearchCalls elastic;

    private final SearchSettings settings =
            new SearchSettings("t" + UUID.randomUUID().toString().substring(0, 8) + "-", "USD", Duration.ZERO);

    @Test
    void anIndexOfAnotherMakeIsRebuiltWithItsDocuments() throws Exception {
        existing(settings.skus(), OLDER);
        for (int i = 0; i < 1_050; i++) {
            put(settings.skus(), "S" + i, Map.of("sku", "S" + i));
        }

        indexes().afterPropertiesSet();

        assertThat(fieldsOf(settings.skus())).containsKeys("sku", "productId", "level", "version");
        assertThat(elastic.call(it -> it.count(which -> which.index(settings.skus())))
                        .count())
                .isEqualTo(1_050);
        assertThat(elastic.call(it ->
                                it.get(which -> which.index(settings.skus()).id("S7"), ObjectNode.class))
                        .found())
                .isTrue();
    }

    @Test
    void nothingIsRebuiltTwice() throws Exception {
        indexes().afterPropertiesSet();
        var before = behind(settings.products());

        indexes().afterPropertiesSet();

        assertThat(behind(settings.products())).isEqualTo(before);
    }

    @Test
    void productsGetWhatCanBeToldOfThem() throws Exception {
        existing(settings.products(), """
                {"mappings": {"properties": {"codes": {"type": "keyword"}}}}
                """);
        put(
                settings.products(),
                "p-1",
                Map.of("productId", "p-1", "name", "Oak bookshelf for records", "codes", new String[] {"ob1"}));

        indexes().afterPropertiesSet();

        var product = elastic.call(
                        it -> it.get(which -> which.index(settings.products()).id("p-1"), ObjectNode.class))
                .source();
        assertThat(product).isNotNull();
        assertThat(product.path("head").asString()).isEqualTo("bookshelf");
        assertThat(product.at("/identifiers/0").asString()).isEqualTo("ob1");
    }

    @Test
    void theOlderVersionMayComeBack() throws Exception {
        existing(settings.skus(), OLDER);
        indexes().afterPropertiesSet();
        var ours = behind(settings.skus());
        put(settings.skus(), "EARLY", Map.of("sku", "EARLY", "productId", "p-1", "version", 7));
        new RebuildIndex(elastic)
                .replace(Rebuild.whole(settings.skus(), ours, older()), it -> it, Rebuild.Progress.UNSEEN);
        assertThat(documentOf(settings.skus(), "EARLY")).isEqualTo(json("{\"sku\": \"EARLY\"}"));
        put(settings.skus(), "LATE", Map.of("sku", "LATE"));

        indexes().afterPropertiesSet();

        assertThat(behind(settings.skus())).isEqualTo(ours);
        assertThat(elastic.call(it ->
                                it.get(which -> which.index(settings.skus()).id("LATE"), ObjectNode.class))
                        .found())
                .isTrue();
    }

    @Test
    void writersComeBackWhenTheOtherVersionDidNotTakeOver() throws Exception {
        indexes().afterPropertiesSet();
        var ours = behind(settings.skus());
        elastic.call(it -> it.indices().addBlock(block -> block.index(ours).block(IndicesBlockOptions.Write)));

        indexes().afterPropertiesSet();
        put(settings.skus(), "S1", Map.of("sku", "S1"));
        indexes().afterPropertiesSet();

        assertThat(behind(settings.skus())).isEqualTo(ours);
        assertThat(documentOf(settings.skus(), "S1")).isEqualTo(json("{\"sku\": \"S1\"}"));
    }

    /** Whoever was refused a write repeats it, as messages are. */
    @Test
    void whatIsWrittenMeanwhileIsInTheNewIndex() throws Exception {
        existing(settings.skus(), """
                {"mappings": {"dynamic": "strict", "properties": {
                  "sku": {"type": "keyword"}, "productId": {"type": "keyword"},
                  "level": {"type": "keyword"}, "version": {"type": "long"}}}}
                """);
        for (int i = 0; i < 1_500; i++) {
            put(settings.skus(), "S" + i, Map.of("sku", "S" + i, "version", 0));
        }
        var done = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = writers.submit(() -> {
                int round = 0;
                while (!done.get() || round == 0) {
                    round++;
                    for (int i = 0; i < 50; i++) {
                        insist("S" + i, round);
                    }
                }
                return round;
            });
            indexes().afterPropertiesSet();
            done.set(true);

            int last = written.get();
            for (int i = 0; i < 50; i++) {
                var id = "S" + i;
                var found = elastic.call(
                        it -> it.get(which -> which.index(settings.skus()).id(id), ObjectNode.class));
                assertThat(found.source()).isNotNull();
                assertThat(found.source().path("version").asInt()).as(id).isEqualTo(last);
            }
        }
    }

    private void insist(String id, int version) {
        var isWritten = false;
        while (!isWritten) {
            try {
                put(settings.skus(), id, Map.of("sku", id, "version", version));
                isWritten = true;
            } catch (java.io.UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void put(String index, String id, Map<String, ?> document) {
        elastic.call(
                it -> it.index(op -> op.index(index).id(id).document(document).refresh(Refresh.False)));
    }

    private @Nullable ObjectNode documentOf(String index, String id) {
        return elastic.call(it -> it.get(which -> which.index(index).id(id), ObjectNode.class))
                .source();
    }

    private static ObjectNode json(String document) {
        return JsonMapper.shared().readValue(document, ObjectNode.class);
    }

    private Map<String, ?> fieldsOf(String alias) {
        return elastic.call(it -> it.indices().getMapping(which -> which.index(alias)))
                .mappings()
                .values()
                .iterator()
                .next()
                .mappings()
                .properties();
    }

    private String behind(String alias) {
        return elastic.call(it -> it.indices().getAlias(which -> which.name(alias)))
                .aliases()
                .keySet()
                .iterator()
                .next();
    }

    /** As the older version would make it, without room for what the newer one kept. */
    private String older() {
        var name = settings.skus() + "-older";
        elastic.call(it -> it.indices().create(request -> request.index(name).withJson(new StringReader(OLDER))));
        return name;
    }

    private void existing(String alias, String layout) {
        elastic.call(it -> it.indices()
                .create(request -> request.index(alias + "-v1")
                        .aliases(alias, name -> name)
                        .withJson(new StringReader(layout))));
    }

    private CreateIndexes indexes() {
        return new CreateIndexes(
                new Indexes(elastic, JsonMapper.shared()), settings, new RebuildIndex(elastic), elastic);
    }
}
