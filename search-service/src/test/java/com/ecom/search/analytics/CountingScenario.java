package com.ecom.search.analytics;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.search.indexing.SearchScenario;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches and clicks that are counted at once. Each test has a word of its own. */
abstract class CountingScenario extends SearchScenario {

    private static final int LETTERS = 10;

    final Bearer staff = TestIssuer.bearer(Role.CATALOG);
    final String word = "gizmo" + letters();

    @Autowired
    CountQueries counts;

    @Autowired
    PopularQueries popular;

    /** Without digits, which may be a telephone number. */
    static String letters() {
        return new Random()
                .ints(LETTERS, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @BeforeEach
    void writeWhatOthersCounted() {
        counts.write();
    }

    void askedByThree(String text) {
        for (int network = 1; network <= DailyMarks.ENOUGH; network++) {
            ask(network, "q", text);
        }
    }

    JsonNode ask(int network, String... parameters) {
        return body(shop.anonymously()
                .get()
                .uri(uri("/api/search/products", parameters))
                .header("X-Forwarded-For", address(network))
                .exchange()
                .expectStatus()
                .isOk());
    }

    ResponseSpec click(int network, String text, String productId, int position) {
        return click(network, Map.of("query", text, "productId", productId, "position", position));
    }

    ResponseSpec click(int network, Object body) {
        return shop.anonymously()
                .post()
                .uri("/api/search/clicks")
                .header("X-Forwarded-For", address(network))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    void areWritten() {
        counts.write();
        elastic.call(it -> it.indices().refresh(which -> which.index(settings.queries())));
    }

    /** Of this query; missing if there is none. */
    JsonNode reported(String kind, String text) {
        for (var it : report("?kind=%s&limit=100".formatted(kind)).path("items")) {
            if (it.path("query").asString().equals(text)) {
                return it;
            }
        }
        return JsonMapper.shared().missingNode();
    }

    JsonNode report(String parameters) {
        return body(shop.as(staff)
                .get()
                .uri("/api/admin/search/analytics" + parameters)
                .exchange()
                .expectStatus()
                .isOk());
    }

    long stored(String query) {
        return elastic.call(it -> it.count(which -> which.index(settings.queries())
                        .query(Query.of(
                                only -> only.term(term -> term.field("query").value(query))))))
                .count();
    }

    static JsonNode body(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }

    private static String address(int network) {
        return "203.0.%d.7".formatted(network);
    }
}
