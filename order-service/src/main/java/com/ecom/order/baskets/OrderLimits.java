package com.ecom.order.baskets;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderRefusal;
import jakarta.validation.constraints.Min;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an order may be.
 *
 * @param perSku how many of one SKU, however many lines name it
 * @param unpaidByGuest how many units one guest may have held without having paid
 * @param unpaidByNetwork the same for everybody in one network, /24 of IPv4 and /64 of IPv6
 * @param minimums the least that the payment provider takes, by currency and in minor units; they replace the usual ones of
 *     the currencies that they name
 */
@Validated
@ConfigurationProperties("ecom.orders.limits")
public record OrderLimits(
        @DefaultValue("100") @Min(1) int perSku,
        @DefaultValue("50") @Min(1) int unpaidByGuest,
        @DefaultValue("500") @Min(1) int unpaidByNetwork,
        @Nullable Map<String, Long> minimums) {

    /** As many as JSON numbers carry exactly, and the events allow. */
    private static final long MOST = 9_007_199_254_740_991L;

    private static final Map<String, Long> USUAL_MINIMUMS = Map.ofEntries(
            Map.entry("USD", 50L),
            Map.entry("EUR", 50L),
            Map.entry("GBP", 30L),
            Map.entry("CHF", 50L),
            Map.entry("AUD", 50L),
            Map.entry("CAD", 50L),
            Map.entry("NZD", 50L),
            Map.entry("SGD", 50L),
            Map.entry("BRL", 50L),
            Map.entry("INR", 50L),
            Map.entry("JPY", 50L),
            Map.entry("SEK", 300L),
            Map.entry("NOK", 300L),
            Map.entry("DKK", 250L),
            Map.entry("PLN", 200L),
            Map.entry("RON", 200L),
            Map.entry("AED", 200L),
            Map.entry("MYR", 200L),
            Map.entry("HKD", 400L),
            Map.entry("MXN", 1_000L),
            Map.entry("THB", 1_000L),
            Map.entry("CZK", 1_500L),
            Map.entry("HUF", 17_500L));

    /** Nothing is an amount of its own, which needs no means of payment. */
    public void accept(Money total, boolean hasPaymentMethod) {
        var currency = total.currency();
        if (currency.getDefaultFractionDigits() < 0) {
            throw new OrderRefusal.CurrencyNotAccepted(currency.getCurrencyCode());
        }
        if (total.amount() > MOST) {
            throw new OrderRefusal.TotalTooLarge();
        }
        if (total.amount() == 0) {
            return;
        }
        var minimum = minimumIn(currency.getCurrencyCode());
        if (total.amount() < minimum) {
            throw new OrderRefusal.TotalTooSmall(new Money(minimum, currency));
        }
        if (!hasPaymentMethod) {
            throw new OrderRefusal.PaymentMethodMissing();
        }
    }

    private long minimumIn(String currency) {
        return Optional.ofNullable(minimums)
                .map(it -> it.get(currency))
                .orElseGet(() -> USUAL_MINIMUMS.getOrDefault(currency, 1L));
    }
}
