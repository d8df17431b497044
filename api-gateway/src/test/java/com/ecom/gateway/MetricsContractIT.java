package com.ecom.gateway;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("api-gateway");
    }
}
