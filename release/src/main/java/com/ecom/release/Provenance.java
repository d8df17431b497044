package com.ecom.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a release comes from, as SLSA 1.0 wants it said in a statement of in-toto. Nobody has signed it.
 *
 * @param commit of git
 */
record Provenance(String version, String commit, Instant started, Instant finished) {

    /** @param sums SHA-256 of each file */
    Map<String, Object> statement(Map<String, String> sums) {
        return Map.of(
                "_type",
                "https://in-toto.io/Statement/v1",
                "subject",
                sums.entrySet().stream()
                        .map(it -> Map.of("name", it.getKey(), "digest", Map.of("sha256", it.getValue())))
                        .toList(),
                "predicateType",
                "https://slsa.dev/provenance/v1",
                "predicate",
                Map.of("buildDefinition", definition(), "runDetails", details()));
    }

    private Map<String, Object> definition() {
        return Map.of(
                "buildType",
                "https://ecom.example/release/build/v1",
                "externalParameters",
                Map.of("version", version),
                "resolvedDependencies",
                List.of(Map.of("name", "ecom", "digest", Map.of("gitCommit", commit))));
    }

    private Map<String, Object> details() {
        return Map.of(
                "builder",
                Map.of("id", builder()),
                "metadata",
                Map.of("startedOn", started.toString(), "finishedOn", finished.toString()));
    }

    /** The workflow that runs on GitHub; elsewhere nobody vouches for the machine. */
    private static String builder() {
        return Optional.ofNullable(System.getenv("GITHUB_WORKFLOW_REF"))
                .map("https://github.com/"::concat)
                .orElse("https://ecom.example/release/somebodys-machine");
    }
}
