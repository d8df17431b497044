package com.ecom.order;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("order-service");
    }
}
