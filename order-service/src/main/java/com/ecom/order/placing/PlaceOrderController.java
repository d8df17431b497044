package com.ecom.order.placing;

import com.ecom.core.address.Country;
import com.ecom.core.address.EmailAddress;
import com.ecom.core.address.PostalAddress;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.core.service.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.order.model.Backlog;
import com.ecom.order.model.Customer;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceOrderController {

    /** What an order says of how it is paid where there is nothing to pay. */
    private static final String NO_PAYMENT = "none";

    private final PlaceOrder placeOrder;
    private final Carts carts;
    private final Backlog backlog;

    PlaceOrderController(PlaceOrder placeOrder, Carts carts, Backlog backlog) {
        this.placeOrder = placeOrder;
        this.carts = carts;
        this.backlog = backlog;
    }

    /** Orders the given items or, without any, what is in the caller's cart. A repetition finds the same order. */
    @PostMapping("/api/orders")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> place(
            Caller caller,
            IdempotencyKey key,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody @Valid Checkout checkout,
            HttpServletRequest request) {
        var customer = new Customer(caller.id(), emailOf(caller, checkout), caller.has(Role.GUEST));
        var buyer = new Buyer(customer, Origin.of(request));
        var receipt = place(buyer, key, checkout, authorization);
        return ResponseEntity.created(URI.create("/api/orders/" + receipt.orderId()))
                .body(receipt);
    }

    /** Before any work it is asked whether there is room for it. What was answered before is answered again in any case. */
    private Receipt place(Buyer buyer, IdempotencyKey key, Checkout checkout, String authorization) {
        if (!backlog.enter()) {
            return placeOrder.earlier(key, checkout).orElseThrow(() -> new OrderRefusal.Busy(backlog.turnAway()));
        }
        try {
            return checkout.items() == null
                    ? placeOrder
                            .earlier(key, checkout)
                            .orElseGet(() -> placeOrder.handle(buyer, key, checkout, carts.itemsOf(authorization)))
                    : placeOrder.handle(buyer, key, checkout, checkout.items());
        } finally {
            backlog.leave();
        }
    }

    private static String emailOf(Caller caller, Checkout checkout) {
        var email = checkout.email() == null ? caller.email() : checkout.email();
        if (email == null) {
            throw new OrderRefusal.EmailMissing();
        }
        return email;
    }

    /**
     * @param items what to order; absent for the caller's cart
     * @param email where to write to; absent for the account's own address
     * @param paymentMethod the payment provider's token, never a card number; may be absent where there is nothing to pay
     * @param expectedTotal what the customer was shown; compared, never believed
     */
    record Checkout(
            @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull Item> items,
            @Nullable @EmailAddress String email,
            @NotNull @Valid Address shippingAddress,

            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,100}")
            String paymentMethod,

            @Nullable Money expectedTotal) {

        String howToPay() {
            return paymentMethod == null ? NO_PAYMENT : paymentMethod;
        }
    }

    record Item(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @Positive @Max(1_000) int quantity) {}

    /** @param postalCode empty where there is none */
    @PostalAddress.Complete
    record Address(
            @NotBlank @Characters(max = 120) String recipient,
            @NotBlank @Characters(max = 180) String line1,
            @Nullable @Characters(max = 180) String line2,
            @NotBlank @Characters(max = 80) String city,
            @Nullable @Characters(max = 80) String region,
            @Nullable @Characters(max = 20) String postalCode,
            @NotNull @Country String country)
            implements PostalAddress {

        Address {
            postalCode = postalCode == null ? "" : postalCode;
        }
    }

    record Receipt(UUID orderId, String state, Money total) {

        /** Says how the order began, however often it is asked for. */
        static Receipt of(UUID orderId, Money total) {
            return new Receipt(orderId, "PENDING_STOCK", total);
        }
    }
}
