package com.ecom.search.rules;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.search.model.SearchRule;
import com.ecom.search.rules.RuleRefusal.NoSuchRule;
import com.ecom.search.rules.RuleRefusal.RuleIncomplete;
import com.ecom.search.rules.RuleRefusal.TooManyRules;
import com.ecom.search.rules.RuleRefusal.VersionMissing;
import com.ecom.search.rules.StoredRule.Change;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A rule's version is its ETag; a change names the version that was read. */
@RestController
@RequestMapping("/api/admin/search/rules")
@RequiredArgsConstructor
class RuleController {

    private static final String ETAG = "\"\\d{1,18}\"";

    private final Rules rules;
    private final Clock clock;

    /** All rules that are not deleted, in force or not. */
    @GetMapping
    Page<RuleView> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(rules.after(after, size + 1).stream().map(RuleView::of).toList(), size, RuleView::ruleId);
    }

    /** Adds a rule; searches follow it within two seconds. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RuleView> add(IdempotencyKey key, Caller caller, @RequestBody @Valid RuleBody body) {
        if (rules.count() >= Rules.MOST) {
            throw new TooManyRules(Rules.MOST);
        }
        var added = rules.add(StoredRule.added(
                key.toId().toString(), body.toRule(), caller.id().toString(), body.reason(), clock.instant()));
        if (added.deleted()) {
            throw new NoSuchRule();
        }
        return ResponseEntity.created(URI.create("/api/admin/search/rules/" + added.id()))
                .eTag(etagOf(added))
                .body(RuleView.of(added));
    }

    /** One rule. */
    @GetMapping("/{ruleId}")
    ResponseEntity<RuleView> get(@PathVariable UUID ruleId) {
        return answer(found(ruleId));
    }

    /** Who decided what about a rule and why, the newest first; also of one that is deleted. */
    @GetMapping("/{ruleId}/history")
    Page<Change> history(@PathVariable UUID ruleId) {
        return new Page<>(
                rules.find(ruleId.toString()).orElseThrow(NoSuchRule::new).changes(), null);
    }

    /** Replaces a rule, in the version that was read, which If-Match has to name. */
    @PutMapping("/{ruleId}")
    ResponseEntity<RuleView> revise(
            Caller caller,
            @PathVariable UUID ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable @Pattern(regexp = ETAG)
                    String version,
            @RequestBody @Valid RuleBody body) {
        var rule = body.toRule();
        return answer(rules.change(
                ruleId.toString(),
                parsed(version),
                it -> it.revised(rule, caller.id().toString(), body.reason(), clock.instant())));
    }

    /** Deletes a rule, in the version that was read, which If-Match has to name. */
    @DeleteMapping("/{ruleId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable UUID ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable @Pattern(regexp = ETAG)
                    String version,
            @RequestParam @NotBlank @Characters(max = 500) String reason) {
        rules.change(
                ruleId.toString(), parsed(version), it -> it.removed(caller.id().toString(), reason, clock.instant()));
        return ResponseEntity.noContent().build();
    }

    private StoredRule found(UUID ruleId) {
        return rules.find(ruleId.toString()).filter(it -> !it.deleted()).orElseThrow(NoSuchRule::new);
    }

    private static ResponseEntity<RuleView> answer(StoredRule it) {
        return ResponseEntity.ok().eTag(etagOf(it)).body(RuleView.of(it));
    }

    private static String etagOf(StoredRule it) {
        return "\"%d\"".formatted(it.version());
    }

    private static long parsed(@Nullable String version) {
        if (version == null) {
            throw new VersionMissing();
        }
        return Long.parseLong(version.substring(1, version.length() - 1));
    }

    /**
     * @param phrases what is asked as a whole; of synonyms, what means the same wherever it is asked
     * @param target where a redirect leads: a path of this shop
     * @param reason for the record
     */
    record RuleBody(
            @NotNull SearchRule.Kind kind,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Characters(max = 200) String> phrases,
            @Nullable @Size(max = 50) List<@NotBlank @Characters(max = 100) String> productIds,

            @Nullable @Characters(max = 500) @Pattern(regexp = "/(?![/\\\\])[!-\\[\\]-~]*")
            String target,

            @Nullable Instant from,
            @Nullable Instant until,
            @NotBlank @Characters(max = 500) String reason) {

        SearchRule toRule() {
            var rule = new SearchRule(
                    kind, phrases, Objects.requireNonNullElse(productIds, List.of()), target, from, until);
            if (!rule.hasAllItNeeds()) {
                throw new RuleIncomplete();
            }
            return rule;
        }
    }

    record RuleView(
            String ruleId,
            long version,
            SearchRule.Kind kind,
            List<String> phrases,
            List<String> productIds,
            @Nullable String target,
            @Nullable Instant from,
            @Nullable Instant until,
            Instant changedAt) {

        static RuleView of(StoredRule it) {
            var rule = Objects.requireNonNull(it.rule());
            return new RuleView(
                    it.id(),
                    it.version(),
                    rule.kind(),
                    rule.phrases(),
                    rule.productIds(),
                    rule.target(),
                    rule.from(),
                    rule.until(),
                    it.changedAt());
        }
    }
}
