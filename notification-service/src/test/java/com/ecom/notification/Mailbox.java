package com.ecom.notification;

import com.ecom.local.LocalServers;
import java.util.List;
import java.util.Objects;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** What really arrived. */
final class Mailbox {

    private Mailbox() {}

    static List<JsonNode> of(String email) {
        return RestClient.create(LocalServers.mail().api().toString())
                .get()
                .uri("/api/user/" + email + "/messages/")
                .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()
                        ? Objects.requireNonNull(answer.bodyTo(JsonNode.class))
                                .valueStream()
                                .toList()
                        : List.of());
    }
}
