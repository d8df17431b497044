package com.ecom.local.stack;

import java.util.List;
import java.util.stream.Stream;

/** What the processes of a stack, and their further ports, are called. */
public final class Names {

    public static final String MYSQL = "mysql";
    public static final String KAFKA = "kafka";
    public static final String REDIS = "redis";
    public static final String MONGODB = "mongodb";
    public static final String ELASTICSEARCH = "elasticsearch";
    public static final String MAIL = "mail";
    public static final String ZIPKIN = "zipkin";
    public static final String PAYMENT_PROVIDER = "payment-provider";

    /** Not a process that can be started, but one that has a log. */
    public static final String SUPERVISOR = "supervisor";

    public static final String GATEWAY = "api-gateway";

    /** In the order of their usual ports. */
    public static final List<String> SERVICES = List.of(
            GATEWAY,
            "auth-service",
            "user-service",
            "product-service",
            "inventory-service",
            "cart-service",
            "order-service",
            "payment-service",
            "review-service",
            "search-service",
            "notification-service");

    /** The pages that shoppers see; everything else does without it. */
    public static final String STOREFRONT = "storefront";

    /** Everything behind the gateway, and the gateway; stores first. */
    public static final List<String> BACKEND = Stream.concat(
                    Stream.of(MYSQL, KAFKA, ELASTICSEARCH, MONGODB, REDIS, PAYMENT_PROVIDER, MAIL, ZIPKIN),
                    SERVICES.stream())
            .toList();

    /** The shop as people use it. */
    public static final List<String> SHOP =
            Stream.concat(BACKEND.stream(), Stream.of(STOREFRONT)).toList();

    static final String PROMETHEUS = "prometheus";
    static final String ALERTMANAGER = "alertmanager";

    public static final String GRAFANA = "grafana";

    /** Watches the shop, which does without it. */
    public static final List<String> MONITORING = List.of(ALERTMANAGER, PROMETHEUS, GRAFANA);

    /** Everything that can be started, stores first. */
    public static final List<String> ALL =
            Stream.concat(SHOP.stream(), MONITORING.stream()).toList();

    public static final String MAIL_API = "mail-api";
    static final String KAFKA_CONTROLLER = "kafka-controller";
    static final String ELASTICSEARCH_TRANSPORT = "elasticsearch-transport";

    private Names() {}

    /** The process that somebody means who may have left out the end, or the beginning, of its name. */
    public static String find(String meant) {
        return Stream.of(meant, meant + "-service", "api-" + meant, meant + "-provider")
                .filter(ALL::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing is called %s. There are %s".formatted(meant, String.join(", ", ALL))));
    }

    /** The name of the port on which a service answers for its health. */
    public static String managementOf(String service) {
        return service + "-management";
    }

    /** What a second instance of a service is called. */
    public static String secondOf(String service) {
        return service + "-2";
    }
}
