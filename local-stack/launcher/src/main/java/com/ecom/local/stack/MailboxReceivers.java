package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The routes of {@code ops/alertmanager} where nobody is to be called: every receiver has an address in one mailbox. */
public final class MailboxReceivers {

    private static final Pattern RECEIVER = Pattern.compile("^ {2}- name: (\\S+)$", Pattern.MULTILINE);

    /** Waits outside for what always fires; nobody waits for a shop on somebody's machine. */
    private static final String HEARTBEAT = "heartbeat";

    private MailboxReceivers() {}

    /**
     * A whole configuration of Alertmanager.
     *
     * @param smarthost host and port of the mail server
     */
    public static String of(Checkout checkout, String smarthost) throws IOException {
        var written = Files.readString(checkout.root().resolve("ops/alertmanager/alertmanager.yml"));
        var receivers = written.indexOf("\nreceivers:");
        return """
                global: {smtp_smarthost: "%s", smtp_from: alerts@ecom.example, smtp_require_tls: false}
                """.formatted(smarthost)
                + written.substring(written.indexOf("\nroute:"), receivers)
                + "\nreceivers:\n  - name: " + HEARTBEAT + "\n"
                + RECEIVER.matcher(written.substring(receivers))
                        .results()
                        .filter(it -> !it.group(1).equals(HEARTBEAT))
                        .map(it -> """
                                - name: %1$s
                                  email_configs: [{to: %1$s@ecom.example, send_resolved: true}]
                                """.formatted(it.group(1)).indent(2))
                        .collect(Collectors.joining());
    }
}
