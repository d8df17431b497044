package com.ecom.gateway.frontendflags;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the shop window shows or hides, decided where it is operated; nothing that anybody may rely on for safety. */
@RestController
class FrontendFlags {

    private static final Duration MAY_BE_KEPT = Duration.ofSeconds(30);

    private final Flags flags;

    FrontendFlags(Flags flags) {
        this.flags = flags;
    }

    @GetMapping("/internal/frontend-flags")
    ResponseEntity<Flags> look() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(MAY_BE_KEPT).cachePublic())
                .body(flags);
    }

    @ConfigurationProperties("ecom.frontend-flags")
    record Flags(boolean betaBannerEnabled, boolean adminConsoleEnabled) {}
}
