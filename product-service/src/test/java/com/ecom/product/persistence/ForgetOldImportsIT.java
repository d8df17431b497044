package com.ecom.product.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.model.Imports;
import com.ecom.product.model.Imports.Chunk;
import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.ProductImport;
import com.ecom.test.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ForgetOldImportsIT {

    @Autowired
    DeleteOldImports forgetOldImports;

    @Autowired
    Imports imports;

    @Test
    void anImportIsForgottenWithItsChunksAfterMoreThanAYear() {
        var young = startedBefore(399);
        var old = startedBefore(401);
        forgetOldImports.purge();

        assertThat(imports.find(young)).isPresent();
        assertThat(imports.chunk(young, 1)).isPresent();
        assertThat(imports.find(old)).isEmpty();
        assertThat(imports.chunk(old, 1)).isEmpty();
    }

    private String startedBefore(int days) {
        var id = UUID.randomUUID().toString();
        var then = Instant.now().minus(Duration.ofDays(days));
        imports.start(new ProductImport(id, "mugs", 1, OnConflict.KEEP, UUID.randomUUID(), then, "hash"));
        imports.record(id, new Chunk(1, "hash", 1, 0, 0, List.of()));
        return id;
    }
}
