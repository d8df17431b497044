package com.ecom.gateway;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/**
 * How requests go on to the services, and answers back: by the proxy's own filters, but with two readers of headers
 * instead of nine that copy them one after the other.
 */
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
    NettyRoutingFilter asking(
            HttpClient http, HttpClientProperties properties, CallerAddress addresses, Traces traces) {
        return new NettyRoutingFilter(
                http, always(List.of(new HeadersThatGoOn(addresses, traces), new HeadersThatComeBack())), properties);
    }

    @Bean
    NettyWriteResponseFilter answering() {
        return new NettyWriteResponseFilter(List.of(), always(List.of()));
    }

    private static ObjectProvider<List<HttpHeadersFilter>> always(List<HttpHeadersFilter> filters) {
        return new ObjectProvider<>() {
            @Override
            public List<HttpHeadersFilter> getObject() {
                return filters;
            }
        };
    }
}
