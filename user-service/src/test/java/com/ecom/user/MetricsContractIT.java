package com.ecom.user;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("user-service");
    }
}
