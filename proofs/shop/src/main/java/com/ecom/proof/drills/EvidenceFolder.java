package com.ecom.proof.drills;

import com.ecom.operations.OpsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where evidence is kept: each run's in a folder of this machine, the accepted ones in the repository, where the gate
 * reads them.
 */
record EvidenceFolder(Path runs, OpsFolder ops) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Path keep(Evidence evidence) throws IOException {
        var file =
                runs.resolve(evidence.drill()).resolve(evidence.at().toString().replace(':', '-') + ".json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, JSON.writeValueAsString(evidence) + "\n");
    }

    /** The one before the newest is what a run is compared with. */
    List<Evidence> runsOf(String drill) throws IOException {
        var folder = runs.resolve(drill);
        var all = new ArrayList<Evidence>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    all.add(JSON.readValue(Files.readString(file), Evidence.class));
                }
            }
        }
        return all;
    }

    /** @throws NotAccepted if there is none, or it was not passed */
    Path accept(String drill) throws IOException, NotAccepted {
        var runs = runsOf(drill);
        if (runs.isEmpty()) {
            throw new NotAccepted("%s has not been run here: ./ecom drill %s".formatted(drill, drill));
        }
        if (!runs.getLast().passed()) {
            throw new NotAccepted("%s was not passed: %s"
                    .formatted(drill, runs.getLast().problems().getFirst()));
        }
        return Files.writeString(accepted(drill), JSON.writeValueAsString(runs.getLast()) + "\n");
    }

    /** Why a release has to wait; nothing if all these drills were passed lately enough. */
    List<String> whyNot(List<String> drills, Instant now) throws IOException {
        var reasons = new ArrayList<String>();
        var cadences = cadences();
        for (var drill : drills) {
            var every = cadences.get(drill);
            var evidence = acceptedOf(drill);
            var days = evidence.map(it -> Duration.between(it.at(), now).toDays());
            if (every == null) {
                reasons.add("%s: drills.yaml does not say how often it is due".formatted(drill));
            } else if (evidence.isEmpty()) {
                reasons.add("%s: no evidence".formatted(drill));
            } else if (!evidence.orElseThrow().passed()) {
                reasons.add("%s: was not passed".formatted(drill));
            } else if (days.orElseThrow() > every) {
                reasons.add("%s: %d days ago, and it is due every %d".formatted(drill, days.orElseThrow(), every));
            }
        }
        return reasons;
    }

    /** How many days may pass between two of each. */
    Map<String, Integer> cadences() throws IOException {
        var days = new TreeMap<String, Integer>();
        if (OpsFolder.yaml(folder().resolve("drills.yaml")).get("everyDays") instanceof Map<?, ?> written) {
            written.forEach((drill, every) -> days.put(String.valueOf(drill), Integer.valueOf(String.valueOf(every))));
        }
        return days;
    }

    /** Puts what was accepted into the table of {@code ops/README.md}. */
    void writeTable() throws IOException {
        var page = ops.root().resolve("ops/README.md");
        Files.writeString(page, EvidenceTable.in(Files.readString(page)).with(allAccepted()));
    }

    /** As far as there is any, in the order of the names. */
    List<Evidence> allAccepted() throws IOException {
        var all = new ArrayList<Evidence>();
        for (var drill : cadences().keySet()) {
            acceptedOf(drill).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Evidence> acceptedOf(String drill) throws IOException {
        var file = accepted(drill);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), Evidence.class))
                : Optional.empty();
    }

    private Path accepted(String drill) {
        return folder().resolve("evidence").resolve(drill + ".json");
    }

    /** There is nothing that could be taken into the repository. */
    static final class NotAccepted extends Exception {
        private static final long serialVersionUID = 1;

        NotAccepted(String message) {
            super(message);
        }
    }

    private Path folder() {
        return ops.root().resolve("ops/drills");
    }
}
