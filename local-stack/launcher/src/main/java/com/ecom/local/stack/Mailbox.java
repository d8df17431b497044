package com.ecom.local.stack;

import static com.ecom.local.stack.Names.MAIL;
import static com.ecom.local.stack.Names.MAIL_API;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Takes every mail by SMTP and shows it over HTTP; no mail leaves the machine. */
record Mailbox(Site site) implements Part {

    @Override
    public String name() {
        return MAIL;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(MAIL, MAIL_API);
    }

    @Override
    public String address() {
        return site.http(MAIL_API);
    }

    @Override
    public void prepare(OneOff once) throws IOException {
        Libraries.bringArchive(site, "greenmail-standalone", program());
    }

    @Override
    public Command command() throws IOException {
        return Command.standIn(site.plan(), site.folder().workplace(MAIL), "-jar", program())
                .withOptions(
                        "-Dgreenmail.smtp.hostname=127.0.0.1",
                        "-Dgreenmail.smtp.port=" + site.port(MAIL),
                        "-Dgreenmail.auth.disabled",
                        "-Dgreenmail.users.login=email",
                        "-Dgreenmail.api.hostname=127.0.0.1",
                        "-Dgreenmail.api.port=" + site.port(MAIL_API));
    }

    @Override
    public Optional<StartCache> startCache() throws IOException {
        return Optional.of(site.startCache(MAIL, Libraries.archive(site, "greenmail-standalone")));
    }

    @Override
    public Health health() {
        return Health.http(site.http(MAIL_API) + "/api/service/readiness");
    }

    private Path program() throws IOException {
        return site.folder().workplace(MAIL).resolve("greenmail-standalone.jar");
    }
}
