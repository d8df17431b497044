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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

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
        openMarketAbroad();

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

    /** Where somebody buys by a quote; everywhere else things cost what they do. */
    private void openMarketAbroad() {
        var rules = JsonMapper.shared().readTree("""
                {"currency": "USD", "priceMode": "GROSS", "countries": ["SM"],
                 "taxes": [{"category": "standard", "area": {"country": "SM"}, "ppm": 220000,
                            "from": "2024-01-01T00:00:00Z"}],
                 "zones": [{"id": "abroad", "areas": [{"country": "SM"}]}],
                 "shipping": [{"id": "post", "prices": [{"zone": "abroad", "price": 790}]},
                              {"id": "courier", "prices": [{"zone": "abroad", "price": 1900}]}],
                 "promotions": [{"id": "field", "name": "A tenth for the field", "codes": ["FIELD10"],
                                 "effect": {"type": "PERCENT_OFF_ORDER", "basisPoints": 1000}}]}
                """);
        shop.admin()
                .replace("/api/admin/markets/journeys", Map.of("rules", rules, "reason", "for journeys"), 0)
                .good();
    }

    private int journeys(Chromium browser) throws IOException, InterruptedException {
        var environment = Map.of(
                "ADMIN_PASSWORD", shop.adminPassword(),
                "ECOM_CHROMIUM", browser.executable().toString(),
                "ECOM_CHROMIUM_LIBRARIES", browser.libraries(),
                "STOREFRONT_URL", shop.addressOf(Names.STOREFRONT).toString(),
                "GATEWAY_URL", shop.addressOf(Names.GATEWAY).toString(),
                "MAILBOX_URL", shop.addressOf(Names.MAIL_API).toString());
        var result = new Storefront(checkout).run(environment, log(), "npm", "run", "--silent", journeys());
        System.out.println(Files.readString(log()));
        return result;
    }

    /** A few of them with every build; all of them, or a look by Lighthouse, for whoever has the time, such as a night. */
    private static String journeys() {
        return switch (System.getenv().getOrDefault("ECOM_JOURNEYS", "few")) {
            case "all" -> "journeys";
            case "lighthouse" -> "lighthouse";
            default -> "smoke";
        };
    }

    private Path log() {
        return shop.logs().resolve("journeys.log");
    }
}
