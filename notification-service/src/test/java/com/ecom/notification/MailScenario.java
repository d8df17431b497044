package com.ecom.notification;

import static org.awaitility.Awaitility.await;

import com.ecom.local.LocalServers;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A customer whose orders cause mails. */
@ServiceTest
abstract class MailScenario {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    final Bearer customer = TestIssuer.customer();
    final String order = UUID.randomUUID().toString();

    /** Ada speaks English. */
    void hasProfile(boolean wantsNews) {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.profile-updated.v1",
                Map.of(
                        "userId",
                        customer.id(),
                        "version",
                        1,
                        "firstName",
                        "Ada",
                        "language",
                        "en",
                        "marketingEmails",
                        wantsNews));
        await().until(() -> jdbc.sql("select coalesce(max(version), 0) from recipient where user_id = ?")
                        .param(customer.id().toString())
                        .query(Long.class)
                        .single()
                == 1);
    }

    String statusOf(String about) {
        return jdbc.sql("select status from notification where about = ?")
                .param(about)
                .query(String.class)
                .optional()
                .orElse("");
    }

    List<JsonNode> mailbox() {
        return RestClient.create(LocalServers.mail().api().toString())
                .get()
                .uri("/api/user/" + customer.email() + "/messages/")
                .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()
                        ? Objects.requireNonNull(answer.bodyTo(JsonNode.class))
                                .valueStream()
                                .toList()
                        : List.of());
    }

    Map<String, Object> confirmed() {
        return Map.of(
                "orderId",
                order,
                "customerId",
                customer.id(),
                "email",
                customer.email(),
                "lines",
                List.of(Map.of(
                        "sku",
                        "S",
                        "productId",
                        "P",
                        "name",
                        "Mug",
                        "quantity",
                        2,
                        "unitPrice",
                        Map.of("amount", 1_499, "currency", "USD"))),
                "total",
                Map.of("amount", 2_998, "currency", "USD"),
                "confirmedAt",
                "2026-01-15T10:15:30Z");
    }
}
