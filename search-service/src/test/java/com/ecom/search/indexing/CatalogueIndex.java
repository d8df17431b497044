package com.ecom.search.indexing;

import com.ecom.core.money.Money;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.elastic.OwnIndexes;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.Publication;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A catalogue file in an index of its own, as if it had been imported. A product's id is its SKU here. */
public final class CatalogueIndex {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 500;

    private final ElasticsearchCalls elastic;
    private final SearchSettings settings;
    private final IndexProducts index;
    private int waiting;

    public CatalogueIndex(ElasticsearchCalls elastic) {
        this.elastic = elastic;
        this.settings = OwnIndexes.create(elastic);
        this.index = new IndexProducts(OwnIndexes.merging(elastic), settings);
    }

    public SearchSettings settings() {
        return settings;
    }

    public void add(String line) {
        var entry = JSON.readValue(line, Line.class).toEvent().toEntry(Instant.EPOCH);
        index.collect(entry.productId(), it -> it.with(entry));
        if (++waiting % AT_ONCE == 0) {
            index.write();
        }
    }

    /** From here on everything that was added is found. */
    public void refresh() {
        index.write();
        elastic.call(it -> it.indices().refresh(which -> which.index(settings.products())));
    }

    /** As the import reads it. */
    private record Line(
            String sku,
            String title,
            @Nullable String brand,
            @Nullable String model,
            @Nullable String description,
            @Nullable List<String> ean,
            long priceMinor,
            String currency,
            Map<String, Object> attributes) {

        ProductUpserted toEvent() {
            var all = new LinkedHashMap<>(attributes);
            if (model != null) {
                all.putIfAbsent("model", model);
            }
            if (ean != null) {
                all.putIfAbsent("ean", String.join(" ", ean));
            }
            var type = attributes.get("type") instanceof String it ? it : null;
            var variant = new ProductUpserted.Variant(sku, Map.of(), Money.of(priceMinor, currency), null);
            return new ProductUpserted(
                    sku,
                    1,
                    "s",
                    title,
                    description,
                    brand,
                    type,
                    ProductUpserted.AssignedType.NONE,
                    true,
                    Publication.UNSET,
                    List.of(),
                    all,
                    List.of(variant),
                    Instant.EPOCH);
        }
    }
}
