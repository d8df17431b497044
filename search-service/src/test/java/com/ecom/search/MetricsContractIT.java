package com.ecom.search;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("search-service");
    }
}
