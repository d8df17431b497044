package com.ecom.search.reindexing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.search.reindexing.Reindex.Kind;
import com.ecom.search.reindexing.Reindex.State;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ops/search/reindex")
@RequiredArgsConstructor
class ReindexController {

    private final RequestReindex requestReindex;
    private final Reindexes reindexes;
    private final RunReindexes runReindexes;
    private final Interventions interventions;

    /** Makes the index of products anew from its documents, soon; searches and changes go on meanwhile. */
    @PostMapping
    Outcome reindex(IdempotencyKey key, @RequestBody @Valid ReindexRequest request) {
        return ask(key, Kind.REINDEX, "search.reindex", request);
    }

    /** Puts the index before the last reindex in its place again, with whatever changed since. */
    @PostMapping("/rollback")
    Outcome rollBack(IdempotencyKey key, @RequestBody @Valid ReindexRequest request) {
        return ask(key, Kind.ROLLBACK, "search.reindex-rollback", request);
    }

    private Outcome ask(IdempotencyKey key, Kind kind, String action, ReindexRequest request) {
        var total = requestReindex.check(key, kind);
        if (Boolean.TRUE.equals(request.dryRun())) {
            return Outcome.wouldAffect(total);
        }
        var outcome = interventions.carryOut(key, request, action, "products", request.reason(), () -> {
            requestReindex.add(key, kind, request.reason(), total);
            return total;
        });
        runReindexes.wake();
        return outcome;
    }

    /** How far each is: the newest first. */
    @GetMapping
    Page<ReindexProgress> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var time = Page.positionOf(cursor).flatMap(ReindexController::time).orElse(null);
        return Page.of(
                reindexes.before(time, size + 1).stream()
                        .map(ReindexProgress::of)
                        .toList(),
                size,
                it -> it.startedAt().toString());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @param dryRun only count */
    record ReindexRequest(
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {}

    /**
     * @param from the index that was searched before; absent until it begins
     * @param to the index that is searched afterwards
     * @param copied documents, some perhaps twice
     * @param failure why it came to nothing
     */
    record ReindexProgress(
            String reindexId,
            Kind kind,
            String startedBy,
            Instant startedAt,
            String reason,
            @Nullable String from,
            @Nullable String to,
            long total,
            long copied,
            State state,
            @Nullable String failure,
            @Nullable Instant finishedAt) {

        static ReindexProgress of(Reindex it) {
            return new ReindexProgress(
                    it.id(),
                    it.kind(),
                    it.startedBy(),
                    it.startedAt(),
                    it.reason(),
                    it.from(),
                    it.to(),
                    it.total(),
                    it.copied(),
                    it.state(),
                    it.failure(),
                    it.finishedAt());
        }
    }
}
