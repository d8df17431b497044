package com.ecom.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.test.ServiceTest;
import java.io.StringReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A new version meets indexes that an older one made. */
@ServiceTest
class CreateIndexesIT {

    @Autowired
    ElasticsearchCalls elastic;

    private final SearchSettings settings =
            new SearchSettings("t" + UUID.randomUUID().toString().substring(0, 8) + "-", "USD");

    @Test
    void fieldsThatWereAddedSinceAreAdded() throws Exception {
        existing("""
                {"mappings": {"dynamic": "strict", "properties": {"sku": {"type": "keyword"}}}}
                """);

        indexes().afterPropertiesSet();

        var fields = elastic.call(it -> it.indices().getMapping(which -> which.index(settings.skus())))
                .mappings()
                .values()
                .iterator()
                .next()
                .mappings()
                .properties();
        assertThat(fields).containsKeys("sku", "productId", "level", "version");
        assertThatCode(() -> indexes().afterPropertiesSet()).doesNotThrowAnyException();
    }

    @Test
    void anIndexOfAnotherMakeIsRefusedBeforeAnyMessageIsSetAside() {
        existing("""
                {"mappings": {"dynamic": "strict", "properties": {"sku": {"type": "text"}}}}
                """);

        assertThatIllegalStateException()
                .isThrownBy(() -> indexes().afterPropertiesSet())
                .withMessageContaining(settings.skus())
                .withMessageContaining("sku");
    }

    private void existing(String layout) {
        elastic.call(it -> it.indices()
                .create(request -> request.index(settings.skus() + "-v1")
                        .aliases(settings.skus(), name -> name)
                        .withJson(new StringReader(layout))));
    }

    private CreateIndexes indexes() {
        return new CreateIndexes(elastic, settings, JsonMapper.shared());
    }
}
