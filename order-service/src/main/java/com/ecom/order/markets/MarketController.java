package com.ecom.order.markets;

import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.order.markets.MarketRefusal.NoSuchMarket;
import com.ecom.order.markets.MarketRefusal.OutOfDate;
import com.ecom.order.markets.MarketRefusal.VersionMissing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What staff see and change of the rules that markets sell by. */
@RestController
@RequiredArgsConstructor
class MarketController {

    private static final String ETAG = "\"(0|[1-9]\\d{0,8})\"";

    private final Markets markets;
    private final MarketsInForce inForce;

    /** The first hundred markets by name, each with its last change. */
    @GetMapping("/api/admin/markets")
    List<MarketVersion> all() {
        return markets.all();
    }

    /** What a market sells by now. */
    @GetMapping("/api/admin/markets/{market}")
    ResponseEntity<MarketEntry> get(@PathVariable @Pattern(regexp = MarketRules.ID) String market) {
        return answer(markets.find(market).orElseThrow(() -> new NoSuchMarket(market)));
    }

    /** Who changed what, and why; the last hundred times. */
    @GetMapping("/api/admin/markets/{market}/versions")
    List<MarketVersion> versions(@PathVariable @Pattern(regexp = MarketRules.ID) String market) {
        return markets.versionsOf(market);
    }

    /** What a market sold by, in one version. */
    @GetMapping("/api/admin/markets/{market}/versions/{version}")
    ResponseEntity<MarketEntry> version(
            @PathVariable @Pattern(regexp = MarketRules.ID) String market,
            @PathVariable @Min(1) @Max(999_999_999) int version) {
        return answer(markets.find(market, version).orElseThrow(() -> new NoSuchMarket(market)));
    }

    /** Replaces the rules of the version that was seen, as a whole; {@code "0"} makes a new market. */
    @PutMapping("/api/admin/markets/{market}")
    ResponseEntity<MarketEntry> revise(
            Caller caller,
            @PathVariable @Pattern(regexp = MarketRules.ID) String market,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable @Pattern(regexp = ETAG)
                    String version,
            @RequestBody @Valid MarketRevision revision) {
        var seen = parsed(version);
        if (seen != markets.find(market).map(MarketEntry::version).orElse(0)) {
            throw new OutOfDate();
        }
        var rules = MarketTables.requireApplicable(revision.rules());
        inForce.requireAlone(market, rules);
        markets.add(market, seen + 1, rules, caller.id(), revision.reason());
        inForce.refresh();
        return answer(new MarketEntry(market, seen + 1, rules));
    }

    private static ResponseEntity<MarketEntry> answer(MarketEntry entry) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(entry.version())).body(entry);
    }

    private static int parsed(@Nullable String version) {
        if (version == null) {
            throw new VersionMissing();
        }
        return Integer.parseInt(version.substring(1, version.length() - 1));
    }

    record MarketRevision(
            @NotNull @Valid MarketRules rules,
            @NotBlank @Characters(max = 500) String reason) {}
}
