package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;

import com.ecom.product.Catalogue;
import com.ecom.test.RepublishContract;

class RepublishCatalogueIT extends RepublishContract {

    RepublishCatalogueIT() {
        super("catalogue", "product.events", "product.upserted.v1");
    }

    @Override
    protected String make() {
        return Catalogue.of(shop).added(mug(newSku(), 1_499));
    }
}
