package com.ecom.gateway.settings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the services are, how long they may take, and what requests may contain.
 *
 * @param slow operations that may take longer than their service usually does, by their name in the access policy
 */
@ConfigurationProperties("ecom")
public record GatewayProperties(
        @DefaultValue Map<String, Service> services,
        @DefaultValue Map<String, Duration> slow,
        @DefaultValue Cors cors,
        @DefaultValue Http http,
        @DefaultValue HighRisk highRisk) {

    /** @throws IllegalArgumentException if its URL is not configured */
    public URI addressOf(String service) {
        var known = services.get(service);
        if (known == null || known.url == null) {
            throw new IllegalArgumentException("ecom.services.%s.url is missing".formatted(service));
        }
        return known.url;
    }

    public Duration timeoutOf(String service, String operation) {
        return slow.getOrDefault(operation, requireNonNull(services.get(service)).timeout);
    }

    /** @param timeout how long the service may take before the gateway answers 504 */
    public record Service(
            @Nullable URI url, @DefaultValue("5s") Duration timeout) {}

    /** @param origins the sites whose pages may call the API from a browser; pages of other sites may not */
    public record Cors(@DefaultValue List<String> origins) {}

    /** @param larger where more is let through, by operations' names in the access policy */
    public record Http(
            @DefaultValue("1MB") DataSize maxBody,
            @DefaultValue Map<String, DataSize> larger) {}

    /** @param timeout how long auth-service may take to validate a session; after that the gateway refuses the request */
    public record HighRisk(@DefaultValue("1s") Duration timeout) {}
}
