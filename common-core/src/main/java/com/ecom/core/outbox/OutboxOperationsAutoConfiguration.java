package com.ecom.core.outbox;

import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.OperatingAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Lets operators look into what a service has to tell, wherever it keeps that. */
@AutoConfiguration(
        after = OperatingAutoConfiguration.class,
        // By name, because services without a database do not have it.
        afterName = "com.ecom.core.outbox.OutboxAutoConfiguration")
@ConditionalOnBean({OutboxAdmin.class, Interventions.class})
class OutboxOperationsAutoConfiguration {

    @Bean
    OutboxController outboxController(OutboxAdmin outbox, Interventions interventions, Clock clock) {
        return new OutboxController(outbox, interventions, clock);
    }
}
