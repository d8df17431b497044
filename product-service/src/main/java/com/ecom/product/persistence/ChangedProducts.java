package com.ecom.product.persistence;

import com.ecom.core.outbox.RelayWakeUp;
import com.ecom.product.model.ProductsChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ids of products whose events this instance has kept and not yet sent. What does not fit in is found by looking. */
@Component
@RequiredArgsConstructor
class ChangedProducts {

    private static final int MOST = 20_000;

    private final LinkedBlockingQueue<String> ids = new LinkedBlockingQueue<>(MOST);
    private final RelayWakeUp relay;

    @EventListener
    void on(ProductsChanged event) {
        add(event.ids());
        relay.give();
    }

    /** Without a nudge, for a pass that comes anyway. */
    void add(Collection<String> more) {
        more.forEach(ids::offer);
    }

    /** Takes the next ones, each once. */
    List<String> next(int limit) {
        var next = new ArrayList<String>();
        ids.drainTo(next, limit);
        return next.stream().distinct().toList();
    }

    boolean areThere() {
        return !ids.isEmpty();
    }
}
