package com.ecom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.MonitoringTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that tests ask, and what it says. */
final class Tool {

    private Tool() {}

    record Said(int code, String text) {}

    static MonitoringTools monitoring() throws IOException, InterruptedException {
        var tools = MonitoringTools.find(Checkout.find());
        if (tools.isEmpty()) {
            var why = "rules and routes not tested: there are no promtool and amtool, and none could be brought";
            System.out.println(why);
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            abort(why);
        }
        return tools.orElseThrow();
    }

    static Said run(Path folder, Map<String, String> environment, Object... line)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        List.copyOf(Stream.of(line).map(String::valueOf).toList()))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(it -> it.startsWith("ALERTMANAGER_") || it.startsWith("ECOM_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), said);
    }
}
