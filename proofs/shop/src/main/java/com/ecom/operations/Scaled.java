package com.ecom.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The same rules and tests with every duration divided, so that an alert of hours is seen firing within minutes. */
public final class Scaled {

    public static final int USUAL = 60;

    private static final Pattern DURATION = Pattern.compile(
            "(\\[|(?:for|interval|eval_time|evaluation_interval|scrape_interval|scrape_timeout): )(\\d+)([smhd])\\b");

    private Scaled() {}

    /** Writes rules and their tests, scaled, into a folder that looks like {@code ops/prometheus}. */
    public static void into(Path folder, OpsFolder ops, int by) throws IOException {
        for (var name : new String[] {"rules", "tests"}) {
            var there = Files.createDirectories(folder.resolve(name));
            for (var file : OpsFolder.in(ops.prometheus().resolve(name))) {
                Files.writeString(there.resolve(file.getFileName()), text(Files.readString(file), by));
            }
        }
    }

    static String text(String rules, int by) {
        return DURATION.matcher(rules)
                .replaceAll(it -> "%s%dms"
                        .formatted(it.group(1), length(it.group(2), it.group(3)).toMillis() / by));
    }

    private static Duration length(String number, String unit) {
        var count = Long.parseLong(number);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
