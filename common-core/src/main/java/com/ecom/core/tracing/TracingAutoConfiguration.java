package com.ecom.core.tracing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps people out of traces. */
@AutoConfiguration
class TracingAutoConfiguration {

    /** Before those who send them anywhere. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ImpersonalSpans impersonalSpans() {
        return new ImpersonalSpans();
    }
}
