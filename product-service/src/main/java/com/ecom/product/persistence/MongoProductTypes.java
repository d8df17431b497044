package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.types.AttributeDefinition;
import com.ecom.product.model.types.ProductType;
import com.ecom.product.model.types.ProductTypes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.ReplaceOptions;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class MongoProductTypes implements ProductTypes {

    private static final String COLLECTION = "product_types";

    private final MongoTemplate mongo;

    @Override
    public long count() {
        return mongo.count(new Query(), COLLECTION);
    }

    @Override
    public Optional<ProductType> find(String code) {
        return Optional.ofNullable(mongo.findById(code, Kept.class, COLLECTION)).map(Kept::type);
    }

    @Override
    public List<ProductType> find(Collection<String> codes) {
        return found(query(where("id").in(codes)));
    }

    @Override
    public List<ProductType> after(String code, int size) {
        return found(query(where("id").gt(code)).with(Sort.by("id")).limit(size));
    }

    private List<ProductType> found(Query query) {
        return mongo.find(query, Kept.class, COLLECTION).stream()
                .map(Kept::type)
                .toList();
    }

    @Override
    public boolean add(ProductType type) {
        try {
            mongo.insert(Kept.of(type), COLLECTION);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public boolean replace(ProductType type) {
        var before = query(where("id").is(type.code()).and("version").is(type.version() - 1));
        return mongo.replace(before, Kept.of(type), ReplaceOptions.none(), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    private record Kept(
            String id,
            long version,
            Map<String, String> labels,
            List<AttributeDefinition> attributes,
            Instant updatedAt) {

        static Kept of(ProductType it) {
            return new Kept(it.code(), it.version(), it.labels(), it.attributes(), it.updatedAt());
        }

        ProductType type() {
            return new ProductType(id, version, labels, attributes, updatedAt);
        }
    }
}
