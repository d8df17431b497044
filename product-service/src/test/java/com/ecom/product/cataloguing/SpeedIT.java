package com.ecom.product.cataloguing;

import com.ecom.product.Catalogue;
import com.ecom.product.model.Announcements;
import com.ecom.product.model.Products;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class SpeedIT {
    @Autowired Shop shop;
    @Autowired Announcements announcements;
    @Autowired Products products;

    @Test
    void speed() throws Exception {
        var catalogue = Catalogue.of(shop);
        var chunks = new ArrayList<String>();
        var chunk = new StringBuilder();
        int n = 0;
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(
                Path.of(System.getenv("ECOM_CATALOGUE"), "products.ndjson.gz"))), java.nio.charset.StandardCharsets.UTF_8))) {
            for (var l = in.readLine(); l != null; l = in.readLine()) {
                if (n == 400 || chunk.length() + l.length() > 900_000) { chunks.add(chunk.toString()); chunk.setLength(0); n = 0; }
                chunk.append(l).append('\n'); n++;
            }
        }
        chunks.add(chunk.toString());
        var id = catalogue.importOf(19406);
        var t0 = System.nanoTime();
        for (int i = 0; i < chunks.size(); i++) {
            var t = System.nanoTime();
            catalogue.chunk(id, i + 1, chunks.get(i)).expectStatus().isOk();
            System.out.println("SPEED chunk " + (System.nanoTime() - t) / 1e9);
        }
        System.out.println("SPEED import " + (System.nanoTime() - t0) / 1e9);
        for (int i = 0; i < 3; i++) {
            var t = System.nanoTime();
            System.out.println("SPEED left " + announcements.overdue(Instant.now(), 100_000).size());
            System.out.println("SPEED sweep ms " + (System.nanoTime() - t) / 1e6);
            t = System.nanoTime();
            products.forSale(new Products.Wish("HDD", null), null, 20);
            System.out.println("SPEED list ms " + (System.nanoTime() - t) / 1e6);
            t = System.nanoTime();
            products.categories();
            System.out.println("SPEED categories ms " + (System.nanoTime() - t) / 1e6);
        }
        var catalogue2 = Catalogue.of(shop);
        var id2 = catalogue2.importOf(19406);
        var t = System.nanoTime();
        for (int i = 0; i < 10; i++) System.out.println("SPEED " + Catalogue.json(catalogue2.chunk(id2, i + 1, chunks.get(i))));
        System.out.println("SPEED unchanged 10 chunks " + (System.nanoTime() - t) / 1e9);
    }
}
