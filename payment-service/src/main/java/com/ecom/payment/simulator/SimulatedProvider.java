package com.ecom.payment.simulator;

import com.ecom.core.money.Money;
import com.ecom.core.outboundhttp.OutboundHttp;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.PaymentName;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure.Misconfigured;
import com.ecom.payment.model.ProviderFailure.Refused;
import com.ecom.payment.model.ProviderFailure.Unavailable;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.model.ProviderPayment.Return;
import com.ecom.payment.model.ProviderPayment.Standing;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The provider simulator, spoken to as to any provider: over HTTP, with a key, and with an idempotency key for each operation. */
@Component
@ConditionalOnProperty(name = "ecom.payment.provider.kind", havingValue = "simulator", matchIfMissing = true)
class SimulatedProvider implements PaymentProvider {

    private static final int PAGE = 100;
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    /** The calls of payments, 16 at a time, and whoever looks something up meanwhile. */
    private static final int AT_ONCE = 24;

    private final RestClient http;

    SimulatedProvider(RestClient.Builder http, SimulatorProperties properties) {
        this.http = http.baseUrl(properties.url().toString())
                .defaultHeader("Authorization", "Bearer " + properties.apiKey())
                .requestFactory(OutboundHttp.requests(CONNECTING, properties.timeout(), AT_ONCE))
                .build();
    }

    @Override
    public ProviderPayment authorize(UUID order, Charge charge) {
        var params = Map.of(
                "orderId", order,
                "amount", charge.amount().amount(),
                "currency", charge.amount().currency().getCurrencyCode(),
                "paymentMethod", charge.paymentMethod());
        return post("/v1/payments", order, order + ":authorize", params);
    }

    @Override
    public ProviderPayment capture(PaymentName payment, Money amount) {
        var order = payment.order();
        return post("/v1/payments/{order}/capture", order, order + ":capture", Map.of("amount", amount.amount()));
    }

    @Override
    public ProviderPayment voidOrRefund(PaymentName payment) {
        var order = payment.order();
        return post("/v1/payments/{order}/void", order, order + ":void", Map.of());
    }

    @Override
    public ProviderPayment refund(PaymentName payment, UUID refund, Money amount) {
        var params = Map.of("refundId", refund, "amount", amount.amount());
        return post("/v1/payments/{order}/refunds", payment.order(), refund + ":refund", params);
    }

    @Override
    public Optional<ProviderPayment> find(PaymentName payment) {
        return attempt("GET " + payment.order(), () -> {
            try {
                return Optional.of(Objects.requireNonNull(http.get()
                                .uri("/v1/payments/{order}", payment.order())
                                .retrieve()
                                .body(Payment.class))
                        .toProviderPayment());
            } catch (HttpClientErrorException.NotFound e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Ledger ledger(Instant from, Instant until, @Nullable String cursor) {
        return attempt("GET ledger", () -> {
            var page = Objects.requireNonNull(http.get()
                    .uri(
                            "/v1/ledger?from={from}&until={until}&limit={limit}&after={after}",
                            from.toEpochMilli(),
                            until.toEpochMilli(),
                            PAGE,
                            Objects.requireNonNullElse(cursor, ""))
                    .retrieve()
                    .body(LedgerPage.class));
            return new Ledger(
                    page.payments().stream().map(Payment::toProviderPayment).toList(), page.next());
        });
    }

    /** By a template, so that figures are about the operation and not about each order. */
    private ProviderPayment post(String template, UUID order, String idempotencyKey, Object body) {
        return attempt(
                template + " of " + order,
                () -> Objects.requireNonNull(http.post()
                                .uri(template, order)
                                .header("Idempotency-Key", idempotencyKey)
                                .body(body)
                                .retrieve()
                                .body(Payment.class))
                        .toProviderPayment());
    }

    private static <T> T attempt(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (HttpClientErrorException e) {
            throw switch (e.getStatusCode().value()) {
                case 401, 403 -> new Misconfigured(what, e);
                case 408, 409, 425, 429 -> new Unavailable(what, e);
                default -> new Refused(what, e);
            };
        } catch (RestClientException e) {
            throw new Unavailable(what, e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LedgerPage(List<Payment> payments, @Nullable String next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payment(
            String id,
            UUID orderId,
            long amount,
            String currency,
            String status,
            @Nullable String reason,
            @Nullable String actionUrl,
            long returned,
            List<GivenBack> returns) {

        ProviderPayment toProviderPayment() {
            return new ProviderPayment(
                    orderId,
                    id,
                    Money.of(amount, currency),
                    standing(),
                    reason,
                    actionUrl,
                    Money.of(returned, currency),
                    returns.stream()
                            .map(it -> new Return(it.id(), it.refusal()))
                            .toList());
        }

        private Standing standing() {
            return switch (status) {
                case "authorized" -> Standing.AUTHORIZED;
                case "declined" -> Standing.DECLINED;
                case "requires_action" -> Standing.NEEDS_ACTION;
                case "captured" -> Standing.CAPTURED;
                case "capture_failed" -> Standing.CAPTURE_REFUSED;
                case "voided", "refunded" -> Standing.RETURNED;
                default -> throw new IllegalStateException("The provider says " + status);
            };
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record GivenBack(UUID id, @Nullable String refusal) {}
}
