package com.ecom.inventory.hotskus;

import com.ecom.core.text.Sku;
import com.ecom.inventory.model.HotSkus;
import com.ecom.inventory.model.HotSkus.Choice;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Before a sale that everybody waits for, staff say so. Both requests may be repeated. */
@RestController
@RequiredArgsConstructor
class HotSkuController {

    private final HotSkus hotSkus;

    /** SKUs whose stock is counted in many rows because many buy them at once. */
    @GetMapping("/api/admin/hot-skus")
    HotOnes all() {
        return new HotOnes(hotSkus.all().stream()
                .map(it -> new HotOne(it.sku(), it.chosen()))
                .toList());
    }

    /** Spreads the stock of a SKU over many rows, before many buy it at once. */
    @PutMapping("/api/admin/hot-skus/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void heat(@PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        hotSkus.heat(sku, Choice.BY_HAND);
    }

    /** Counts the stock of a SKU in one row again. */
    @DeleteMapping("/api/admin/hot-skus/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cool(@PathVariable @Pattern(regexp = Sku.PATTERN) String sku) {
        hotSkus.cool(sku);
    }

    record HotOnes(List<HotOne> items) {}

    record HotOne(String sku, Choice chosen) {}
}
