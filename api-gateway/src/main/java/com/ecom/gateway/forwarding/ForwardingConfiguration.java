package com.ecom.gateway.forwarding;

import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.caller.CallerAddress;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** How requests go on to the services, and answers back. */
@Configuration(proxyBeanMethods = false)
class ForwardingConfiguration {

    /** A client that repeats requests by itself would order twice. */
    @Bean
    HttpClientCustomizer onceOnly() {
        return client -> client.disableRetry(true);
    }

    @Bean
    ForwardRequest forwardRequest(HttpClient http, CallerAddress addresses, Traces traces) {
        return new ForwardRequest(new EventLoopClients(http), new RequestHeaders(addresses, traces));
    }

    @Bean
    WriteResponse writeResponse() {
        return new WriteResponse();
    }
}
