package com.ecom.search.sample;

import com.ecom.search.sample.SampleWords.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Makes the sample catalogue from our own words, the same at every time. */
final class SampleCatalogue {

    private static final int OF_EACH = 7;
    private static final long SEED = 16;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SYLLABLES =
            List.of("ka", "ro", "lin", "mo", "ve", "tar", "si", "pel", "no", "dra", "fi", "lo");

    private final Random random = new Random(SEED);
    private final List<Product> products = new ArrayList<>();

    private SampleCatalogue() {}

    static List<Product> products(List<Thing> things) {
        var catalogue = new SampleCatalogue();
        things.forEach(catalogue::add);
        return List.copyOf(catalogue.products);
    }

    private void add(Thing thing) {
        var brands = List.of(brand(), brand(), brand());
        for (int i = 0; i < OF_EACH; i++) {
            add(thing, brands.get(i % brands.size()), i);
        }
    }

    private void add(Thing thing, String brand, int number) {
        var id = products.size() + 1;
        var name = thing.names().get(number % thing.names().size());
        var kind = thing.kinds().get(number % thing.kinds().size());
        var look =
                thing.looks().get(number / thing.kinds().size() % thing.looks().size());
        var model = "%s-%d%s"
                .formatted(
                        brand.substring(0, 2).toUpperCase(java.util.Locale.ROOT),
                        1000 + id * 7,
                        number % 2 == 0 ? "" : "X");
        var title = switch (number % 3) {
            case 0 -> "%s %s %s %s, %s".formatted(brand, model, kind, name, look);
            case 1 -> "%s %s %s".formatted(brand, capitalised(kind), capitalised(name));
            default -> "%s %s %s (%s)".formatted(capitalised(look), kind, name, model);
        };
        products.add(new Product(
                "SMP-%05d".formatted(id),
                title,
                brand,
                model,
                thing.purpose(),
                List.of(ean(id)),
                price(thing),
                "USD",
                thing.category(),
                thing.names().getFirst(),
                kind,
                look));
    }

    private long price(Thing thing) {
        var steps = (thing.most() - thing.least()) / 100;
        return thing.least() + 100L * random.nextInt((int) steps + 1);
    }

    private String brand() {
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return capitalised(name.toString());
    }

    /** Of the range that is left to everybody's own use. */
    private static String ean(int id) {
        var digits = "20%010d".formatted(id * 31L);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    record Product(
            String sku,
            String title,
            String brand,
            String model,
            String description,
            List<String> ean,
            long priceMinor,
            String currency,
            String category,
            String thing,
            String kind,
            String look) {

        /** A line of a file that can be imported. */
        String toLine() {
            var line = new LinkedHashMap<String, Object>();
            line.put("sku", sku);
            line.put("title", title);
            line.put("brand", brand);
            line.put("model", model);
            line.put("description", description);
            line.put("ean", ean);
            line.put("priceMinor", priceMinor);
            line.put("currency", currency);
            line.put("images", List.of());
            var attributes = new LinkedHashMap<>(Map.of("type", category));
            attributes.put("design", look);
            line.put("attributes", attributes);
            return JSON.writeValueAsString(line);
        }

        boolean has(String word) {
            return kind.contains(word) || look.equals(word);
        }
    }
}
