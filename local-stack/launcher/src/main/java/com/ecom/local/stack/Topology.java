package com.ecom.local.stack;

import static com.ecom.local.stack.Names.*;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The whole shop on one page: every process, what it stands on and whom it knows. */
public final class Topology {

    private static final List<String> DATABASES = List.of(
            "ecom_auth",
            "ecom_user",
            "ecom_inventory",
            "ecom_cart",
            "ecom_order",
            "ecom_payment",
            "ecom_review",
            "ecom_notification");

    private final Ports ports;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    public Topology(Site site) {
        ports = site.plan().ports();
        Stream.of(
                        stores(site),
                        services(site).flatMap(it -> instancesOf(it, site.plan())),
                        Stream.of(
                                new Storefront(site), new Alertmanager(site), new Prometheus(site), new Grafana(site)))
                .flatMap(it -> it)
                .forEach(it -> parts.put(it.name(), it));
    }

    public Ports ports() {
        return ports;
    }

    /** All processes, each after what it needs. */
    public Collection<Part> parts() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /** These and everything that they need. */
    public List<Part> withNeeds(Collection<String> names) {
        var wanted = new HashSet<String>();
        names.forEach(it -> addWithNeeds(part(it), wanted));
        return parts.values().stream().filter(it -> wanted.contains(it.name())).toList();
    }

    private void addWithNeeds(Part part, Set<String> wanted) {
        if (wanted.add(part.name())) {
            part.needs().forEach(it -> addWithNeeds(part(it), wanted));
        }
    }

    public Part part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("Nothing here is called " + name);
        }
        return part;
    }

    private static Stream<Part> stores(Site site) {
        return Stream.of(
                new MySqlServer(site, DATABASES),
                new KafkaBroker(site),
                new Elasticsearch(site),
                new MongoDb(site),
                new RedisServer(site),
                new PaymentProvider(site),
                new Mailbox(site),
                new Zipkin(site));
    }

    private static Stream<Service> services(Site site) {
        return Stream.of(
                service(site, "auth-service")
                        .onMySql("ecom_auth")
                        .onKafka()
                        .onRedis()
                        .withVariable(
                                "ECOM_AUTH_KEYENCRYPTIONKEY", site.secrets().key("auth-service/signing-keys"))
                        // Whoever tries the shop is its admin without an authenticator app.
                        .withVariable("SPRING_PROFILES_ACTIVE", "dev")
                        .withVariable("ECOM_AUTH_STAFFSECONDFACTOR", "optional")
                        .withVariable("ECOM_ADMIN_EMAIL", Admin.EMAIL)
                        .withVariable("ECOM_ADMIN_PASSWORD", Admin.password(site.secrets())),
                service(site, "user-service").onMySql("ecom_user").onKafka(),
                service(site, "product-service")
                        .onMongoDb("ecom_product")
                        .onKafka()
                        .withVariable(
                                "ECOM_IMAGES_DIRECTORY", site.folder().path().resolve("data/product-service")),
                service(site, "inventory-service").onMySql("ecom_inventory").onKafka(),
                service(site, "cart-service").onMySql("ecom_cart").onKafka().onRedis(),
                service(site, "order-service").onMySql("ecom_order").onKafka().calling(List.of("cart-service")),
                service(site, "payment-service")
                        .onMySql("ecom_payment")
                        .onKafka()
                        .paidBy(PAYMENT_PROVIDER),
                service(site, "review-service").onMySql("ecom_review").onKafka(),
                service(site, "search-service").onElasticsearch().onKafka().calling(List.of("product-service")),
                service(site, "notification-service")
                        .onMySql("ecom_notification")
                        .onKafka()
                        // With the other half of the key with which auth-service seals what mails bring.
                        .withVariable("SPRING_PROFILES_ACTIVE", "dev")
                        // Trials let one shopper order for hundreds.
                        .withVariable(
                                "ECOM_NOTIFICATIONS_STRANGERMAILSPERHOUR",
                                site.plan().throwaway() ? "1000000" : "20")
                        .withVariable("ECOM_NOTIFICATIONS_SHOPURL", site.http(STOREFRONT))
                        .sendingMail(),
                service(site, GATEWAY)
                        .onKafka()
                        .onRedis()
                        // Trials play thousands of people from one address, and on one machine everything takes longer.
                        .withVariable("ECOM_TRAFFIC_PROFILE", site.plan().throwaway() ? "trial" : "standard")
                        .withVariable("ECOM_HIGHRISK_TIMEOUT", site.plan().throwaway() ? "5s" : "1s")
                        // The storefront says for whom it asks. In trials nobody is believed who says so.
                        .withVariable("ECOM_TRAFFIC_TRUSTEDPROXIES", site.plan().throwaway() ? "" : "127.0.0.1")
                        .calling(SERVICES));
    }

    private static Stream<Service> instancesOf(Service service, Plan plan) {
        return plan.twice().contains(service.name()) ? Stream.of(service, service.second()) : Stream.of(service);
    }

    private static Service service(Site site, String name) {
        return Service.named(site, name);
    }
}
