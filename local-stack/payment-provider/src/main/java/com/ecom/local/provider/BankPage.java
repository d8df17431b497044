package com.ecom.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the customer approves a payment, as on a bank's 3-D Secure page. */
class BankPage implements HttpHandler {

    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Your bank (simulated)</title>
            <body style="font-family:sans-serif;max-width:30rem;margin:4rem auto">
            <h1>Your bank (simulated)</h1><p>%s</p>%s</body></html>
            """;
    private static final String BUTTONS = """
            <form method="post"><button name="answer" value="approve">Approve</button>
            <button name="answer" value="decline">Decline</button></form>
            """;

    private final Ledger ledger;
    private final Webhooks webhooks;
    private final Clock clock;

    BankPage(Ledger ledger, Webhooks webhooks, Clock clock) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Gives up waiting for customers who left; the merchant hears of it as of any other answer. */
    void giveUpWaiting() {
        ledger.waiting().forEach(order -> change(order, it -> it.expiredAt(clock.instant())));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var order = exchange.getRequestURI().getPath().substring("/bank/".length());
            if (exchange.getRequestMethod().equals("POST")) {
                var approved = new String(exchange.getRequestBody().readAllBytes(), UTF_8).contains("approve");
                change(order, it -> it.answeredByCustomer(approved, clock.instant()));
            }
            show(exchange, ledger.find(order));
        }
    }

    private void change(String order, UnaryOperator<Payment> change) {
        ledger.change(order, change).filter(Ledger.Change::happened).ifPresent(it -> webhooks.announce(it.payment()));
    }

    private static void show(HttpExchange exchange, Optional<Payment> payment) throws IOException {
        var page = payment.map(BankPage::pageOf).orElse(PAGE.formatted("There is no such payment.", ""));
        var body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(payment.isPresent() ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
    }

    static String inTheCurrencysDigits(Payment it) {
        var digits = Currency.getInstance(it.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(it.amount(), Math.max(0, digits)).toPlainString();
    }

    private static String pageOf(Payment it) {
        return it.status().equals("requires_action")
                ? PAGE.formatted(
                        "Pay %s %s?".formatted(it.currency(), inTheCurrencysDigits(it)),
                        BUTTONS + "<p>Your bank waits for you until " + Instant.ofEpochMilli(it.expiresAtMillis())
                                + ".</p>")
                : PAGE.formatted("This payment is " + it.status() + ".", "");
    }
}
