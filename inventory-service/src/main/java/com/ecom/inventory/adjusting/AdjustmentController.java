package com.ecom.inventory.adjusting;

import com.ecom.core.idempotency.IdempotencyKey;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class AdjustmentController {

    private final AdjustStock adjustStock;

    /** Changes how many there are of some SKUs, all of them or none. */
    @PostMapping("/api/admin/inventory/adjustments")
    Adjusted adjust(IdempotencyKey key, @RequestBody @Valid Adjustments adjustments) {
        return adjustStock.handle(key, adjustments);
    }
}
