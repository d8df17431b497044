package com.ecom.product.cataloguing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdit.Tally;
import com.ecom.product.model.BulkEdits;
import com.ecom.product.model.ProductList;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins an edit once per key: its id follows from the key, so that a repetition finds it. */
@Component
@RequiredArgsConstructor
class StartEdit {

    private final BulkEdits edits;
    private final ProductList products;
    private final JsonMapper json;
    private final Clock clock;

    BulkEdit handle(IdempotencyKey key, NewEdit asked) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var wanted = asked.filter().at(now);
        var edit = new BulkEdit(
                key.toId().toString(),
                key.caller().toString(),
                now,
                asked.reason(),
                key.hashOf(asked, json),
                wanted,
                asked.set().toPatch(),
                products.count(wanted),
                Tally.NOTHING,
                "",
                List.of(),
                null);
        if (edits.start(edit)) {
            return edit;
        }
        var earlier = edits.find(edit.id()).orElseThrow();
        key.replays(earlier.requestHash(), edit.requestHash());
        return earlier;
    }
}
