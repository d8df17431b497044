package com.ecom.inventory.availability;

import com.ecom.core.text.Sku;
import com.ecom.core.web.Page;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.StockLevel;
import com.ecom.inventory.model.Stocks;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Can I have it?" Exact counts stay inside until few are left. */
@RestController
@RequiredArgsConstructor
class AvailabilityController {

    private final Stocks stocks;

    /** Whether a SKU can be bought; how many are left is said only when they are few. */
    @GetMapping("/api/inventory/{sku}")
    Availability one(@PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        return stocks.of(List.of(sku)).stream()
                .map(Availability::of)
                .findFirst()
                .orElseThrow(() -> new NoSuchSku(List.of(sku)));
    }

    /** Leaves out the SKUs that nobody knows. */
    @GetMapping("/api/inventory")
    Page<Availability> several(
            @RequestParam @NotEmpty @Size(max = Page.MAX_SIZE)
                    List<@NotNull @Pattern(regexp = Sku.PATTERN) String> skus) {
        return new Page<>(stocks.of(skus).stream().map(Availability::of).toList(), null);
    }

    record Availability(
            String sku, StockLevel level, @Nullable Long available) {

        static Availability of(Stock it) {
            return new Availability(it.sku(), it.level(), it.level() == StockLevel.LOW ? it.available() : null);
        }
    }
}
