package com.ecom.payment.calling;

import com.ecom.core.money.Money;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.PaymentProvider;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The provider simulator, spoken to as to any provider: over HTTP, with a key, and with an idempotency key for each operation. */
@Component
class SimulatedProvider implements PaymentProvider {

    private final RestClient http;

    SimulatedProvider(RestClient.Builder http, ProviderProperties properties) {
        var patience = HttpClientSettings.defaults()
                .withConnectTimeout(Duration.ofSeconds(1))
                .withReadTimeout(properties.timeout());
        this.http = http.baseUrl(properties.url().toString())
                .defaultHeader("Authorization", "Bearer " + properties.apiKey())
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(patience))
                .build();
    }

    @Override
    public IntentFact authorize(UUID order, Charge charge) {
        var wish = Map.of(
                "orderId", order,
                "amount", charge.amount().amount(),
                "currency", charge.amount().currency().getCurrencyCode(),
                "paymentMethod", charge.paymentMethod());
        return post("/v1/payments", order + ":authorize", wish).asFact();
    }

    @Override
    public IntentFact capture(UUID order, Money amount) {
        return post("/v1/payments/" + order + "/capture", order + ":capture", Map.of("amount", amount.amount()))
                .asFact();
    }

    @Override
    public IntentFact voidOrRefund(UUID order) {
        return post("/v1/payments/" + order + "/void", order + ":void", Map.of())
                .asFact();
    }

    @Override
    public Optional<IntentFact> find(UUID order) {
        return attempt("GET " + order, () -> {
            try {
                return Optional.of(Objects.requireNonNull(http.get()
                                .uri("/v1/payments/" + order)
                                .retrieve()
                                .body(Payment.class))
                        .asFact());
            } catch (HttpClientErrorException.NotFound e) {
                return Optional.empty();
            }
        });
    }

    private Payment post(String path, String idempotencyKey, Object body) {
        return attempt(
                path,
                () -> Objects.requireNonNull(http.post()
                        .uri(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(body)
                        .retrieve()
                        .body(Payment.class)));
    }

    private static <T> T attempt(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientException e) {
            throw new Unavailable(what, e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Payment(
            String status,
            @Nullable String reason,
            @Nullable String actionUrl) {

        IntentFact asFact() {
            return switch (status) {
                case "authorized" -> new ProviderAuthorized();
                case "declined" -> new ProviderDeclined(Objects.requireNonNullElse(reason, "declined"));
                case "requires_action" -> new ProviderNeedsAction(Objects.requireNonNull(actionUrl));
                case "captured" -> new ProviderCaptured();
                case "capture_failed" -> new ProviderRefusedCapture(Objects.requireNonNullElse(reason, "refused"));
                case "voided", "refunded" -> new ProviderVoided();
                default -> throw new IllegalStateException("The provider says " + status);
            };
        }
    }
}
