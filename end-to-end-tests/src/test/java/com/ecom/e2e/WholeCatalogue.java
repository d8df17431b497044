package com.ecom.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * As many products as a real shop has: those of the file named by {@code ECOM_CATALOGUE_FILE} or, without one, made up in the
 * same number, with as many fields and words, by a seed.
 */
final class WholeCatalogue {

    private static final int PRODUCTS = 19_406;
    private static final List<String> WORDS =
            List.of(("wireless laser printer steel kettle compact keyboard silent outdoor "
                            + "lamp cable black white stand travel charger monitor glass robust light cotton notebook")
                    .split(" "));

    private WholeCatalogue() {}

    static Path file(Path folder) throws IOException {
        var given = System.getenv("ECOM_CATALOGUE_FILE");
        return given == null || given.isBlank() ? made(folder) : Path.of(given);
    }

    private static Path made(Path folder) throws IOException {
        var file = Files.createDirectories(folder).resolve("whole-catalogue.ndjson.gz");
        var random = new Random(1);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < PRODUCTS; i++) {
                var line = JsonMapper.shared().writeValueAsString(product(i, random)) + "\n";
                out.write(line.getBytes(UTF_8));
            }
        }
        return file;
    }

    private static Map<String, Object> product(int number, Random random) {
        var product = new LinkedHashMap<String, Object>();
        product.put("sku", "WHOLE-" + number);
        product.put("title", words(6, random) + " " + number);
        product.put("brand", "Brand " + random.nextInt(300));
        product.put("model", "M-" + number);
        product.put("description", words(40, random));
        product.put("ean", List.of("%013d".formatted(4_000_000_000_000L + number)));
        product.put("priceMinor", 100 + random.nextInt(500_000));
        product.put("currency", "USD");
        product.put("releasedOn", "2020-01-01");
        product.put("images", List.of("https://images.example/" + number + ".jpg"));
        product.put("attributes", attributes(random));
        return product;
    }

    private static Map<String, Object> attributes(Random random) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("type", "Type " + random.nextInt(200));
        IntStream.range(0, 25)
                .forEach(it ->
                        attributes.put("attribute_" + it, it % 3 == 0 ? random.nextInt(1_000) : words(2, random)));
        return attributes;
    }

    private static String words(int count, Random random) {
        return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
                .limit(count)
                .collect(Collectors.joining(" "));
    }
}
