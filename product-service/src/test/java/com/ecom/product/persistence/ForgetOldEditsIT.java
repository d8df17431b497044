package com.ecom.product.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdit.Tally;
import com.ecom.product.model.Patch;
import com.ecom.product.model.ProductList.Wanted;
import com.ecom.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ForgetOldEditsIT {

    @Autowired
    MongoBulkEdits edits;

    @Test
    void anEditIsForgottenAfterMoreThanAYear() {
        var young = finishedBefore(399);
        var old = finishedBefore(401);
        edits.purge();

        assertThat(edits.find(young)).isPresent();
        assertThat(edits.find(old)).isEmpty();
    }

    private String finishedBefore(int days) {
        var then = Instant.now().minus(Duration.ofDays(days));
        var id = UUID.randomUUID().toString();
        edits.start(new BulkEdit(
                id,
                UUID.randomUUID().toString(),
                then,
                "r",
                "hash",
                Wanted.of(null, "B", null, null, null, then),
                new Patch("C", null, null, false),
                0,
                Tally.NOTHING,
                "",
                List.of(),
                then));
        return id;
    }
}
