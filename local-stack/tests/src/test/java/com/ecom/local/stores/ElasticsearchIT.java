package com.ecom.local.stores;

import static com.ecom.local.stack.Names.ELASTICSEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ElasticsearchIT {

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(ELASTICSEARCH);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void hangUp() {
        HTTP.close();
    }

    @Test
    void keepsADocument() throws Exception {
        send("PUT", "/kept/_doc/1?refresh=true", "{\"name\": \"mug\"}");
        STACK.crashAndRestart();
        assertThat(send("GET", "/kept/_doc/1", "")).contains("\"name\": \"mug\"");
    }

    @Test
    void saysWhichReleaseItIs() throws Exception {
        assertThat(send("GET", "/", "")).contains("\"number\":\"9.", "You Know, for Search");
    }

    @Test
    void findsWordsByTheirStemTheirSynonymTheirBeginningAndWithoutAccents() throws Exception {
        send("PUT", "/analysed", """
                {"settings": {"analysis": {
                    "filter": {
                        "same": {"type": "synonym_graph", "synonyms": ["tv, television"]},
                        "stem": {"type": "stemmer", "language": "english"},
                        "beginning": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4}
                    },
                    "analyzer": {
                        "words": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "same", "stem"]},
                        "typed": {"tokenizer": "standard", "filter": ["lowercase", "beginning"]}
                    }
                }}}""");
        assertThat(analyse("words", "Cafés running TV")).contains("\"cafe\"", "\"run\"", "\"televis\"");
        assertThat(analyse("typed", "mugs")).contains("\"mu\"", "\"mug\"", "\"mugs\"");
    }

    @Test
    void deletesWhatAQueryFinds() throws Exception {
        send("PUT", "/emptied/_doc/1?refresh=true", "{\"name\": \"mug\"}");
        send("PUT", "/emptied/_doc/2?refresh=true", "{\"name\": \"cup\"}");
        var answer =
                send("POST", "/emptied/_delete_by_query?refresh=true", "{\"query\": {\"match\": {\"name\": \"mug\"}}}");
        assertThat(answer).contains("\"deleted\":1");
        assertThat(send("GET", "/emptied/_count", "")).contains("\"count\":1");
    }

    private static String analyse(String analyzer, String text) throws IOException, InterruptedException {
        return send("GET", "/analysed/_analyze", "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text));
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(STACK.port(), path)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
