package com.ecom.release;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes out with a release and is never built again on its way: the archive of each service, what they are made of
 * (CycloneDX), their sums, and where they come from.
 */
record Artifacts(Path folder) {

    static final String BILL_OF_MATERIALS = "bom.json";

    private static final String SUMS = "SHA256SUMS";
    private static final String PROVENANCE = "provenance.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Takes what Maven has built in this checkout. */
    void collect(Checkout checkout, Provenance provenance) throws IOException {
        Files.createDirectories(folder);
        for (var service : Names.SERVICES) {
            take(checkout.serviceJar(service), service + ".jar");
        }
        take(checkout.root().resolve("target").resolve(BILL_OF_MATERIALS), BILL_OF_MATERIALS);
        var sums = new TreeMap<String, String>();
        for (var name : names()) {
            sums.put(name, Sha256.of(folder.resolve(name)));
        }
        Sha256.write(folder.resolve(SUMS), sums);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(PROVENANCE).toFile(), provenance.statement(sums));
    }

    /** Every reason for which this is not what was built; none if it is. */
    List<String> whyNot() throws IOException {
        if (!Files.exists(folder.resolve(SUMS)) || !Files.exists(folder.resolve(PROVENANCE))) {
            return List.of("There is no whole release in " + folder);
        }
        var reasons = new ArrayList<String>();
        var sums = Sha256.read(folder.resolve(SUMS));
        for (var name : names()) {
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                reasons.add(name + " is missing");
            } else if (!Sha256.of(file).equals(sums.get(name))) {
                reasons.add(name + " is not what " + SUMS + " says");
            }
        }
        if (!subjects().equals(sums)) {
            reasons.add(PROVENANCE + " speaks of other files than " + SUMS);
        }
        var materials = folder.resolve(BILL_OF_MATERIALS);
        if (Files.exists(materials)
                && JSON.readTree(materials.toFile()).path("components").isEmpty()) {
            reasons.add(BILL_OF_MATERIALS + " names no component");
        }
        return reasons;
    }

    private Map<String, String> subjects() throws IOException {
        var subjects = new TreeMap<String, String>();
        for (JsonNode subject :
                JSON.readTree(folder.resolve(PROVENANCE).toFile()).path("subject")) {
            subjects.put(
                    subject.path("name").asText(), subject.at("/digest/sha256").asText());
        }
        return subjects;
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        Names.SERVICES.forEach(it -> names.add(it + ".jar"));
        names.add(BILL_OF_MATERIALS);
        return names;
    }

    private void take(Path built, String name) throws IOException {
        Files.copy(built, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
