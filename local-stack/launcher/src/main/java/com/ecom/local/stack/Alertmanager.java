package com.ecom.local.stack;

import static com.ecom.local.stack.Names.ALERTMANAGER;
import static com.ecom.local.stack.Names.MAIL;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sends alerts to whom {@code ops/alertmanager} says. Here every receiver has an address in the mailbox of this machine:
 * nobody is called whose shop it is not.
 */
record Alertmanager(Site site) implements Part {

    private static final Pattern RECEIVER = Pattern.compile("^ {2}- name: (\\S+)$", Pattern.MULTILINE);

    @Override
    public String name() {
        return ALERTMANAGER;
    }

    @Override
    public Stage stage() {
        return Stage.DOOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of(MAIL);
    }

    @Override
    public Set<String> ports() {
        return Set.of(ALERTMANAGER);
    }

    @Override
    public String address() {
        return site.http(ALERTMANAGER);
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        MonitoringTools.bring(site.checkout());
        Files.writeString(site.folder().workplace(ALERTMANAGER).resolve("alertmanager.yml"), configuration());
    }

    @Override
    public Command command() throws IOException {
        return new MonitoringTools(site.checkout())
                .alertmanager(
                        site.folder().workplace(ALERTMANAGER),
                        "--config.file=alertmanager.yml",
                        "--storage.path=" + site.folder().data(ALERTMANAGER),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + site.port(ALERTMANAGER));
    }

    @Override
    public Health health() {
        return Health.http(site.http(ALERTMANAGER) + "/-/ready");
    }

    String configuration() throws IOException {
        var written = Files.readString(site.checkout().root().resolve("ops/alertmanager/alertmanager.yml"));
        var receivers = written.indexOf("\nreceivers:");
        return """
                global: {smtp_smarthost: "127.0.0.1:%d", smtp_from: alerts@ecom.example, smtp_require_tls: false}
                """.formatted(site.port(MAIL))
                + written.substring(written.indexOf("\nroute:"), receivers)
                + "\nreceivers:\n"
                + RECEIVER.matcher(written.substring(receivers))
                        .results()
                        .map(it -> """
                                - name: %1$s
                                  email_configs: [{to: %1$s@ecom.example, send_resolved: true}]
                                """.formatted(it.group(1)).indent(2))
                        .collect(Collectors.joining());
    }
}
