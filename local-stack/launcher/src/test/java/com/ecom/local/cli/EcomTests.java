package com.ecom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EcomTests {

    private final StringWriter out = new StringWriter();
    private final CommandLine ecom =
            Ecom.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "start", "stop", "env", "search", "warm", "test", "doctor"})
    void everyCommandIsListedAndExplainsItself(String command) {
        assertThat(ecom.execute("help", command)).isZero();
        assertThat(out.toString()).startsWith("Usage: ecom " + command);
        assertThat(ecom.getSubcommands()).containsKey(command);
    }

    @Test
    void whatItDoesNotUnderstandIsAnError() {
        assertThat(ecom.execute("fly")).isEqualTo(2);
        assertThat(out.toString()).contains("fly");
    }

    @Test
    void aNameThatNobodyBearsIsRefusedWithTheNamesThatThereAre() {
        assertThat(ecom.execute("logs", "orders")).isEqualTo(1);
    }
}
