package com.ecom.order.placing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.Caller;
import com.ecom.order.baskets.Origin;
import com.ecom.order.model.Backlog;
import com.ecom.order.model.Customer;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class PlaceOrderController {

    private final PlaceOrder placeOrder;
    private final ReadCheckout readCheckout;
    private final Backlog backlog;

    /**
     * Orders what was quoted, for exactly that; without a quote the given items or, without any, what is in the caller's cart.
     * A repetition finds the same order.
     */
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
            if (checkout.items() != null && readCheckout.saysAll(checkout)) {
                return placeOrder.handle(buyer, key, checkout, Wanted.of(checkout.items()));
            }
            var caller = buyer.customer().id();
            return placeOrder
                    .earlier(key, checkout)
                    .orElseGet(() -> placeOrder.handle(
                            buyer, key, checkout, readCheckout.read(caller, checkout, authorization)));
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
}
