package com.ecom.gateway;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** How requests go on to the services, and answers back. */
@Configuration(proxyBeanMethods = false)
class Outbound {

    /** A client that repeats requests by itself would order twice. */
    @Bean
    HttpClientCustomizer onceOnly() {
        return client -> client.disableRetry(true);
    }

    @Bean
    CallerAddress callerAddress(TrafficProperties traffic) {
        return new CallerAddress(traffic.trustedProxies());
    }

    @Bean
    Asking asking(HttpClient http, CallerAddress addresses, Traces traces) {
        return new Asking(new Lanes(http), new HeadersThatGoOn(addresses, traces));
    }

    @Bean
    Answering answering() {
        return new Answering();
    }
}
