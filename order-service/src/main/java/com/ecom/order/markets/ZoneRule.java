package com.ecom.order.markets;

import com.ecom.order.model.rates.ShippingTable.Zone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Where shipping costs the same. */
record ZoneRule(
        @NotNull @Pattern(regexp = MarketRules.ID) String id,
        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull AreaRule> areas) {

    Zone toZone() {
        return new Zone(id, areas.stream().map(AreaRule::toArea).toList());
    }
}
