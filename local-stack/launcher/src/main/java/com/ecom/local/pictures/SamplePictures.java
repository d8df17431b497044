package com.ecom.local.pictures;

import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport.ProgressBar;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives each product of a catalogue that has no picture a drawing of what it is, in the colour that it has. */
public final class SamplePictures {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As many as product-service reads at once, and one that is drawn meanwhile. */
    private static final int AT_ONCE = 3;

    private SamplePictures() {}

    /** Uploads what the file's products need, and returns what completes its rows. */
    public static UnaryOperator<String> uploaded(CatalogueFile file, Gateway staff, ProgressBar progress)
            throws IOException {
        List<StillLife> wanted;
        try (var lines = file.lines()) {
            wanted = lines.map(it -> of(JSON.readTree(it))).distinct().toList();
        }
        var ids = upload(wanted, staff, progress);
        return row -> completed(row, ids);
    }

    private static Map<StillLife, String> upload(List<StillLife> wanted, Gateway staff, ProgressBar progress) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var uploads = new LinkedHashMap<StillLife, Future<String>>();
            wanted.forEach(it -> uploads.put(it, workers.submit(() -> upload(it, staff))));
            var ids = new HashMap<StillLife, String>();
            uploads.forEach((it, upload) -> {
                ids.put(it, resultOf(upload));
                progress.show("pictures", ids.size(), wanted.size());
            });
            return ids;
        }
    }

    private static String upload(StillLife it, Gateway staff) {
        return staff.upload("/api/admin/images", "image/png", it.png())
                .good()
                .path("imageId")
                .asString();
    }

    private static String resultOf(Future<String> upload) {
        try {
            return upload.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e);
        }
    }

    private static String completed(String row, Map<StillLife, String> ids) {
        var product = (ObjectNode) JSON.readTree(row);
        product.putArray("media")
                .addObject()
                .put("image", ids.get(of(product)))
                .put("alt", "Drawing: " + product.path("title").asString());
        return product.toString();
    }

    private static StillLife of(JsonNode product) {
        return new StillLife(
                Drawing.of(product.path("title").asString()),
                Palette.of(product.at("/attributes/design").asString("")));
    }
}
