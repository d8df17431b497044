package com.ecom.payment.calls;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.payment.calls.OutageMode.Notice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sparing a provider that is known to be away: calls wait instead of failing, and none uses up its attempts. */
@RestController
@RequiredArgsConstructor
class OutageController {

    private final OutageMode outage;
    private final Interventions interventions;

    /** Whether the provider is declared to be away, by whom and until when. */
    @GetMapping("/ops/provider/outage-mode")
    OutageReport look() {
        return outage.current().map(it -> new OutageReport(true, it)).orElse(new OutageReport(false, null));
    }

    /** No call is made until then, or until somebody ends it; a second one takes the place of the first. */
    @PostMapping("/ops/provider/outage-mode")
    Outcome begin(IdempotencyKey key, @RequestBody @Valid OutageRequest request) {
        return interventions.carryOut(
                key,
                request,
                "provider.outage.begin",
                "%d minutes".formatted(request.minutes()),
                request.reason(),
                () -> outage.begin(request.minutes(), key.caller(), request.reason()));
    }

    /** What waited is called within a second. */
    @PostMapping("/ops/provider/outage-mode/end")
    Outcome end(IdempotencyKey key, @RequestBody @Valid OutageEnd request) {
        return interventions.carryOut(key, request, "provider.outage.end", "now", request.reason(), outage::end);
    }

    /** @param minutes until it ends by itself, a day at most */
    record OutageRequest(
            @Min(1) @Max(1_440) int minutes,
            @NotBlank @Characters(max = 500) String reason) {}

    record OutageEnd(@NotBlank @Characters(max = 500) String reason) {}

    record OutageReport(boolean on, @Nullable Notice notice) {}
}
