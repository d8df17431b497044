package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.Scrape.Family;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The metrics of one service as they are written down in {@code contracts/metrics.yaml}. */
class MetricsDocument {

    private static final String HEADER = """
            # The metrics that each service exports of its own, with every value that a label has from the start (the label
            # service, which all have, is left out). Boards and alerts may rely on these. Written by the MetricsContractIT of
            # each service when run with -Dcontracts.update=true. What is below framework is written by hand, as far as rules use
            # it, and MonitoringIT holds it to a running shop; there, a label without values has whichever come.

            """;

    private static final Pattern UNIT = Pattern.compile("_(seconds|bytes)(_total)?$");

    private final Path file;
    private final String service;
    private final boolean updating;

    MetricsDocument(Path file, String service, boolean updating) {
        this.file = file;
        this.service = service;
        this.updating = updating;
    }

    static MetricsDocument of(String service) {
        return new MetricsDocument(
                Path.of("..", "contracts", "metrics.yaml"), service, Boolean.getBoolean("contracts.update"));
    }

    /** Run with {@code -Dcontracts.update=true} to write down how it is now. */
    void mustEqual(Map<String, Family> live) {
        var now = new TreeMap<String, Object>();
        live.forEach((name, it) -> now.put(name, described(name, it)));
        var all = read();
        if (updating) {
            all.put(service, now);
            write(all);
            return;
        }
        assertThat(now)
                .as("The metrics of %s are not as %s says; run with -Dcontracts.update=true", service, file)
                .isEqualTo(Objects.requireNonNullElse(all.get(service), Map.of()));
    }

    private static Map<String, Object> described(String name, Family it) {
        var described = new LinkedHashMap<String, Object>();
        described.put("type", it.type());
        var unit = UNIT.matcher(name);
        if (unit.find()) {
            described.put("unit", unit.group(1));
        }
        if (!it.labels().isEmpty()) {
            var labels = new TreeMap<String, Object>();
            it.labels().forEach((label, values) -> labels.put(label, List.copyOf(values)));
            described.put("labels", labels);
        }
        described.put("meaning", it.meaning());
        return described;
    }

    private Map<String, Object> read() {
        try {
            var all = new TreeMap<String, Object>();
            if (Files.exists(file)) {
                Map<String, Object> written =
                        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
                all.putAll(written);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, Object> all) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(200);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        try {
            Files.writeString(file, HEADER + new Yaml(new Representer(options), options).dump(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
