package com.ecom.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.inventory.Shelf;
import com.ecom.inventory.model.HotSkus;
import com.ecom.inventory.model.HotSkus.Choice;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import com.ecom.inventory.model.Shortage;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockChange;
import com.ecom.inventory.model.Stocks;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class HotSkusIT {

    @Autowired
    HotSkus hotSkus;

    @Autowired
    HotRows rows;

    @Autowired
    Stocks stocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    final Bearer keeper = TestIssuer.bearer(Role.CATALOG);

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(jdbc);
    }

    @Test
    void aHotSkuLiesInSixteenEvenBucketsAndNotAUnitIsLost() {
        var sku = hot(100);

        assertThat(buckets(sku)).hasSize(16).containsOnly(6, 7);
        assertThat(shelf.available(sku)).isEqualTo(100);
    }

    @Test
    void everyUnitOfAHotSkuIsSoldAndNotOneMore() throws Exception {
        var sku = hot(100);

        var sold = atOnce(IntStream.range(0, 150)
                .<Callable<Boolean>>mapToObj(_ -> () -> change(sku, -1).isEmpty())
                .toList());

        assertThat(sold).filteredOn(it -> it).hasSize(100);
        assertThat(shelf.available(sku)).isZero();
        assertThat(shelf.explained(sku)).isZero();
    }

    @Test
    void whatNoBucketHasAloneIsTakenFromSeveral() {
        var sku = hot(20);

        assertThat(change(sku, -20)).isEmpty();

        assertThat(shelf.available(sku)).isZero();
    }

    @Test
    void moreThanAllBucketsHaveIsShort() {
        var sku = hot(20);

        assertThat(change(sku, -21)).containsExactly(new Shortage(sku, 21, 20));

        assertThat(shelf.available(sku)).isEqualTo(20);
    }

    @Test
    void ordersOfSeveralHotSkusNeverBlockEachOther() throws Exception {
        var skus = List.of(hot(64), hot(64), shelf.with(64));

        var sold = atOnce(IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(it -> () -> {
                    var wanted = it % 2 == 0 ? skus : skus.reversed();
                    return Objects.requireNonNull(transaction.execute(_ -> stocks.change(
                                    wanted.stream().map(sku -> change(sku)).toList())))
                            .isEmpty();
                })
                .toList());

        assertThat(sold).containsOnly(true);
        assertThat(skus).allSatisfy(it -> assertThat(shelf.available(it)).isZero());
    }

    @Test
    void becomesOrdinaryAgainWhileItIsBought() throws Exception {
        var sku = hot(200);

        var done = atOnce(IntStream.range(0, 120)
                .<Callable<Boolean>>mapToObj(it -> () -> {
                    if (it == 40) {
                        hotSkus.cool(sku);
                        return true;
                    }
                    return change(sku, -1).isEmpty();
                })
                .toList());

        assertThat(done).containsOnly(true);
        assertThat(buckets(sku)).containsExactly(81);
        assertThat(shelf.explained(sku)).isEqualTo(81);
    }

    @Test
    void itsVersionNeverGoesBack() {
        var sku = shelf.with(50);
        var first = versionOf(sku);
        hotSkus.heat(sku, Choice.BY_HAND);
        change(sku, -3);
        var second = versionOf(sku);
        hotSkus.cool(sku);
        var third = versionOf(sku);

        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void lopsidedBucketsAreEvenedOut() {
        var sku = hot(64);
        jdbc.sql("update stock set available = if(bucket = 3, 64, 0) where sku = :sku")
                .param("sku", sku)
                .update();

        hotSkus.even();

        assertThat(buckets(sku)).containsOnly(4);
    }

    @Test
    void shoppersHearOfAHotSkusLevelOnceAndWhenItIsBack() {
        var sku = hot(40);
        change(sku, -36);
        heard(sku, "stock.low.v1", 1);
        change(sku, -4);
        heard(sku, "stock.changed.v1", 2);
        change(sku, 30);
        heard(sku, "stock.back.v1", 1);

        assertThat(broker.published("stock.events", sku, "stock.changed.v1"))
                .extracting(it -> it.path("level").asString())
                .containsExactly("LOW", "OUT_OF_STOCK", "IN_STOCK");
        assertThat(broker.published("stock.events", sku, "stock.low.v1")).hasSize(1);
    }

    @Test
    void whatGotHotByLoadMayCoolDownAndWhatStaffChoseStays() {
        var byLoad = shelf.with(10);
        var byHand = shelf.with(10);
        hotSkus.heat(byLoad, Choice.BY_LOAD);
        hotSkus.heat(byHand, Choice.BY_HAND);
        hotSkus.heat(byHand, Choice.BY_LOAD);
        jdbc.sql("update hot_sku set busy_at = now(3) - interval 11 minute where sku in (:skus)")
                .param("skus", List.of(byLoad, byHand))
                .update();

        assertThat(hotSkus.coolAgain()).contains(byLoad).doesNotContain(byHand);
    }

    @Test
    void staffSayWhatIsHot() {
        var sku = shelf.with(10);

        put(sku).expectStatus().isNoContent();
        put(sku).expectStatus().isNoContent();
        assertThat(buckets(sku)).hasSize(16);
        shop.as(keeper)
                .get()
                .uri("/api/admin/hot-skus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.sku == '" + sku + "')].chosen")
                .isEqualTo("BY_HAND");
        delete(sku).expectStatus().isNoContent();
        delete(sku).expectStatus().isNoContent();
        assertThat(buckets(sku)).containsExactly(10);
        put("UNKNOWN-1").expectStatus().isNotFound();
    }

    @Test
    void whatIsInNoCatalogueIsNeverHot() {
        assertThatExceptionOfType(NoSuchSku.class).isThrownBy(() -> hotSkus.heat("UNKNOWN-2", Choice.BY_HAND));

        assertThat(hotSkus.all()).noneMatch(it -> it.sku().equals("UNKNOWN-2"));
    }

    private ResponseSpec put(String sku) {
        return shop.as(keeper).put().uri("/api/admin/hot-skus/" + sku).exchange();
    }

    private ResponseSpec delete(String sku) {
        return shop.as(keeper).delete().uri("/api/admin/hot-skus/" + sku).exchange();
    }

    /** And every instance knows, as it would a second later. */
    private String hot(int available) {
        var sku = shelf.with(available);
        hotSkus.heat(sku, Choice.BY_HAND);
        rows.refresh();
        return sku;
    }

    private List<Shortage> change(String sku, int delta) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var shortages = stocks.change(List.of(new StockChange(UUID.randomUUID(), sku, delta, "CORRECTION")));
            if (!shortages.isEmpty()) {
                status.setRollbackOnly();
            }
            return shortages;
        }));
    }

    private static StockChange change(String sku) {
        return new StockChange(UUID.randomUUID(), sku, -1, "CORRECTION");
    }

    private List<Integer> buckets(String sku) {
        return jdbc.sql("select available from stock where sku = :sku order by bucket")
                .param("sku", sku)
                .query(Integer.class)
                .list();
    }

    private long versionOf(String sku) {
        return stocks.of(List.of(sku)).stream().mapToLong(Stock::version).sum();
    }

    private void heard(String sku, String type, int times) {
        await().untilAsserted(() ->
                assertThat(broker.published("stock.events", sku, type)).hasSize(times));
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> tasks) throws Exception {
        try (var pool = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<Boolean>();
            for (var it : pool.invokeAll(tasks)) {
                results.add(it.get());
            }
            return results;
        }
    }
}
