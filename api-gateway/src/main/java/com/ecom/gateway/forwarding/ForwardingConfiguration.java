package com.ecom.gateway.forwarding;

import com.ecom.gateway.caller.CallerAddress;
import com.ecom.gateway.observation.Traces;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** The filters that forward requests and write responses. */
@Configuration(proxyBeanMethods = false)
class ForwardingConfiguration {

    /** A client that retries by itself could place an order twice. */
    @Bean
    HttpClientCustomizer withoutRetry() {
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
