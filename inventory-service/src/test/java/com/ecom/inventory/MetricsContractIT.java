package com.ecom.inventory;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("inventory-service");
    }
}
