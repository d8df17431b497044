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

    /** @throws IOException if there is none, or it was not passed */
    Path accept(String drill) throws IOException {
        var runs = runsOf(drill);
        if (runs.isEmpty() || !runs.getLast().passed()) {
            throw new IOException(
                    runs.isEmpty()
                            ? "%s has not been run here".formatted(drill)
                            : "%s was not passed".formatted(drill));
        }
        return Files.writeString(accepted(drill), JSON.writeValueAsString(runs.getLast()) + "\n");
    }

    /** Why a release has to wait; nothing if all drills were passed lately enough. */
    List<String> whyNot(Instant now) throws IOException {
        var reasons = new ArrayList<String>();
        for (var cadence : cadences().entrySet()) {
            var evidence = acceptedOf(cadence.getKey());
            var days = evidence.map(it -> Duration.between(it.at(), now).toDays());
            if (evidence.isEmpty()) {
                reasons.add("%s: no evidence".formatted(cadence.getKey()));
            } else if (!evidence.orElseThrow().passed()) {
                reasons.add("%s: was not passed".formatted(cadence.getKey()));
            } else if (days.orElseThrow() > cadence.getValue()) {
                reasons.add("%s: %d days ago, and it is due every %d"
                        .formatted(cadence.getKey(), days.orElseThrow(), cadence.getValue()));
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

    private Optional<Evidence> acceptedOf(String drill) throws IOException {
        var file = accepted(drill);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), Evidence.class))
                : Optional.empty();
    }

    private Path accepted(String drill) {
        return folder().resolve("evidence").resolve(drill + ".json");
    }

    private Path folder() {
        return ops.root().resolve("ops/drills");
    }
}
