package com.ecom.product.cataloguing;

import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.product.model.BulkEdits;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes the steps of edits, in whichever instance comes first; what a crash interrupted is taken up after half a minute. */
@Component
@RequiredArgsConstructor
class RunEdits {

    /** Of one edit at a time, so that others have their turn at the database. */
    private static final int STEPS_AT_ONCE = 10;

    private final BulkEdits edits;
    private final EditSome editSome;
    private final IdlePoll poll = new IdlePoll();

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        poll.tick(this::takeSteps);
    }

    /** Something was asked for. */
    void wake() {
        poll.wake();
    }

    private boolean takeSteps() {
        for (int i = 0; i < STEPS_AT_ONCE; i++) {
            if (!edits.advance(editSome::handle)) {
                return i > 0;
            }
        }
        return true;
    }
}
