package com.ecom.load;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.load.ReadOnlyCallers.Guest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** Visitors with tokens who look around: a category, one of its products, what else there is of its kind. */
@Command(
        name = "browse",
        description = "Journeys per second, through the gateway with tokens, limits and traces: a category, a product,"
                + " related ones.%n")
final class BrowseBench implements Callable<Integer> {

    private static final Pattern PRODUCT = Pattern.compile("\"productId\":\"([^\"]+)\"");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Override
    public Integer call() throws Exception {
        try (var trial = options.open()) {
            var categories = trial.admin()
                    .get("/api/search/products?size=1")
                    .at("/facets/category")
                    .valueStream()
                    .map(it -> it.path("value").asString())
                    .toList();
            Trial.say("%d categories".formatted(categories.size()));
            return options.measure(trial, "journeys", (connection, guest, _) -> browse(connection, guest, categories));
        }
    }

    private static void browse(KeepAlive connection, Guest guest, List<String> categories) throws IOException {
        var random = ThreadLocalRandom.current();
        var category = encode(categories.get(random.nextInt(categories.size())), UTF_8);
        var page = productsIn(connection.get("/api/search/products?size=24&category=" + category, guest));
        if (page.isEmpty()) {
            throw new IOException("There is nothing in category " + category);
        }
        var product = page.get(random.nextInt(page.size()));
        var detail = connection.get("/api/products/" + product, guest);
        if (!productsIn(detail).contains(product)) {
            throw new IOException("Another product than " + product);
        }
        var brand = JsonMapper.shared().readTree(detail).path("brand").asString("");
        var related = connection.get(
                "/api/search/products?size=8&category=%s%s"
                        .formatted(category, brand.isEmpty() ? "" : "&brand=" + encode(brand, UTF_8)),
                guest);
        if (productsIn(related).isEmpty()) {
            throw new IOException("Nothing is related to " + product);
        }
    }

    private static List<String> productsIn(String body) {
        return PRODUCT.matcher(body).results().map(it -> it.group(1)).toList();
    }
}
