package com.ecom.product;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("product-service");
    }
}
