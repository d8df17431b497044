package com.ecom.local.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the provider, configured by the environment: {@code PORT}, {@code HOST} (loopback unless said otherwise),
 * {@code API_KEY}, {@code WEBHOOK_URL}, {@code WEBHOOK_SECRET}, {@code PUBLIC_URL} of its own pages and, to remember
 * payments over a restart, {@code LEDGER_FILE}.
 */
public final class PaymentProviderSimulator {

    private static final Duration NOW_AND_THEN = Duration.ofMillis(500);

    private PaymentProviderSimulator() {}

    public static void main(String[] args) throws IOException {
        start(System.getenv());
    }

    /** The same within another program; on port 0 it finds a free one. */
    public static HttpServer start(Map<String, String> environment) throws IOException {
        // A ledger may be from a time when payments had fewer fields.
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        var host = environment.getOrDefault("HOST", "127.0.0.1");
        var server = HttpServer.create(new InetSocketAddress(host, Integer.parseInt(need(environment, "PORT"))), 0);
        var publicUrl = environment.getOrDefault(
                "PUBLIC_URL", "http://%s:%d".formatted(host, server.getAddress().getPort()));
        var file = environment.get("LEDGER_FILE");
        var ledger = new Ledger(json, file == null ? null : Path.of(file));
        var clock = Clock.systemUTC();
        var temper = new Temper(clock);
        var webhooks = new Webhooks(
                URI.create(need(environment, "WEBHOOK_URL")), need(environment, "WEBHOOK_SECRET"), json, temper::now);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/v1/", new Api(ledger, webhooks, temper, json, need(environment, "API_KEY"), publicUrl, clock));
        var bank = new BankPage(ledger, webhooks, clock);
        server.createContext("/bank/", bank);
        Thread.ofVirtual().name("bank").start(() -> giveUpWaitingNowAndThen(bank));
        server.createContext("/health", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }

    private static void giveUpWaitingNowAndThen(BankPage bank) {
        try {
            while (true) {
                Thread.sleep(NOW_AND_THEN);
                bank.giveUpWaiting();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String need(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment does not say " + name);
        }
        return value;
    }
}
