package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.ecom.local.build.Storefront;
import com.ecom.local.build.Storefront.Outcome;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Chromium;
import com.ecom.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People's ways through the shop, in a real browser; {@code ecom-storefront/journeys} has each of them. */
@ExtendWith(OneShop.class)
class StorefrontIT {

    private final RunningShop shop;
    private final Checkout checkout = Checkout.find();

    StorefrontIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void everyJourneyThroughTheStorefrontEndsAsItShould() throws IOException, InterruptedException {
        var browser = Chromium.find(checkout);
        if (browser.isEmpty()) {
            mayBeMissing();
        }
        bringUpToDate();
        shop.bringBack(Names.STOREFRONT);

        assertThat(journeys(browser.orElseThrow())).isZero();
    }

    private static void mayBeMissing() {
        var why = "browser tests not run: there is no Chromium, and none could be brought";
        System.out.println(why);
        if ("true".equals(System.getenv("CI"))) {
            fail(why);
        }
        abort(why);
    }

    private void bringUpToDate() throws IOException, InterruptedException {
        var storefront = new Storefront(checkout);
        if (storefront.isStale()) {
            assertThat(storefront.build()).as("%s says more", storefront.log()).isEqualTo(Outcome.BUILT);
        }
    }

    private int journeys(Chromium browser) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        checkout.storefront().resolve("with-node").toString(), "npm", "run", "--silent", "journeys"))
                .directory(checkout.storefront().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("ECOM_CHROMIUM", browser.executable().toString());
        builder.environment().put("ECOM_CHROMIUM_LIBRARIES", browser.libraries());
        builder.environment()
                .put("STOREFRONT_URL", shop.addressOf(Names.STOREFRONT).toString());
        var process = builder.start();
        var result = process.waitFor();
        System.out.println(Files.readString(log()));
        return result;
    }

    private Path log() {
        return shop.logs().resolve("journeys.log");
    }
}
