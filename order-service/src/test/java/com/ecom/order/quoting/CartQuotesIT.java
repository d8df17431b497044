package com.ecom.order.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.order.baskets.Item;
import com.ecom.order.model.OrderRefusal.NotForSale;
import com.ecom.order.quoting.QuoteNotice.NoticeCode;
import com.ecom.test.ServiceTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cart in which something is not for sale any more. */
@ServiceTest
class CartQuotesIT {

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    Quotes quotes;

    @Autowired
    JdbcClient jdbc;

    private final Caller shopper = new Caller(UUID.randomUUID(), Set.of(Role.CUSTOMER), "ada@example.com");
    private final String mug = "MUG-" + UUID.randomUUID();
    private final String gone = "GONE-" + UUID.randomUUID();

    @BeforeEach
    void oneThingIsForSale() {
        jdbc.sql("""
                insert into price (sku, product_id, name, amount, currency, on_sale, version)
                values (?, 'p', 'A mug', 1499, 'USD', true, 1), (?, 'q', 'A vase', 999, 'USD', false, 1)
                """).params(mug, gone).update();
    }

    @Test
    void whatIsNotForSaleIsLeftOutAndSaid() {
        var quote = quoted(null, new Item(mug, 2), new Item(gone, 1));

        assertThat(quote.total().amount()).isEqualTo(2_998);
        assertThat(quote.notices()).containsExactly(new QuoteNotice(NoticeCode.NOT_FOR_SALE, gone, null, null, null));
    }

    @Test
    void theCartIsStillWhatWasQuotedAsLongAsTheRestIs() {
        var quote =
                quotes.open(quoted(null, new Item(mug, 2), new Item(gone, 1)).quote(), shopper.id());

        assertThat(quote.isAbout(List.of(new Item(mug, 2), new Item(gone, 1)))).isTrue();
        assertThat(quote.isAbout(List.of(new Item(mug, 2)))).isTrue();
        assertThat(quote.isAbout(List.of(new Item(mug, 1), new Item(gone, 1)))).isFalse();
        assertThat(quote.isAbout(List.of(new Item(mug, 2), new Item("OTHER", 1))))
                .isFalse();
    }

    @Test
    void whatWasForSaleBeforeIsSaidOnce() {
        jdbc.sql("update price set on_sale = true where sku = ?").param(gone).update();
        var before = quoted(null, new Item(mug, 2), new Item(gone, 1));
        jdbc.sql("update price set on_sale = false where sku = ?").param(gone).update();

        var now = quoted(before.quote(), new Item(mug, 2), new Item(gone, 1));

        assertThat(now.notices())
                .extracting(QuoteNotice::code)
                .containsExactly(NoticeCode.NOT_FOR_SALE, NoticeCode.TOTAL_CHANGED);
    }

    @Test
    void whereNothingIsLeftTheRefusalNamesIt() {
        assertThatExceptionOfType(NotForSale.class)
                .isThrownBy(() -> quoted(null, new Item(gone, 1)))
                .withMessageContaining(gone);
    }

    @Test
    void whoNamesWhatIsNotForSaleIsRefused() {
        var items = List.of(new Item(mug, 1), new Item(gone, 1));

        assertThatExceptionOfType(NotForSale.class)
                .isThrownBy(() -> makeQuote.handle(shopper, request(items, null), items))
                .withMessageContaining(gone);
    }

    private QuoteView quoted(@Nullable String replaces, Item... cart) {
        return makeQuote.handle(shopper, request(null, replaces), List.of(cart));
    }

    private static QuoteRequest request(@Nullable List<Item> items, @Nullable String replaces) {
        return new QuoteRequest(items, "BS", null, null, null, null, replaces);
    }
}
