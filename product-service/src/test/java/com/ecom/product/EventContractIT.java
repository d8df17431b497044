package com.ecom.product;

import static com.ecom.product.model.ProductFixtures.TUESDAY;
import static com.ecom.product.model.ProductFixtures.mug;
import static com.ecom.product.model.ProductFixtures.mugsAt;
import static com.ecom.product.model.ProductFixtures.mugsOnSale;
import static com.ecom.product.model.ProductFixtures.mugsPublished;

import com.ecom.core.outbox.Event;
import com.ecom.test.EventContract;
import java.util.ArrayList;
import java.util.List;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("product-service");
    }

    @Override
    protected List<Event> produced() {
        var events = new ArrayList<Event>();
        events.addAll(mug().revise(mugsAt(1_299, 1_399), TUESDAY).events());
        events.addAll(mug().revise(mugsOnSale(1_499, 1_399), TUESDAY).events());
        events.addAll(mug().revise(mugsPublished(), TUESDAY).events());
        events.addAll(mug().archive(TUESDAY).events());
        return events;
    }
}
