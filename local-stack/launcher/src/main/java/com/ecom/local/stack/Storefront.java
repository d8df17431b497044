package com.ecom.local.stack;

import static com.ecom.local.stack.Names.GATEWAY;
import static com.ecom.local.stack.Names.STOREFRONT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The pages that shoppers see, made by a server of Next.js that knows of the shop what the gateway tells it. */
record Storefront(Site site) implements Part {

    @Override
    public String name() {
        return STOREFRONT;
    }

    @Override
    public Stage stage() {
        return Stage.DOOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of(GATEWAY);
    }

    @Override
    public Set<String> ports() {
        return Set.of(STOREFRONT);
    }

    @Override
    public String address() {
        return site.http(STOREFRONT);
    }

    @Override
    public boolean isOutdated() throws IOException {
        return !FileStamp.of(application().resolve("server.js"))
                .isAfter(FileStamp.of(site.checkout().storefrontBuild()));
    }

    /** It runs from a copy, since a build replaces the original. */
    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        if (!Files.exists(site.checkout().storefrontBuild())) {
            throw new IOException("The storefront has not been built: ./ecom up builds it");
        }
        if (isOutdated()) {
            StackFolder.delete(application());
            var halfDone = application().resolveSibling("copying");
            StackFolder.delete(halfDone);
            once.run(Command.of(
                    site.folder().workplace(STOREFRONT),
                    "cp",
                    "-R",
                    site.checkout().storefrontServer(),
                    halfDone));
            Files.move(halfDone, application());
        }
    }

    @Override
    public Command command() throws IOException {
        return Command.of(
                        application(),
                        site.checkout().storefront().resolve("with-node"),
                        "node",
                        "--import",
                        "./before-server.mjs",
                        "server.js")
                .with(Map.of(
                        "HOSTNAME", "127.0.0.1",
                        "PORT", String.valueOf(site.port(STOREFRONT)),
                        "NEXT_TELEMETRY_DISABLED", "1",
                        "ECOM_GATEWAY_URL", site.http(GATEWAY),
                        "ECOM_STOREFRONT_ORIGIN", site.http(STOREFRONT)));
    }

    @Override
    public Health health() {
        return Health.http(site.http(STOREFRONT) + "/health");
    }

    private Path application() throws IOException {
        return site.folder().workplace(STOREFRONT).resolve("application");
    }
}
