package com.ecom.order.markets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class SimulationController {

    private final SimulateBill simulateBill;

    /** What a basket would cost somewhere, at some time, by the rules of the market or by others; nothing is kept. */
    @PostMapping("/api/admin/markets/{market}/simulation")
    SimulatedBill simulate(
            @PathVariable @Pattern(regexp = MarketRules.ID) String market,
            @RequestBody @Valid SimulationRequest request) {
        return simulateBill.handle(market, request);
    }
}
