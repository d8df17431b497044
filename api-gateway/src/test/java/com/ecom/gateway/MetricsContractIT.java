package com.ecom.gateway;

import com.ecom.core.security.AccessPolicy;
import com.ecom.test.MetricsContract;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class MetricsContractIT extends MetricsContract {

    MetricsContractIT() {
        super("api-gateway");
    }

    /** Nobody is at home: what a gateway counts of its own is there before the first request. */
    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (var service : AccessPolicy.load().operations().keySet()) {
            registry.add("ecom.services.%s.url".formatted(service), () -> "http://127.0.0.1:11");
        }
    }
}
