package com.ecom.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

class NightlyTests {

    @Test
    void everyProofRunsEveryNight() throws IOException {
        var workflow = Files.readString(Checkout.find().root().resolve(".github/workflows/nightly.yml"));
        Map<String, Object> nightly = new Yaml(new SafeConstructor(new LoaderOptions())).load(workflow);
        var proofs = JsonMapper.shared()
                .valueToTree(nightly)
                .at("/jobs/prove/strategy/matrix/proofs")
                .valueStream()
                .flatMap(it -> Arrays.stream(it.asString().split(" ")))
                .toList();

        assertThat(proofs)
                .containsExactlyElementsOf(
                        Proofs.all().stream().map(Proof::name).toList());
    }
}
