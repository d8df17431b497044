package com.ecom.gateway;

import com.ecom.core.service.CorrelationId;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** How requests go on to the services. */
@Configuration(proxyBeanMethods = false)
class Outbound {

    private static final Set<String> NOT_FOR_CALLERS_TO_SAY = Set.of("forwarded", "x-real-ip", "cookie");
    private static final Set<String> NEITHER_ARE_THESE = Set.of("x-forwarded-", "x-user-", "x-internal-");

    /** A client that repeats requests by itself would order twice. */
    @Bean
    HttpClientCustomizer onceOnly() {
        return client -> client.disableRetry(true);
    }

    @Bean
    CallerAddress callerAddress(TrafficProperties traffic) {
        return new CallerAddress(traffic.trustedProxies());
    }

    /** Services believe tokens; nothing that a caller says about addresses or identities may look like our word. Where the request comes from is that. */
    @Bean
    HttpHeadersFilter headersThatGoOn(CallerAddress addresses) {
        return (input, exchange) -> {
            var headers = new HttpHeaders();
            input.forEach((name, values) -> {
                if (goesOn(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, values);
                }
            });
            var id = exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER);
            if (id != null) {
                headers.set(CorrelationId.HEADER, id);
            }
            var caller = addresses.find(
                    exchange.getRequest().getRemoteAddress(),
                    // Not the input, from which the framework has taken what our proxies said.
                    exchange.getRequest().getHeaders());
            if (caller != null) {
                headers.set(CallerAddress.HOPS, caller.getHostAddress());
            }
            return headers;
        };
    }

    private static boolean goesOn(String name) {
        return !NOT_FOR_CALLERS_TO_SAY.contains(name)
                && NEITHER_ARE_THESE.stream().noneMatch(name::startsWith);
    }
}
