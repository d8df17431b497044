package com.ecom.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSchemasTests {

    private static final String SCHEMA = """
            {"title":"a","type":"object","additionalProperties":false,"required":["id","state"],
             "properties":{
               "id":{"type":"string","maxLength":36},
               "state":{"enum":["OPEN","DONE"]},
               "description":{"type":"string"},
               "lines":{"type":"array","items":{"type":"object","required":["sku"],
                 "properties":{"sku":{"type":"string"}}}}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"lines\":{          | \"note\":{\"type\":\"string\"},\"lines\":{",
                "\"sku\":{\"type\":\"string\"} | \"sku\":{\"type\":\"string\"},\"unit\":{\"type\":\"string\"}",
                "\"title\":\"a\"      | \"title\":\"b\",\"description\":\"more\"",
                "\"maxLength\":36     | \"maxLength\":36,\"description\":\"of the order\""
            })
    void consumersReadOnWhatIsOptionalOrOnlySaid(String old, String fresh) throws IOException {
        assertThat(EventSchemas.changes("a", tree(SCHEMA), tree(SCHEMA.replace(old.strip(), fresh.strip()))))
                .isNotEmpty()
                .noneMatch(Change::breaking);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"description\":{\"type\":\"string\"}, | ``",
                "\"required\":[\"id\",\"state\"]  | \"required\":[\"id\"]",
                "\"required\":[\"sku\"]           | \"required\":[]",
                "\"required\":[\"id\",\"state\"]  | \"required\":[\"id\",\"state\",\"lines\"]",
                "[\"OPEN\",\"DONE\"]              | [\"OPEN\",\"DONE\",\"LOST\"]",
                "[\"OPEN\",\"DONE\"]              | [\"OPEN\"]",
                "\"maxLength\":36                 | \"maxLength\":35",
                "\"maxLength\":36                 | \"maxLength\":37",
                "\"id\":{\"type\":\"string\"      | \"id\":{\"type\":\"integer\"",
                "\"sku\":{\"type\":\"string\"}    | \"sku\":{\"type\":\"integer\"}",
                "\"additionalProperties\":false   | \"additionalProperties\":true",
                "\"state\":{\"enum\"              | \"status\":{\"enum\""
            })
    void anythingElseBreaksOlderOrNewerConsumers(String old, String fresh) throws IOException {
        assertThat(EventSchemas.changes("a", tree(SCHEMA), tree(SCHEMA.replace(old.strip(), fresh.strip()))))
                .anyMatch(Change::breaking);
    }

    @Test
    void aTypeMayComeAndNeverGoes() throws IOException {
        schema("released", "order.created.v1");
        schema("released", "order.lost.v1");
        schema("now", "order.created.v1");
        schema("now", "order.created.v2");

        assertThat(EventSchemas.changes(root.resolve("released"), root.resolve("now")))
                .containsExactlyInAnyOrder(
                        Change.breaking("events/order.lost.v1/schema.json", "is gone"),
                        Change.compatible("events/order.created.v2/schema.json", "is new"));
    }

    private void schema(String folder, String type) throws IOException {
        var file = root.resolve(folder).resolve(type).resolve("schema.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SCHEMA);
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
