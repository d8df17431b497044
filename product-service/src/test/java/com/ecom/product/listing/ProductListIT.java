package com.ecom.product.listing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexField;
import tools.jackson.databind.JsonNode;

/** Each test has a brand of its own. */
@ServiceTest
class ProductListIT {

    private static final String LIST = "/api/admin/products?brand=";

    @Autowired
    Shop shop;

    @Autowired
    MongoTemplate mongo;

    private final String brand = "B" + UUID.randomUUID().toString().replace("-", "");
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void staffFindProductsOfEveryStateAndSeeHowManyThereAre() {
        var later = Instant.now().plusSeconds(3_600);
        var earlier = Instant.now().minusSeconds(3_600);
        var draft = added("Mug", "'state': 'DRAFT'");
        var scheduled = added("Mug", "'publishFrom': '%s'".formatted(later));
        var published = added("Mug", "'publishFrom': '%s', 'publishUntil': '%s'".formatted(earlier, later));
        var over = added("Mug", "'publishUntil': '%s'".formatted(earlier));
        var archived = added("Mug", "'active': true");
        catalogue.archive(archived, "\"1\"").expectStatus().isNoContent();

        assertThat(idsIn(LIST + brand)).containsExactlyInAnyOrder(draft, scheduled, published, over, archived);
        assertThat(idsIn(LIST + brand + "&state=DRAFT")).containsExactly(draft);
        assertThat(idsIn(LIST + brand + "&state=SCHEDULED")).containsExactly(scheduled);
        assertThat(idsIn(LIST + brand + "&state=PUBLISHED")).containsExactly(published);
        assertThat(idsIn(LIST + brand + "&state=ARCHIVED")).containsExactlyInAnyOrder(over, archived);
        assertThat(counts()).isEqualTo(Map.of("DRAFT", 1, "SCHEDULED", 1, "PUBLISHED", 1, "ARCHIVED", 2));
        assertThat(catalogue
                        .read(LIST + brand + "&state=DRAFT")
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void wordsAndSkusAreFoundByTheirBeginningsHoweverTheyAreWritten() {
        var sku = newSku();
        var mug = added(sku, "Crème-brûlée mug XL", "'category': 'kitchen'");
        var bowl = added("Bowl", "'category': 'tables'");

        var begin = sku.substring(0, 12);
        for (var asked :
                List.of("creme", "MUG", "brul", "mug crème", "crème-brûlée", sku.toUpperCase(Locale.ROOT), begin)) {
            assertThat(idsIn(LIST + brand + "&q={q}", asked)).as(asked).containsExactly(mug);
        }
        assertThat(idsIn(LIST + brand + "&q=ug")).isEmpty();
        assertThat(idsIn(LIST + brand + "&q=mug bowl")).isEmpty();
        assertThat(idsIn("/api/admin/products?q=" + brand)).hasSize(2);
        assertThat(idsIn(LIST + brand + "&category=tables")).containsExactly(bowl);
    }

    @Test
    void whatChangedSinceATimeIsFound() {
        var first = added("First", "'active': true");
        var second = added("Second", "'active': true");
        var changed = catalogue.revise(first, "\"1\"", body(newSku(), "Other", "'active': true"));
        var since = json(changed.expectStatus().isOk()).path("updatedAt").asString();

        assertThat(idsIn(LIST + brand + "&updatedSince=" + since)).contains(first);
        assertThat(idsIn(LIST + brand + "&updatedSince=" + Instant.now().plusSeconds(60)))
                .isEmpty();
        assertThat(idsIn(LIST + brand + "&updatedSince=-999999999-01-01T00:00:00Z"))
                .contains(second);
        assertThat(idsIn(LIST + brand + "&updatedSince={time}", "+999999999-01-01T00:00:00Z"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"updatedAt", "-updatedAt", "createdAt", "-createdAt", "name", "-name"})
    void pagesNeitherRepeatNorSkipWhatStaysWhileOtherThingsComeAndGo(String sort) {
        var stay = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            stay.add(added(i < 3 ? "Same" : "Mug " + i, "'active': true"));
        }
        var changing = added("Mug 3a", "'active': true");

        var seen = new ArrayList<String>();
        var cursor = "";
        for (int i = 0; i < 20 && (i == 0 || !cursor.isEmpty()); i++) {
            var page = catalogue.read(LIST + brand + "&size=2&sort=" + sort + (i == 0 ? "" : "&cursor=" + cursor));
            seen.addAll(idsOf(page));
            cursor = page.path("nextCursor").asString("");
            if (i == 0) {
                added("Mug 0", "'active': true");
                catalogue
                        .revise(changing, "\"1\"", body(newSku(), "Zebra", "'active': true"))
                        .expectStatus()
                        .isOk();
            }
        }

        assertThat(seen.stream().filter(stay::contains)).containsExactlyInAnyOrderElementsOf(stay);
    }

    @Test
    void aListIsSortedAsIsAsked() {
        var bowl = added("bowl", "'active': true");
        var apple = added("Äpple", "'active': true");
        var cup = added("Cup", "'active': true");

        assertThat(idsIn(LIST + brand + "&sort=name")).containsExactly(apple, bowl, cup);
        assertThat(idsIn(LIST + brand + "&sort=-name")).containsExactly(cup, bowl, apple);
        assertThat(idsIn(LIST + brand + "&sort=createdAt")).containsExactly(bowl, apple, cup);
        assertThat(idsIn(LIST + brand)).containsExactly(cup, apple, bowl);
    }

    @Test
    void eachOrderHasAnIndex() {
        assertThat(mongo.indexOps("products").getIndexInfo().stream()
                        .map(it -> it.getIndexFields().stream()
                                .map(IndexField::getKey)
                                .toList()))
                .contains(
                        List.of("updatedAt", "_id"),
                        List.of("createdAt", "_id"),
                        List.of("nameKey", "_id"),
                        List.of("words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=SOLD", "sort=price", "sort=--name", "size=0", "size=101", "updatedSince=yesterday"})
    void whatMakesNoSenseIsRefused(String query) {
        catalogue
                .keeper()
                .get()
                .uri("/api/admin/products?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", ".*", "mug\\E(", "\ud83d\ude00", "$where", "--", "\u202e", "+"})
    void whateverIsTypedIsWordsAndNothingElse(String q) {
        added("Mug", "'active': true");

        assertThat(idsIn(LIST + brand + "&q={q}", q).size()).isLessThanOrEqualTo(1);
    }

    private String added(String name, String terms) {
        return added(newSku(), name, terms);
    }

    private String added(String sku, String name, String terms) {
        return catalogue.added(body(sku, name, terms));
    }

    /** What it says last of a field counts. */
    private String body(String sku, String name, String terms) {
        var category = terms.contains("category") ? "" : "\"category\": \"kitchen\", ";
        return mug(sku, 1_499)
                .replace("\"category\": \"kitchen\",", category)
                .replace("Stoneware mug", name)
                .replace("Clayworks", brand)
                .replaceFirst("\\{", "{" + terms.replace('\'', '"') + ", ");
    }

    private Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        catalogue
                .read("/api/admin/product-states?brand=" + brand)
                .forEach(it ->
                        counts.put(it.path("state").asString(), it.path("count").asInt()));
        return counts;
    }

    private List<String> idsIn(String uri, Object... variables) {
        return idsOf(catalogue.read(uri, variables));
    }

    private static List<String> idsOf(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("productId").asString())
                .toList();
    }
}
