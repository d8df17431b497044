package com.ecom.gateway.frontendflags;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Feature flags of the storefront, set by operators; security never depends on them. */
@RestController
@RequiredArgsConstructor
class FrontendFlags {

    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final Flags flags;

    @GetMapping("/internal/frontend-flags")
    ResponseEntity<Flags> look() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
                .body(flags);
    }

    @ConfigurationProperties("ecom.frontend-flags")
    record Flags(boolean betaBannerEnabled, boolean adminConsoleEnabled) {}
}
