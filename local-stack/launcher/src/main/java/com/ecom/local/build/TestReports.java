package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the tests of the last build came to, as Surefire and Failsafe wrote it down. */
public final class TestReports {

    private static final int DEEPEST_REPORT = 4;

    private final Checkout checkout;

    public TestReports(Checkout checkout) {
        this.checkout = checkout;
    }

    /** By module; reports from before that moment do not count. */
    public Map<String, Outcome> since(Instant moment) throws IOException {
        var outcomes = new TreeMap<String, Outcome>();
        for (var file : reports()) {
            if (!Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                outcomes.merge(moduleOf(file), read(file), Outcome::plus);
            }
        }
        return outcomes;
    }

    /** Hidden folders are left out: in ours, servers that may still run write and remove files. */
    private List<Path> reports() throws IOException {
        var reports = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(
                checkout.root(),
                it -> Files.isDirectory(it) && !it.getFileName().toString().startsWith("."))) {
            for (var folder : folders) {
                try (var files = Files.find(folder, DEEPEST_REPORT, (file, _) -> isReport(file))) {
                    files.forEach(reports::add);
                }
            }
        }
        return reports;
    }

    private static boolean isReport(Path file) {
        var folder = String.valueOf(file.getParent());
        return file.getFileName().toString().matches("TEST-.*\\.xml")
                && (folder.endsWith("surefire-reports") || folder.endsWith("failsafe-reports"));
    }

    private String moduleOf(Path report) {
        return checkout.root()
                .relativize(report.resolve("../../..").normalize())
                .toString();
    }

    private static Outcome read(Path report) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var in = Files.newInputStream(report)) {
            var xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            var failed =
                    number(xml.getAttributeValue(null, "failures")) + number(xml.getAttributeValue(null, "errors"));
            return new Outcome(
                    number(xml.getAttributeValue(null, "tests")),
                    failed,
                    number(xml.getAttributeValue(null, "skipped")),
                    Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")),
                    failed == 0 ? List.of() : FailedTest.readAll(xml));
        } catch (XMLStreamException e) {
            throw new IOException("Cannot read " + report, e);
        }
    }

    /** Vitest leaves out that nothing was skipped. */
    private static int number(@Nullable String value) {
        return value == null ? 0 : Integer.parseInt(value);
    }

    /** Counts of tests; {@code failed} includes those that ended with an error. */
    public record Outcome(int run, int failed, int skipped, double seconds, List<FailedTest> failures) {

        public static final Outcome NONE = new Outcome(0, 0, 0, 0, List.of());

        public int passed() {
            return run - failed - skipped;
        }

        public Outcome plus(Outcome other) {
            return new Outcome(
                    run + other.run,
                    failed + other.failed,
                    skipped + other.skipped,
                    seconds + other.seconds,
                    Stream.concat(failures.stream(), other.failures.stream()).toList());
        }

        public static Outcome sum(Iterable<Outcome> outcomes) {
            var sum = NONE;
            for (var outcome : outcomes) {
                sum = sum.plus(outcome);
            }
            return sum;
        }
    }
}
