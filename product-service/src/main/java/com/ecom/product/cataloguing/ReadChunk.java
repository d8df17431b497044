package com.ecom.product.cataloguing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.product.cataloguing.Publishing.Wanted;
import com.ecom.product.model.ImageRefusal.UnknownImages;
import com.ecom.product.model.Imports.Reject;
import com.ecom.product.model.Media;
import com.ecom.product.model.ProductRefusal.AttributesRefused;
import com.ecom.product.model.ProductRefusal.ChunkEmpty;
import com.ecom.product.model.ProductRefusal.ChunkTooLong;
import com.ecom.product.model.types.AssignedType;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a chunk, and sorts out those that describe no product. */
@Component
class ReadChunk {

    static final int MOST_LINES = 500;
    private static final int MOST_REASONS = 20;

    private final JsonMapper json;
    private final Validator validator;
    private final FindMedia findMedia;
    private final AssignType assignType;

    ReadChunk(JsonMapper json, Validator validator, FindMedia findMedia, AssignType assignType) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.validator = validator;
        this.findMedia = findMedia;
        this.assignType = assignType;
    }

    Lines handle(int chunk, byte[] body) {
        var texts = withoutByteOrderMark(new String(body, UTF_8)).lines().toList();
        if (texts.size() > MOST_LINES) {
            throw new ChunkTooLong(MOST_LINES);
        }
        var read = new Lines(new LinkedHashMap<>(), new ArrayList<>());
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                sort(texts.get(i), chunk, i + 1, read);
            }
        }
        if (read.wanted.isEmpty() && read.rejects.isEmpty()) {
            throw new ChunkEmpty();
        }
        return withMediaAndTypes(chunk, read);
    }

    /** The pictures and the types of all lines are looked for together. */
    private Lines withMediaAndTypes(int chunk, Lines read) {
        var named = read.wanted.values().stream()
                .map(it -> it.body.media())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        var known = findMedia.known(named);
        var types =
                assignType.known(read.wanted.values().stream().map(Line::body).toList());
        var found = new Lines(new LinkedHashMap<>(), read.rejects);
        read.wanted.forEach((id, line) -> {
            try {
                var media = line.body.media() == null ? null : FindMedia.of(line.body.media(), known);
                found.wanted.put(
                        id, new Line(line.number, line.sku, line.body, media, AssignType.of(line.body, types)));
            } catch (UnknownImages e) {
                found.rejects.add(new Reject(chunk, line.number, line.sku, List.of("media names an unknown picture")));
            } catch (AttributesRefused e) {
                found.rejects.add(new Reject(chunk, line.number, line.sku, reasons(e)));
            }
        });
        return found;
    }

    private static List<String> reasons(AttributesRefused refusal) {
        return refusal.flaws().stream()
                .map(it -> "%s %s".formatted(it.field(), it.message()))
                .limit(MOST_REASONS)
                .toList();
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void sort(String text, int chunk, int line, Lines read) {
        Row row;
        try {
            row = json.readValue(text, Row.class);
        } catch (DatabindException e) {
            read.rejects.add(new Reject(chunk, line, shortened(skuIn(text)), List.of(whyNot(e))));
            return;
        } catch (JacksonException e) {
            read.rejects.add(new Reject(chunk, line, null, List.of("is no JSON")));
            return;
        }
        var body = row.toBody();
        var reasons = validator.validate(body).stream()
                .map(it -> "%s %s".formatted(it.getPropertyPath(), it.getMessage()))
                .sorted()
                .toList();
        if (!reasons.isEmpty()) {
            read.rejects.add(new Reject(chunk, line, shortened(row.sku()), reasons));
            return;
        }
        var sku = body.variants().getFirst().sku();
        if (read.wanted.putIfAbsent(Row.productIdOf(sku), new Line(line, sku, body, null, null)) != null) {
            read.rejects.add(new Reject(chunk, line, sku, List.of("repeats a SKU of this chunk")));
        }
    }

    /** Of a product that cannot be read otherwise, if that can. */
    private @Nullable String skuIn(String text) {
        var sku = json.readTree(text).path("sku");
        return sku.isString() || sku.isNumber() ? sku.asString() : null;
    }

    private static String whyNot(DatabindException e) {
        if (e.getPath().isEmpty()) {
            return "is not a product as JSON";
        }
        var field = e.getPath().getFirst().getPropertyName();
        var wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return field + " " + mustBe(wanted);
    }

    private static String mustBe(@Nullable Class<?> wanted) {
        if (wanted == Long.class) {
            return "must be a whole number";
        }
        if (wanted == String.class) {
            return "must be a text";
        }
        if (wanted == Instant.class) {
            return "must be an instant such as 2026-11-27T00:00:00Z";
        }
        if (wanted == Wanted.class) {
            return "must be DRAFT, SCHEDULED or PUBLISHED";
        }
        return wanted == Currency.class ? "must be a code of ISO 4217 such as EUR" : "cannot be read";
    }

    private static @Nullable String shortened(@Nullable String sku) {
        return sku == null ? null : sku.substring(0, Math.min(sku.length(), 100));
    }

    /** @param wanted by the id of the product */
    record Lines(Map<String, Line> wanted, List<Reject> rejects) {}

    /** @param media null if the line says nothing of pictures */
    record Line(
            int number,
            String sku,
            ProductBody body,
            @Nullable List<Media> media,
            @Nullable AssignedType type) {}
}
