package com.ecom.notification;

import com.ecom.test.MetricsContract;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("notification-service");
    }
}
