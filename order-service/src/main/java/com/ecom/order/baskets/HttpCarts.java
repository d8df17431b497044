package com.ecom.order.baskets;

import com.ecom.core.outboundhttp.OutboundHttp;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderRefusal.CartRefused;
import com.ecom.order.model.OrderRefusal.CartRefused.Why;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks cart-service with the caller's own token, which opens the caller's cart and no other. */
@Component
class HttpCarts implements Carts {

    /** As many as the gateway lets in to one service at the same time. */
    private static final int AT_ONCE = 200;

    private final RestClient http;

    HttpCarts(RestClient.Builder http, @Value("${ecom.services.cart-service.url}") String url) {
        this.http = http.baseUrl(url)
                .requestFactory(OutboundHttp.requests(Duration.ofSeconds(1), Duration.ofSeconds(2), AT_ONCE))
                .build();
    }

    @Override
    public List<Item> itemsOf(String authorization) {
        var cart = read(authorization);
        if (cart == null || cart.items().isEmpty()) {
            throw new OrderRefusal.NothingToOrder();
        }
        return cart.items().stream()
                .map(it -> new Item(it.sku(), it.quantity()))
                .toList();
    }

    private @Nullable Cart read(String authorization) {
        try {
            return http.get()
                    .uri("/api/cart")
                    .header(HttpHeaders.AUTHORIZATION, authorization)
                    .retrieve()
                    .body(Cart.class);
        } catch (HttpClientErrorException e) {
            throw switch (e.getStatusCode().value()) {
                case 401 -> new CartRefused(Why.NOT_LOGGED_IN);
                case 403 -> new CartRefused(Why.NOT_ALLOWED);
                case 429 -> new CartRefused(Why.TOO_OFTEN);
                default -> new OrderRefusal.CartUnavailable();
            };
        } catch (RestClientException e) {
            throw new OrderRefusal.CartUnavailable();
        }
    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record Cart(List<CartItem> items) {

        @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
        record CartItem(String sku, int quantity) {}
    }
}
