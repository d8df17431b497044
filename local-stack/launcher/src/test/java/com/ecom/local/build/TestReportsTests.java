package com.ecom.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.build.TestReports.Outcome;
import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void addsUpWhatUnitAndIntegrationTestsOfAModuleCameTo() throws IOException {
        report("order-service/target/surefire-reports/TEST-A.xml", "tests='5' errors='0' skipped='1' failures='0'");
        report("order-service/target/failsafe-reports/TEST-B.xml", "tests='3' errors='1' skipped='0' failures='1'");
        report(
                "local-stack/launcher/target/surefire-reports/TEST-C.xml",
                "tests='1' errors='0' skipped='0' failures='0'");

        assertThat(reports())
                .containsOnlyKeys("order-service", "local-stack/launcher")
                .containsEntry("order-service", new Outcome(8, 2, 1, 2.5, List.of()));
        assertThat(Outcome.sum(reports().values()).passed()).isEqualTo(6);
    }

    @Test
    void whatAReportLeavesOutIsNone() throws IOException {
        report("ecom-storefront/target/surefire-reports/TEST-A.xml", "tests='5' errors='0' failures='1'");

        assertThat(reports()).containsEntry("ecom-storefront", new Outcome(5, 1, 0, 1.25, List.of()));
    }

    @Test
    void namesEachTestThatFailedWithItsReasonAndPlace() throws IOException {
        write("order-service/target/failsafe-reports/TEST-B.xml", """
                <?xml version='1.0'?>
                <testsuite tests='2' errors='0' failures='1' time='1'>
                  <testcase classname='com.ecom.order.RefundIT' name='good'/>
                  <testcase classname='com.ecom.order.RefundIT' name='paysBackOnce'><failure>Expected: 1
                but was: 2
                %sat org.assertj.Assert.fail(Assert.java:1)
                at com.ecom.order.RefundIT.paysBackOnce(RefundIT.java:7)</failure></testcase>
                </testsuite>
                """.formatted("reason goes on\n".repeat(9)));

        assertThat(Outcome.sum(reports().values()).failures()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("com.ecom.order.RefundIT.paysBackOnce");
            assertThat(it.reason())
                    .startsWith("Expected: 1\nbut was: 2\nreason")
                    .hasLineCount(6);
            assertThat(it.where()).isEqualTo("at com.ecom.order.RefundIT.paysBackOnce(RefundIT.java:7)");
        });
    }

    @Test
    void aReportOfAnEarlierBuildDoesNotCount() throws IOException {
        report("order-service/target/surefire-reports/TEST-A.xml", "tests='5' errors='0' skipped='1' failures='0'");
        assertThat(new TestReports(new Checkout(root)).since(Instant.now().plusSeconds(1)))
                .isEmpty();
    }

    private Map<String, Outcome> reports() throws IOException {
        return new TestReports(new Checkout(root)).since(Instant.EPOCH);
    }

    private void report(String file, String counts) throws IOException {
        write(file, "<?xml version='1.0'?><testsuite name='x' time='1.25' %s/>".formatted(counts));
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
