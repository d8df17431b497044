package com.ecom.product.model;

import static com.ecom.product.model.ProductFixtures.MONDAY;
import static com.ecom.product.model.ProductFixtures.NOON;
import static com.ecom.product.model.ProductFixtures.TUESDAY;
import static com.ecom.product.model.ProductFixtures.mugsAt;
import static com.ecom.product.model.ProductFixtures.mugsOnSale;
import static com.ecom.product.model.ProductFixtures.mugsPublished;
import static com.ecom.product.model.ProductFixtures.published;
import static com.ecom.product.model.ProductState.ARCHIVED;
import static com.ecom.product.model.ProductState.DRAFT;
import static com.ecom.product.model.ProductState.PUBLISHED;
import static com.ecom.product.model.ProductState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.product.model.PriceHistory.Period;
import com.ecom.product.model.ProductEvent.ProductUpserted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationTests {

    private static final Instant OPENS = MONDAY.plus(NOON);
    private static final Instant CLOSES = TUESDAY.plus(NOON);

    private final Product scheduled =
            Product.create("p-1", mugsPublished(), MONDAY).product();

    @Test
    void itsStateFollowsFromTheTimeAlone() {
        assertThat(scheduled.stateAt(OPENS.minusMillis(1))).isEqualTo(SCHEDULED);
        assertThat(scheduled.stateAt(OPENS)).isEqualTo(PUBLISHED);
        assertThat(scheduled.stateAt(CLOSES.minusMillis(1))).isEqualTo(PUBLISHED);
        assertThat(scheduled.stateAt(CLOSES)).isEqualTo(ARCHIVED);
    }

    @Test
    void aDraftStaysOneAndAnArchivedProductToo() {
        var draft = Product.create(
                "p-1", published(mugsPublished(), false, mugsPublished().published()), MONDAY);

        assertThat(draft.product().stateAt(OPENS)).isEqualTo(DRAFT);
        assertThat(draft.product().nextEdgeAfter(MONDAY)).isEmpty();
        assertThat(draft.events())
                .allSatisfy(
                        it -> assertThat(((ProductUpserted) it).publication()).isNull());
        var archived = scheduled.archive(MONDAY).product();
        assertThat(archived.stateAt(OPENS)).isEqualTo(ARCHIVED);
        assertThat(archived.nextEdgeAfter(MONDAY)).isEmpty();
    }

    @Test
    void othersHearWhenItOpensAndWhenItCloses() {
        assertThat(scheduled.nextEdgeAfter(MONDAY)).contains(OPENS);
        assertThat(scheduled.changesBetween(OPENS.minusMillis(1), OPENS))
                .singleElement()
                .satisfies(it -> assertThat(((ProductUpserted) it).active()).isTrue());
        assertThat(scheduled.nextEdgeAfter(OPENS)).contains(CLOSES);
        assertThat(scheduled.changesBetween(CLOSES.minusMillis(1), CLOSES))
                .singleElement()
                .satisfies(it -> assertThat(((ProductUpserted) it).active()).isFalse());
        assertThat(scheduled.nextEdgeAfter(CLOSES)).isEmpty();
        assertThat(scheduled.changesBetween(OPENS.minusMillis(1), CLOSES)).isEmpty();
    }

    @Test
    void aSaleOfWhatNobodySeesChangesNoPrice() {
        var later = published(mugsOnSale(1_499, 1_299), true, new Window(TUESDAY, null));
        var product = Product.create("p-1", later, MONDAY).product();

        assertThat(product.changesBetween(OPENS.minusMillis(1), OPENS)).isEmpty();
    }

    @Test
    void onlyWhatShoppersSawIsAPriceThatEverybodyCouldBuyAt() {
        var price = Money.of(1_499, "USD");

        assertThat(scheduled.prices().until(MONDAY, "MUG-01")).isEmpty();
        assertThat(scheduled.prices().until(OPENS, "MUG-01")).containsExactly(new Period(price, false, OPENS, null));
        assertThat(scheduled.prices().until(CLOSES, "MUG-01")).containsExactly(new Period(price, false, OPENS, CLOSES));
        var again = scheduled.revise(mugsAt(1_499, 1_499), CLOSES.plusSeconds(9));
        assertThat(again.product().prices().until(CLOSES.plusSeconds(9), "MUG-01"))
                .containsExactly(
                        new Period(price, false, OPENS, CLOSES), new Period(price, false, CLOSES.plusSeconds(9), null));
    }
}
