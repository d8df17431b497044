package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Comes last, since whoever looks for something afterwards finds many things. */
@ExtendWith(OneShop.class)
class WholeCatalogueIT {

    private static final int MOST_TIMES_THE_DATA = 10;

    private final RunningShop shop;

    WholeCatalogueIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void aCatalogueOfRealSizeComesInIsFoundAndIsSold() throws IOException {
        var file = new CatalogueFile(
                WholeCatalogue.file(Checkout.find().ownFolder().resolve("whole-catalogue")));

        var result = new CatalogueImport(shop::admin, WholeCatalogueIT::progress).run(file);

        System.out.printf(
                "%,d products: %.1f s to take them, %.1f s to give them stock, %.1f s until all are found%n",
                result.rows(), result.importSeconds(), result.stockSeconds(), result.indexSeconds());
        assertThat(result.rejected()).isZero();
        assertThat(result.accepted()).isEqualTo(result.rows());
        assertThat(sizeOf(shop.data(Names.MONGODB))).isLessThan(MOST_TIMES_THE_DATA * bytesOf(file));
        buyOneFromTheSecondPage();
    }

    private void buyOneFromTheSecondPage() {
        var second =
                shop.anybody().get("/api/products?size=100").path("nextCursor").asString();
        var product = shop.anybody()
                .get("/api/products?size=1&cursor=" + second)
                .at("/items/0/productId")
                .asString();
        var sku = shop.anybody()
                .get("/api/products/" + product)
                .at("/variants/0/sku")
                .asString();
        var shopper = Shopper.signUp(shop.anybody());
        shopper.orderAt(shopper.order(List.of(Map.of("sku", sku, "quantity", 1)), "pm_card_ok"), "CONFIRMED");
    }

    private static void progress(String what, long done, long all) {
        if (done % 5_000 < 250) {
            System.out.printf("%s: %,d of %,d%n", what, done, all);
        }
    }

    private static long bytesOf(CatalogueFile file) throws IOException {
        try (var lines = file.lines()) {
            return lines.mapToLong(String::length).sum();
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }
}
