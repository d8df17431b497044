package com.ecom.proof.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What can be broken within seconds, and mended again, each by its own cause and not by setting a number. */
record Alarms(LocalShop shop, Monitoring monitoring, Pipeline pipeline) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String PAYMENTS = "payment-service";
    private static final String CATALOGUE_PAGE = "catalogue-page";
    private static final int FORGED = 60;

    List<Alarm> all() {
        return List.of(
                drillMissing(),
                serviceDown(),
                serviceAbsent(),
                webhooksForged(),
                outageModeOn(),
                deadLetters(),
                outboxDelayed());
    }

    /** Nobody has ever tried a rollback of this shop. */
    private Alarm drillMissing() {
        return new Alarm(
                "RollbackDrillMissing",
                Names.GATEWAY,
                "platform-ticket",
                SOON,
                () -> {},
                () -> pipeline.reportDrill(shop.gateway()));
    }

    private Alarm serviceDown() {
        return new Alarm(
                "ServiceDown",
                "search-service",
                CATALOGUE_PAGE,
                SOON,
                () -> shop.kill("search-service"),
                () -> shop.start("search-service"));
    }

    private Alarm serviceAbsent() {
        return new Alarm(
                "ServiceAbsent",
                "review-service",
                CATALOGUE_PAGE,
                SOON,
                () -> monitoring.scrapeAllBut(Set.of("review-service")),
                () -> monitoring.scrapeAllBut(Set.of()));
    }

    private Alarm webhooksForged() {
        return new Alarm(
                "WebhooksForged",
                PAYMENTS,
                "payments-ticket",
                SOON,
                () -> {
                    for (int i = 0; i < FORGED; i++) {
                        door().post("/api/payments/webhooks/simulator", Map.of("id", "evt_" + UUID.randomUUID()));
                    }
                },
                () -> {});
    }

    private Alarm outageModeOn() {
        return new Alarm(
                "ProviderOutageModeOn",
                PAYMENTS,
                "payments-ticket",
                SOON,
                () -> decide("/ops/provider/outage-mode", Map.of("minutes", 30, "reason", "an alert is tried")),
                () -> decide("/ops/provider/outage-mode/end", Map.of("reason", "it was heard")));
    }

    private Alarm deadLetters() {
        return new Alarm(
                "DeadLettersWaiting",
                PAYMENTS,
                "payments-ticket",
                SOON,
                this::publishWhatNobodyCanHandle,
                () -> decide("/ops/dead-letters/discard", Map.of("reason", "it was heard")));
    }

    private Alarm outboxDelayed() {
        return new Alarm(
                "OutboxDelayed",
                "auth-service",
                "accounts-ticket",
                SOON,
                () -> {
                    shop.kill(Names.KAFKA);
                    Shopper.signUp(door());
                },
                () -> shop.start(Names.KAFKA));
    }

    private Gateway door() {
        return Gateway.at(shop.gateway().toString());
    }

    private void decide(String path, Map<String, Object> body) {
        var token = door().loggedIn(shop.adminEmail(), shop.adminPassword()).token();
        Gateway.at(shop.address(PAYMENTS).toString())
                .as(token)
                .postOnce(path, body, UUID.randomUUID().toString())
                .good();
    }

    private void publishWhatNobodyCanHandle() throws Exception {
        var settings = Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, shop.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("payment.commands", "poison", "no message".getBytes(UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        }
    }
}
