package com.ecom.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ProveTests {

    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"planted", "outbox", "door", "outages"})
    void aSeedThatNobodyFollowsIsRefused(String proof) {
        assertThat(prove("saga", proof, "--seed", "424242")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said).asString().contains("Nothing is left to a seed by " + proof + "; --seed goes with saga, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "seventeen"})
    void whatIsNoSeedIsRefused(String seed) {
        assertThat(prove("saga", "--seed", seed)).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void aProofThatCountsOnFromItsSeedSaysHowFar() {
        var effort = new Effort(true, 424_242, 1, _ -> {});

        assertThat(seedsOf("saga", effort)).isEqualTo("424,242 to 2,424,241");
        assertThat(seedsOf("chaos", effort)).isEqualTo("424242");
    }

    private static String seedsOf(String name, Effort effort) {
        return Proofs.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .flatMap(it -> it.seeds(effort))
                .orElseThrow();
    }

    private int prove(String... arguments) {
        return new CommandLine(new Prove()).setErr(new PrintWriter(said)).execute(arguments);
    }
}
