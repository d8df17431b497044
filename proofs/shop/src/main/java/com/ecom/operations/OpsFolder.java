package com.ecom.operations;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Where the configuration of monitoring is. */
public record OpsFolder(Path root) {

    public static OpsFolder find() {
        return new OpsFolder(Checkout.find().root());
    }

    public Path prometheus() {
        return root.resolve("ops/prometheus");
    }

    public Path alertmanager() {
        return root.resolve("ops/alertmanager");
    }

    public Path runbooks() {
        return root.resolve("docs/runbooks");
    }

    public List<Path> rules() throws IOException {
        return in(prometheus().resolve("rules"));
    }

    public List<Path> ruleTests() throws IOException {
        return in(prometheus().resolve("tests"));
    }

    /** What two of the three kinds of counters say about each promise. */
    public List<Slo> slos() throws IOException {
        return Slo.allIn(yaml(prometheus().resolve("slos.yaml")));
    }

    public Owners owners() throws IOException {
        return Owners.in(yaml(root.resolve("ops/owners.yaml")));
    }

    public static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
