package com.ecom.local.stack;

import static com.ecom.local.stack.Names.*;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the shop's own services, which is configured by its environment alone.
 *
 * @param program which service it is; another name than its own if it is a second instance
 */
public record Service(Site site, String name, String program, Set<String> needs, Map<String, String> environment)
        implements Part {

    private static final Object[] QUICK_START = {
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-Xss512k",
        "-Xmx192m",
        "-XX:ReservedCodeCacheSize=64m"
    };

    /** Where no method is hot, code that is merged less is as fast, and the compilers are done in half the time. */
    private static final Object[] PRODUCTION = {
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        // A dozen JVMs touch more pages of 4 KiB than a processor keeps addresses of.
        "-XX:+UseTransparentHugePages",
        "-XX:InlineSmallCode=1200",
        "-XX:FreqInlineSize=160",
        "-Xmx512m"
    };

    /** People who try the shop want to see every trace; a busy shop keeps a sample. */
    private static final Map<String, String> FEW_TRACES = Map.of("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "0.02");

    static Service named(Site site, String name) {
        return new Service(site, name, name, Set.of(), Map.of())
                .listening()
                .withVariable("SERVER_ADDRESS", "127.0.0.1")
                .withVariable("ECOM_AUTH_URL", site.http("auth-service"))
                .withVariable("MANAGEMENT_TRACING_EXPORT_ENABLED", true)
                .withVariable("MANAGEMENT_TRACING_EXPORT_ZIPKIN_ENDPOINT", site.http(ZIPKIN) + "/api/v2/spans");
    }

    /** The same once more, beside it. */
    Service second() {
        return new Service(site, Names.secondOf(name), program, needs, environment).listening();
    }

    private Service listening() {
        return withVariable("SERVER_PORT", site.port(name))
                .withVariable("MANAGEMENT_SERVER_PORT", site.port(Names.managementOf(name)));
    }

    @Override
    public Stage stage() {
        return program.equals(GATEWAY) ? Stage.DOOR : Stage.SERVICE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(name, Names.managementOf(name));
    }

    @Override
    public String address() {
        return site.http(name);
    }

    @Override
    public boolean isOutdated() throws IOException {
        return jar().isOutdated();
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        jar().takeApart(once);
    }

    @Override
    public Command command() throws IOException {
        return jar().java()
                .withOptions(site.plan().productionFlags() ? PRODUCTION : QUICK_START)
                .with(environment)
                .with(site.plan().productionFlags() ? FEW_TRACES : Map.of())
                .with(planned());
    }

    /** What the plan says besides: to every instance, then to this one. */
    Map<String, String> planned() {
        var all = new TreeMap<>(site.plan().environment().getOrDefault(program, Map.of()));
        all.putAll(site.plan().environment().getOrDefault(name, Map.of()));
        return all;
    }

    @Override
    public Optional<StartCache> startCache() {
        return Optional.of(site.startCache(program, site.checkout().serviceJar(program)));
    }

    @Override
    public Health health() {
        return Health.http(
                "http://127.0.0.1:%d/actuator/health/readiness".formatted(site.port(Names.managementOf(name))));
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(3);
    }

    Service onMySql(String database) {
        return needing(MYSQL)
                // On the loopback there is nobody to hide anything from.
                .withVariable(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                                .formatted(site.port(MYSQL), database))
                .withVariable("SPRING_DATASOURCE_USERNAME", database)
                .withVariable("SPRING_DATASOURCE_PASSWORD", site.secrets().of(MYSQL + "/" + database));
    }

    Service onKafka() {
        return needing(KAFKA).withVariable("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + site.port(KAFKA));
    }

    Service onRedis() {
        return needing(REDIS)
                .withVariable("SPRING_DATA_REDIS_HOST", "127.0.0.1")
                .withVariable("SPRING_DATA_REDIS_PORT", site.port(REDIS));
    }

    Service onMongoDb(String database) {
        return needing(MONGODB)
                .withVariable(
                        "SPRING_MONGODB_URI", "mongodb://127.0.0.1:%d/%s".formatted(site.port(MONGODB), database));
    }

    Service onElasticsearch() {
        return needing(ELASTICSEARCH).withVariable("SPRING_ELASTICSEARCH_URIS", site.http(ELASTICSEARCH));
    }

    Service sendingMail() {
        return needing(MAIL)
                .withVariable("SPRING_MAIL_HOST", "127.0.0.1")
                .withVariable("SPRING_MAIL_PORT", site.port(MAIL));
    }

    Service paidBy(String provider) {
        return needing(provider)
                .withVariable("ECOM_PAYMENT_PROVIDER_URL", site.http(provider))
                .withVariable("ECOM_PAYMENT_PROVIDER_API_KEY", PaymentProvider.apiKey(site))
                .withVariable("ECOM_PAYMENT_PROVIDER_WEBHOOK_SECRET", PaymentProvider.webhookSecret(site));
    }

    /** Knows these services' addresses; it starts without them. */
    Service calling(Iterable<String> services) {
        var caller = this;
        for (var service : services) {
            var variable = service.replace("-", "").toUpperCase(Locale.ROOT);
            caller = caller.withVariable("ECOM_SERVICES_%s_URL".formatted(variable), site.http(service));
        }
        return caller;
    }

    Service withVariable(String variable, Object value) {
        var all = new TreeMap<>(environment);
        all.put(variable, String.valueOf(value));
        return new Service(site, name, program, needs, Collections.unmodifiableSortedMap(all));
    }

    private Service needing(String part) {
        var all = new TreeSet<>(needs);
        all.add(part);
        return new Service(site, name, program, all, environment);
    }

    private BootProgram jar() throws IOException {
        return new BootProgram(
                site.checkout().serviceJar(program), site.folder().workplace(name));
    }
}
