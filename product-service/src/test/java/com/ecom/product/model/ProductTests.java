package com.ecom.product.model;

import static com.ecom.product.model.ProductFixtures.MONDAY;
import static com.ecom.product.model.ProductFixtures.NOON;
import static com.ecom.product.model.ProductFixtures.TUESDAY;
import static com.ecom.product.model.ProductFixtures.mug;
import static com.ecom.product.model.ProductFixtures.mugsAt;
import static com.ecom.product.model.ProductFixtures.mugsOnSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.core.outbox.Event;
import com.ecom.product.model.ProductEvent.PriceChanged;
import com.ecom.product.model.ProductEvent.ProductDeleted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTests {

    @Test
    void beginsWithItsFirstVersionAndSaysSo() {
        var added = Product.create("p-1", mugsAt(1_499, 1_499), MONDAY);

        assertThat(added.product().version()).isEqualTo(1);
        assertThat(added.events()).extracting(Event::type).containsExactly("product.upserted.v1");
    }

    @Test
    void publishesEachChangedPrice() {
        var revised = mug().revise(mugsAt(1_299, 1_499), TUESDAY);

        assertThat(revised.product().version()).isEqualTo(2);
        assertThat(revised.product().createdAt()).isEqualTo(MONDAY);
        assertThat(revised.events()).hasSize(2);
        assertThat(revised.events().getLast())
                .isEqualTo(new PriceChanged("p-1", 2, "MUG-01", Money.of(1_499, "USD"), Money.of(1_299, "USD")));
    }

    @Test
    void aSaleThatIsStillToComeChangesNoPrice() {
        var announced = mug().revise(mugsOnSale(1_499, 1_299), MONDAY);

        assertThat(announced.events()).extracting(Event::type).containsExactly("product.upserted.v1");
        assertThat(announced.product().nextEdgeAfter(MONDAY)).contains(MONDAY.plus(NOON));
    }

    @Test
    void saysWhatASaleChangesByBeginningAndByEnding() {
        var product = mug().revise(mugsOnSale(1_499, 1_299), MONDAY).product();
        var begin = MONDAY.plus(NOON);
        var end = TUESDAY.plus(NOON);

        assertThat(product.changesBetween(begin.minusMillis(1), begin))
                .containsExactly(new PriceChanged("p-1", 2, "MUG-01", Money.of(1_499, "USD"), Money.of(1_299, "USD")));
        assertThat(product.nextEdgeAfter(begin)).contains(end);
        assertThat(product.changesBetween(end.minusMillis(1), end))
                .containsExactly(new PriceChanged("p-1", 2, "MUG-01", Money.of(1_299, "USD"), Money.of(1_499, "USD")));
        assertThat(product.nextEdgeAfter(end)).isEmpty();
        assertThat(product.changesBetween(begin.minusMillis(1), end)).isEmpty();
    }

    @Test
    void aSaleThatIsThereAlreadyChangesThePriceAtOnce() {
        var revised = mug().revise(mugsOnSale(1_499, 1_299), TUESDAY);

        assertThat(revised.events().getLast())
                .isEqualTo(new PriceChanged("p-1", 2, "MUG-01", Money.of(1_499, "USD"), Money.of(1_299, "USD")));
    }

    @Test
    void whatIsNotForSaleHasNoSale() {
        var product = mug().revise(mugsOnSale(1_499, 1_299), MONDAY).product();

        assertThat(product.archive(MONDAY).product().nextEdgeAfter(MONDAY)).isEmpty();
    }

    @Test
    void saysNothingWhenNothingChanges() {
        var revised = mug().revise(mugsAt(1_499, 1_499), TUESDAY);

        assertThat(revised.changesNothing()).isTrue();
        assertThat(revised.product()).isEqualTo(mug());
    }

    @Test
    void leavesTheCatalogueOnce() {
        var archived = mug().archive(TUESDAY);

        assertThat(archived.product().isPublishedAt(TUESDAY)).isFalse();
        assertThat(archived.events()).containsExactly(new ProductDeleted("p-1", 2, List.of("MUG-01", "MUG-02")));
        assertThat(archived.product().archive(TUESDAY).changesNothing()).isTrue();
    }

    @Test
    void comesBackWhenItIsRevised() {
        var back = mug().archive(TUESDAY).product().revise(mugsAt(1_499, 1_499), TUESDAY);

        assertThat(back.product().isPublishedAt(TUESDAY)).isTrue();
        assertThat(back.product().version()).isEqualTo(3);
        assertThat(back.events()).extracting(Event::type).containsExactly("product.upserted.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "Stoneware mug, stoneware-mug-0000b001",
        "'  Crème brûlée!  ', creme-brulee-0000b001",
        "茶, 0000b001",
        "'a -- b', a-b-0000b001"
    })
    void hasAnAddressThatPeopleCanRead(String name, String slug) {
        assertThat(Slug.of(name, "0198c0de-0000-7000-8000-00000000b001")).isEqualTo(slug);
        assertThat(Slug.isOne(slug)).isTrue();
    }
}
