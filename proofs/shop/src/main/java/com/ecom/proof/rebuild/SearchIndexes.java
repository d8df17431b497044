package com.ecom.proof.rebuild;

import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The indexes behind the names that search-service uses. */
public final class SearchIndexes {

    private static final List<String> ALIASES = List.of("products", "skus");

    private SearchIndexes() {}

    /** As if their disks were gone; search-service makes new ones when it starts. */
    public static void lose(URI elasticsearch) throws IOException, InterruptedException {
        for (var alias : ALIASES) {
            var behind = HttpRequest.newBuilder(elasticsearch.resolve("/_alias/" + alias))
                    .build();
            var indexes = JsonMapper.shared()
                    .readTree(ShopHttp.client()
                            .send(behind, BodyHandlers.ofString())
                            .body())
                    .propertyNames();
            for (var index : indexes) {
                var deletion = HttpRequest.newBuilder(elasticsearch.resolve("/" + index))
                        .DELETE()
                        .build();
                var status = ShopHttp.client()
                        .send(deletion, BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    throw new IOException("%s could not be deleted: %d".formatted(index, status));
                }
            }
        }
    }
}
