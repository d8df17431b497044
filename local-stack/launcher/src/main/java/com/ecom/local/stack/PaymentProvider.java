package com.ecom.local.stack;

import static com.ecom.local.stack.Names.GATEWAY;
import static com.ecom.local.stack.Names.PAYMENT_PROVIDER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company that moves the money, simulated, webhooks and all. */
record PaymentProvider(Site site) implements Part {

    @Override
    public String name() {
        return PAYMENT_PROVIDER;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(PAYMENT_PROVIDER);
    }

    @Override
    public String address() {
        return site.http(PAYMENT_PROVIDER);
    }

    @Override
    public void prepare(OneOff once) throws IOException {
        Libraries.bring(site.checkout().partTarget(PAYMENT_PROVIDER), libraries());
    }

    @Override
    public Command command() throws IOException {
        return Command.standIn(
                        site.plan(),
                        site.folder().workplace(PAYMENT_PROVIDER),
                        "com.ecom.local.provider.PaymentProviderSimulator")
                .with(Libraries.classPath(libraries()))
                .with(Map.of(
                        "PORT",
                        String.valueOf(site.port(PAYMENT_PROVIDER)),
                        "API_KEY",
                        apiKey(site),
                        "WEBHOOK_SECRET",
                        webhookSecret(site),
                        "WEBHOOK_URL",
                        site.http(GATEWAY) + "/api/payments/webhooks/simulator",
                        "LEDGER_FILE",
                        site.folder()
                                .data(PAYMENT_PROVIDER)
                                .resolve("ledger.ndjson")
                                .toString()));
    }

    @Override
    public Optional<StartCache> startCache() {
        return Optional.of(site.startCache(PAYMENT_PROVIDER, site.checkout().partJar(PAYMENT_PROVIDER)));
    }

    @Override
    public Health health() {
        return Health.http(site.http(PAYMENT_PROVIDER) + "/health");
    }

    static String apiKey(Site site) {
        return site.secrets().of(PAYMENT_PROVIDER + "/api-key");
    }

    static String webhookSecret(Site site) {
        return site.secrets().of(PAYMENT_PROVIDER + "/webhook-secret");
    }

    private Path libraries() throws IOException {
        return site.folder().workplace(PAYMENT_PROVIDER).resolve("lib");
    }
}
