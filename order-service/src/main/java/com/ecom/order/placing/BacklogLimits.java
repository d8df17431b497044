package com.ecom.order.placing;

import com.ecom.order.model.Backlog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How many orders may wait.
 *
 * @param maxWait so long an order may take from being accepted to being answered for good; one that would take longer is
 *     refused
 * @param least so many may wait in any case, however slowly they are answered
 */
@Validated
@ConfigurationProperties("ecom.orders.backlog")
record BacklogLimits(
        @DefaultValue("3s") @NotNull Duration maxWait,
        @DefaultValue("120") @Min(1) int least) {

    @Configuration(proxyBeanMethods = false)
    static class Counted {

        @Bean
        static Backlog backlog(BacklogLimits limits, MeterRegistry meters) {
            var backlog = new Backlog(limits.maxWait(), limits.least());
            Gauge.builder("ecom.orders.backlog", backlog, Backlog::size)
                    .description("Orders that were accepted lately and wait for the answers of other services")
                    .register(meters);
            Gauge.builder("ecom.orders.backlog.limit", backlog, Backlog::most)
                    .description("So many may wait; endless while nothing is answered at all")
                    .register(meters);
            FunctionCounter.builder("ecom.orders.shed", backlog, Backlog::refused)
                    .description("Orders that were refused because they would have waited too long")
                    .register(meters);
            return backlog;
        }
    }
}
