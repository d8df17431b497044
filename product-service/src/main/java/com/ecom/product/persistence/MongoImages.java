package com.ecom.product.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ecom.product.model.Image;
import com.ecom.product.model.Images;
import com.ecom.product.persistence.ImageDocument.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** One document per picture. */
@Repository
@RequiredArgsConstructor
class MongoImages implements Images {

    private final MongoTemplate mongo;

    @Override
    public boolean begin(Image image, Instant now) {
        try {
            mongo.insert(
                    new ImageDocument(image.id(), image.width(), image.height(), image.blurHash(), State.STORING, now));
            return true;
        } catch (DuplicateKeyException e) {
            return mongo.updateFirst(
                                    query(where("id")
                                            .is(image.id())
                                            .and("state")
                                            .ne(State.DELETING)),
                                    Update.update("usedAt", now),
                                    ImageDocument.class)
                            .getMatchedCount()
                    == 1;
        }
    }

    @Override
    public void stored(String id) {
        mongo.updateFirst(query(where("id").is(id)), Update.update("state", State.STORED), ImageDocument.class);
    }

    /** Whoever deletes asks for the time that is written here, so that none of them is deleted meanwhile. */
    @Override
    public List<Image> use(Collection<String> ids, Instant now) {
        var usable = query(where("id").in(ids).and("state").is(State.STORED));
        mongo.updateMulti(usable, Update.update("usedAt", now), ImageDocument.class);
        return mongo.find(usable, ImageDocument.class).stream()
                .map(ImageDocument::toImage)
                .toList();
    }
}
