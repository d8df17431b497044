package com.ecom.auth.securitylog;

import com.ecom.core.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class SecurityLogController {

    private final SecurityLog log;

    /** What happened to accounts: sign-ins, refusals, changes; newest first. */
    @GetMapping("/api/admin/security-events")
    Page<SecurityLog.LoggedEvent> events(
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) SecurityLog.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return log.page(accountId, kind, cursor, size);
    }
}
