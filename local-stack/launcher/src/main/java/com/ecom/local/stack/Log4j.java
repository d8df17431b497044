package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the parts that log through Log4j log: to their output, and only what somebody should look at. */
final class Log4j {

    private Log4j() {}

    static void configure(Path file, String... tooTalkative) throws IOException {
        var configuration = new StringBuilder("""
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = %d %p %c{1} - %m%n
                rootLogger.level = WARN
                rootLogger.appenderRef.out.ref = out
                """);
        for (var logger : tooTalkative) {
            var id = logger.replace('.', '_');
            configuration.append("logger.%s.name = %s%n".formatted(id, logger));
            configuration.append("logger.%s.level = ERROR%n".formatted(id));
        }
        Files.writeString(file, configuration);
    }
}
