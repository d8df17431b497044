package com.ecom.product.cataloguing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdit.Failure;
import com.ecom.product.model.BulkEdits;
import com.ecom.product.model.ProductRefusal.NoSuchEdit;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Many products are changed by one request, which goes on by itself. */
@RestController
@RequiredArgsConstructor
class EditController {

    private final BulkEdits edits;
    private final StartEdit startEdit;
    private final RunEdits runEdits;

    /** Begins to change all products that a filter finds, in the same way. */
    @PostMapping("/api/admin/product-edits")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EditProgress> start(IdempotencyKey key, @RequestBody @Valid NewEdit asked) {
        var started = startEdit.handle(key, asked);
        runEdits.wake();
        return ResponseEntity.created(URI.create("/api/admin/product-edits/" + started.id()))
                .body(EditProgress.of(started));
    }

    /** How far a change of many products has come. */
    @GetMapping("/api/admin/product-edits/{editId}")
    EditProgress progress(@PathVariable String editId) {
        return edits.find(editId).map(EditProgress::of).orElseThrow(() -> new NoSuchEdit(editId));
    }

    /**
     * @param total how many products there were to change
     * @param failures up to 100 of those that could not be changed, and why
     */
    record EditProgress(
            String editId,
            EditState state,
            String reason,
            long total,
            long changed,
            long unchanged,
            long failed,
            List<Failure> failures,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt) {

        static EditProgress of(BulkEdit it) {
            return new EditProgress(
                    it.id(),
                    it.finishedAt() == null ? EditState.RUNNING : EditState.DONE,
                    it.reason(),
                    it.total(),
                    it.tally().changed(),
                    it.tally().unchanged(),
                    it.tally().failed(),
                    it.failures(),
                    it.startedBy(),
                    it.startedAt(),
                    it.finishedAt());
        }
    }

    enum EditState {
        RUNNING,
        DONE
    }
}
