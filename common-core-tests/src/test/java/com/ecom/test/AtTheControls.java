package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.LettersApplication.Writer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator at a service, and what its consumer has heard. */
abstract class AtTheControls {

    static final String TYPE = "stock.changed.v1";

    @Autowired
    Shop shop;

    @Autowired
    Writer writer;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final Bearer operator = TestIssuer.bearer(Role.OPERATOR);
    final String sku = "O-" + UUID.randomUUID().toString().substring(0, 8);

    JsonNode get(String path) {
        return json(shop.as(operator).get().uri(path).exchange().expectStatus().isOk());
    }

    ResponseSpec post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    ResponseSpec post(String path, String body, String key) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    static void affected(ResponseSpec answer, int count) {
        assertThat(json(answer.expectStatus().isOk()).path("affected").asInt()).isEqualTo(count);
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }

    List<Long> heard(String about) {
        return jdbc.sql("select version from heard where sku = ? order by position")
                .param(about)
                .query(Long.class)
                .list();
    }
}
