package com.ecom.proof.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.operations.OpsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release waits until every drill was passed lately enough, and only what was passed counts. */
class EvidenceTests {

    private static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final String DRILL = "mail-away";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private EvidenceFolder folder;

    @BeforeEach
    void oneDrillThatIsDueEveryTenDays() throws IOException {
        Files.createDirectories(home.resolve("ops/drills/evidence"));
        Files.writeString(home.resolve("ops/drills/drills.yaml"), "everyDays: {mail-away: 10}\n");
        folder = new EvidenceFolder(home.resolve("runs"), new OpsFolder(home));
    }

    @Test
    void aReleaseWaitsForADrillThatNobodyHasDone() throws IOException {
        assertThat(folder.whyNot(DAY)).containsExactly("mail-away: no evidence");
    }

    @Test
    void aPassedDrillLetsReleasesThroughUntilItIsDueAgain() throws IOException {
        folder.keep(evidence(DAY, List.of()));
        folder.accept(DRILL);

        assertThat(folder.whyNot(DAY.plus(Duration.ofDays(10)))).isEmpty();
        assertThat(folder.whyNot(DAY.plus(Duration.ofDays(11))))
                .containsExactly("mail-away: 11 days ago, and it is due every 10");
    }

    @Test
    void nobodyAcceptsADrillThatWasNotPassedOrNotRun() throws IOException {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> folder.accept(DRILL));

        folder.keep(evidence(DAY, List.of()));
        folder.keep(evidence(DAY.plusSeconds(60), List.of("nobody heard")));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> folder.accept(DRILL))
                .withMessage("mail-away was not passed");
    }

    @Test
    void everyDrillHasACadence() throws IOException {
        var ops = OpsFolder.find();

        assertThat(new EvidenceFolder(home, ops).cadences().keySet()).containsExactlyInAnyOrderElementsOf(Faults.NAMES);
    }

    private static Evidence evidence(Instant at, List<String> problems) {
        return new Evidence(
                DRILL,
                "The mail server is gone",
                at,
                60,
                "MailDelayed",
                "mail-ticket",
                125,
                126,
                130,
                140,
                9,
                0,
                List.of(),
                problems);
    }
}
