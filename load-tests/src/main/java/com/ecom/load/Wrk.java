package com.ecom.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** By wrk, which needs hardly anything of the machine itself. */
record Wrk(DebianTools tools, String token) implements Driver {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern SHARE = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)\\b");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    @Override
    public Figures run(URI address, int connections, int seconds) throws IOException, InterruptedException {
        var process = tools.command(List.of(
                        tools.wrk().toString(),
                        "--threads",
                        Integer.toString(Math.min(2, connections)),
                        "--connections",
                        Integer.toString(connections),
                        "--duration",
                        seconds + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "--header",
                        "Authorization: Bearer " + token,
                        address.resolve(Nginx.PATH).toString()))
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        var wrong = WRONG.matcher(said);
        var rate = RATE.matcher(said);
        if (wrong.find() || !rate.find()) {
            throw new IOException("Not every answer of %s was good:%n%s".formatted(address, said));
        }
        return new Figures(Double.parseDouble(rate.group(1)), share(said, "50"), share(said, "99"));
    }

    private static double share(String said, String percent) throws IOException {
        var shares = SHARE.matcher(said);
        while (shares.find()) {
            if (shares.group(1).equals(percent)) {
                var value = Double.parseDouble(shares.group(2));
                return switch (shares.group(3)) {
                    case "us" -> value / 1_000;
                    case "ms" -> value;
                    default -> value * 1_000;
                };
            }
        }
        throw new IOException("wrk says nothing of the time that %s %% took:%n%s".formatted(percent, said));
    }
}
