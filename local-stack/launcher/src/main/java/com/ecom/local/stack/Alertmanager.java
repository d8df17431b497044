package com.ecom.local.stack;

import static com.ecom.local.stack.Names.ALERTMANAGER;
import static com.ecom.local.stack.Names.MAIL;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;

/**
 * Sends alerts to whom {@code ops/alertmanager} says. Here every receiver has an address in the mailbox of this machine:
 * nobody is called whose shop it is not.
 */
record Alertmanager(Site site) implements Part {

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
        return MailboxReceivers.of(site.checkout(), "127.0.0.1:" + site.port(MAIL));
    }
}
