package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.product.images.PictureFiles;
import com.ecom.product.model.ImageStore;
import com.ecom.product.model.Images;
import com.ecom.product.persistence.ImageDocument.State;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class DeleteUnusedImagesIT {

    @Autowired
    Shop shop;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    DeleteUnusedImages deleteUnusedImages;

    @Autowired
    Images images;

    @Autowired
    ImageStore store;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void aPictureGoesThirtyDaysAfterTheLastProductThatShowedIt() {
        var young = unusedFor(29);
        var old = unusedFor(31);
        var shown = unusedFor(31);
        var archived = unusedFor(31);
        shownBy(shown);
        catalogue.archive(shownBy(archived), "\"1\"").expectStatus().isNoContent();
        age(shown, 31);
        age(archived, 31);

        deleteUnusedImages.purge();

        assertThat(List.of(young, shown, archived)).allMatch(this::isThere);
        assertThat(isThere(old)).isFalse();
        assertThat(store.get(old, "original.jpg")).isEmpty();
    }

    @Test
    void aPictureThatIsGoingIsNotPutOntoAProductAndIsGoneTheNextTime() {
        var going = unusedFor(31);
        mongo.updateFirst(byId(going), Update.update("state", State.DELETING), ImageDocument.class);

        assertThat(images.use(List.of(going), Instant.now())).isEmpty();
        deleteUnusedImages.purge();

        assertThat(isThere(going)).isFalse();
    }

    private String unusedFor(int days) {
        var id = json(catalogue.upload(PictureFiles.jpeg(), "image/jpeg"))
                .path("imageId")
                .asString();
        age(id, days);
        return id;
    }

    private String shownBy(String image) {
        return catalogue.added(mug(newSku(), 1_499)
                .replaceFirst(
                        "\"attributes\"",
                        "\"media\": [{\"image\": \"%s\", \"alt\": \"\"}], \"attributes\"".formatted(image)));
    }

    private void age(String id, int days) {
        mongo.updateFirst(
                byId(id), Update.update("usedAt", Instant.now().minus(Duration.ofDays(days))), ImageDocument.class);
    }

    private boolean isThere(String id) {
        return mongo.exists(byId(id), ImageDocument.class)
                && store.get(id, "640.jpg").isPresent();
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("id").is(id));
    }
}
