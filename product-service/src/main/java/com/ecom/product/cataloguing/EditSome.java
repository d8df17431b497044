package com.ecom.product.cataloguing;

import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdit.Failure;
import com.ecom.product.model.BulkEdit.Step;
import com.ecom.product.model.Product;
import com.ecom.product.model.ProductList;
import com.ecom.product.model.ProductRefusal;
import com.ecom.product.model.ProductRefusal.OutOfDate;
import com.ecom.product.model.Products;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** One step of an edit: the next products in the order of their ids, each by itself. A product that fails stops no other. */
@Component
@RequiredArgsConstructor
class EditSome {

    private static final int AT_ONCE = 100;
    private static final int ATTEMPTS = 3;

    private final ProductList list;
    private final Products products;
    private final Clock clock;

    BulkEdit handle(BulkEdit edit) {
        var ids = list.idsAfter(edit.wanted(), edit.position(), AT_ONCE);
        var changed = 0;
        var failures = new ArrayList<Failure>();
        for (var product : products.find(ids)) {
            try {
                changed += change(edit, product) ? 1 : 0;
            } catch (ProductRefusal e) {
                failures.add(new Failure(product.id(), Objects.requireNonNull(e.getMessage())));
            }
        }
        var last = ids.size() < AT_ONCE;
        var step = new Step(
                changed,
                ids.size() - changed - failures.size(),
                failures,
                ids.isEmpty() ? edit.position() : ids.getLast());
        return edit.after(step, last ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : null);
    }

    /** Who changes a product at the same moment comes first; then it is changed as they left it. */
    private boolean change(BulkEdit edit, Product product) {
        var current = product;
        for (int attempt = 1; ; attempt++) {
            var change = edit.patch()
                    .of(current, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .byStaff(UUID.fromString(edit.startedBy()), edit.reason());
            if (change.changesNothing()) {
                return false;
            }
            try {
                products.replace(change);
                return true;
            } catch (OutOfDate e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                current = products.find(product.id()).orElseThrow(() -> e);
            }
        }
    }
}
