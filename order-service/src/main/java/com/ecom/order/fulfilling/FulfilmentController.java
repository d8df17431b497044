package com.ecom.order.fulfilling;

import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.ParcelArrived;
import com.ecom.order.model.OrderFact.ParcelSent;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.Parcel;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class FulfilmentController {

    private final Lifecycle orders;

    /** The parcel left; possible once for an order that is confirmed. */
    @PostMapping("/api/admin/orders/{orderId}/shipment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ship(Caller caller, @PathVariable UUID orderId, @RequestBody @Valid Shipment shipment) {
        var parcel = new Parcel(shipment.carrier(), shipment.trackingNumber());
        orders.insist(new OrderId(orderId), new ParcelSent(parcel), caller.id().toString());
    }

    /** The parcel arrived; possible once for an order that is shipped. */
    @PostMapping("/api/admin/orders/{orderId}/delivery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deliver(Caller caller, @PathVariable UUID orderId) {
        orders.insist(new OrderId(orderId), new ParcelArrived(), caller.id().toString());
    }

    record Shipment(
            @Nullable @Characters(max = 60) String carrier,
            @Nullable @Characters(max = 60) String trackingNumber) {}
}
