package com.ecom.proof.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.operations.OpsFolder;
import com.ecom.proof.drills.EvidenceFolder.NotAccepted;
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
        assertThat(folder.whyNot(List.of(DRILL), DAY)).containsExactly("mail-away: no evidence");
    }

    @Test
    void aPassedDrillLetsReleasesThroughUntilItIsDueAgain() throws IOException, NotAccepted {
        folder.keep(evidence(DAY, List.of()));
        folder.accept(DRILL);

        assertThat(folder.whyNot(List.of(DRILL), DAY.plus(Duration.ofDays(10)))).isEmpty();
        assertThat(folder.whyNot(List.of(DRILL), DAY.plus(Duration.ofDays(11))))
                .containsExactly("mail-away: 11 days ago, and it is due every 10");
    }

    @Test
    void nobodyAcceptsADrillThatWasNotPassedOrNotRun() throws IOException {
        assertThatExceptionOfType(NotAccepted.class)
                .isThrownBy(() -> folder.accept(DRILL))
                .withMessage("mail-away has not been run here: ./ecom drill mail-away");

        folder.keep(evidence(DAY, List.of()));
        folder.keep(evidence(DAY.plusSeconds(60), List.of("nobody heard")));

        assertThatExceptionOfType(NotAccepted.class)
                .isThrownBy(() -> folder.accept(DRILL))
                .withMessage("mail-away was not passed: nobody heard");
    }

    @Test
    void aReleaseWaitsForADrillOfWhichNobodySaysHowOftenItIsDue() throws IOException {
        assertThat(folder.whyNot(List.of("database-slow"), DAY))
                .containsExactly("database-slow: drills.yaml does not say how often it is due");
    }

    @Test
    void acceptingADrillPutsItsTimesIntoTheTableAndLeavesTheRest() throws IOException, NotAccepted {
        var page = home.resolve("ops/README.md");
        Files.writeString(page, """
                Before.

                | drill | breaks | alert, page | detected | heard | mitigated | over |
                |---|---|---|---|---|---|---|
                | `mail-away` | an earlier one | [A](A.md) | 1 | 2 | 3 | 4 |

                After.
                """);
        folder.keep(evidence(DAY, List.of()));
        folder.accept(DRILL);
        folder.writeTable();

        assertThat(page).hasContent("""
                Before.

                | drill | breaks | alert, page | detected | heard | mitigated | over |
                |---|---|---|---|---|---|---|
                | `mail-away` | The mail server is gone | [MailDelayed](../docs/runbooks/MailDelayed.md) | 125 | 126 | 130 | 140 |

                After.
                """);
    }

    @Test
    void theTableOfThisRepositorySaysWhatItsEvidenceSays() throws IOException {
        var ops = OpsFolder.find();
        var page = Files.readString(ops.root().resolve("ops/README.md"));

        assertThat(EvidenceTable.in(page).with(new EvidenceFolder(home, ops).allAccepted()))
                .isEqualTo(page);
    }

    @Test
    void everyDrillHasACadence() throws IOException {
        var ops = OpsFolder.find();

        assertThat(new EvidenceFolder(home, ops).cadences().keySet())
                .containsExactlyInAnyOrderElementsOf(Faults.names());
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
                List.of(),
                problems);
    }
}
