package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Names;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Everything that runs belongs to somebody, and people can read whom. */
class OwnershipTests {

    private final OpsFolder ops = OpsFolder.find();

    @Test
    void everyServiceBelongsToOneTeam() throws IOException {
        assertThat(ops.owners().teams().values().stream().flatMap(it -> it.services().stream()))
                .containsExactlyInAnyOrderElementsOf(Names.SERVICES);
    }

    @Test
    void thePageForPeopleIsWhatTheSourceSays() throws IOException {
        Generated.mustEqual(
                ops.root().resolve("ops/OWNERSHIP.md"), ops.owners().document(Alert.all(ops), KnownMetrics.of(ops)));
    }
}
