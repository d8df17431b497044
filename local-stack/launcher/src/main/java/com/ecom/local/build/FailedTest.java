package com.ecom.local.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A test that failed, its reason in a few lines and where in the test that was. */
public record FailedTest(String name, String reason, String where) {

    private static final int LINES = 6;
    private static final int CHARACTERS = 600;

    /** Of the report that the reader has begun. */
    static List<FailedTest> readAll(XMLStreamReader report) throws XMLStreamException {
        var failures = new ArrayList<FailedTest>();
        var testClass = "";
        var test = "";
        while (report.hasNext()) {
            if (report.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (report.getLocalName()) {
                case "testcase" -> {
                    testClass = Objects.toString(report.getAttributeValue(null, "classname"), "");
                    test = report.getAttributeValue(null, "name");
                }
                case "failure", "error" ->
                    failures.add(of(testClass, test, report.getElementText().strip()));
                default -> {}
            }
        }
        return failures;
    }

    private static FailedTest of(String testClass, String test, String text) {
        var reason = String.join("\n", text.lines().limit(LINES).toList());
        var where = text.lines()
                .map(String::strip)
                .filter(it -> it.startsWith("at ") && it.contains(testClass))
                .findFirst()
                .orElse("");
        return new FailedTest(
                testClass + "." + test, reason.substring(0, Math.min(reason.length(), CHARACTERS)), where);
    }
}
