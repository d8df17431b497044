package com.ecom.core.operating;

import com.ecom.core.operating.Audit.AuditEntry;
import com.ecom.core.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class AuditController {

    private final Audit audit;

    /** Who did what, when and why: the newest first. */
    @GetMapping("/ops/audit")
    Page<AuditEntry> audit(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var entries = audit.before(Page.positionOf(cursor).orElse(null), size + 1);
        return Page.of(entries, size, AuditEntry::id);
    }
}
