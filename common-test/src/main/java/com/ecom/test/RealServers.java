package com.ecom.test;

import com.ecom.local.LocalServers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Points a service at real servers: at those it has a client for, in a corner of its own. */
class RealServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var corner = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var settings = new LinkedHashMap<String, String>();
        var servers = TestServers.chosen();
        settings.put("management.server.port", "0");
        // Without it a trace would not be carried on, either.
        settings.put("management.tracing.export.enabled", "true");
        settings.put("management.tracing.export.zipkin.enabled", "false");
        settings.put("ecom.tokens.keys", TestIssuer.keysUrl());
        settings.put("ecom.auth.mail-key", MailKeys.publicKey());
        settings.put("ecom.notifications.mail-keys", MailKeys.privateKey());
        // Nobody is at home: a test that needs a neighbour says where it is.
        settings.put("ecom.auth.url", "http://127.0.0.1:1");
        settings.put("ecom.services.cart-service.url", "http://127.0.0.1:1");
        if (uses("com.mysql.cj.jdbc.Driver")) {
            mysql(corner, settings);
        }
        if (uses("org.springframework.kafka.core.KafkaTemplate")) {
            settings.put("spring.kafka.bootstrap-servers", servers.kafka());
            settings.put("ecom.kafka.prefix", corner + ".");
            settings.put("ecom.kafka.partitions", "3");
        }
        if (uses("org.springframework.data.redis.core.RedisTemplate")) {
            var redis = servers.redis();
            settings.put("spring.data.redis.host", redis.host());
            settings.put("spring.data.redis.port", Integer.toString(redis.port()));
        }
        if (uses("com.mongodb.client.MongoClient")) {
            settings.put("ecom.images.directory", "target/images/" + corner);
            settings.put("spring.mongodb.uri", servers.mongodb(corner).toString());
        }
        if (uses("co.elastic.clients.elasticsearch.ElasticsearchClient")) {
            settings.put("spring.elasticsearch.uris", servers.elasticsearch().toString());
            settings.put("ecom.search.prefix", corner + "-");
        }
        if (uses("org.springframework.mail.javamail.JavaMailSender")) {
            settings.put("spring.mail.host", LocalServers.mail().host());
            settings.put(
                    "spring.mail.port", Integer.toString(LocalServers.mail().smtpPort()));
        }
        // A test that makes the provider misbehave brings one of its own.
        if (uses("com.ecom.payment.PaymentServiceApplication")
                && !context.getEnvironment().containsProperty("ecom.payment.provider.url")) {
            var provider = LocalServers.paymentProvider();
            settings.put("ecom.payment.provider.url", provider.url().toString());
            settings.put("ecom.payment.provider.api-key", provider.apiKey());
            settings.put("ecom.payment.provider.webhook-secret", provider.webhookSecret());
        }
        TestPropertyValues.of(settings).applyTo(context);
    }

    private static boolean uses(String type) {
        return ClassUtils.isPresent(type, RealServers.class.getClassLoader());
    }

    private static void mysql(String database, Map<String, String> settings) {
        var server = TestServers.chosen().mysql();
        var url = "jdbc:mysql://%s:%d/".formatted(server.host(), server.port());
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make a database for the test", e);
        }
        settings.put("spring.datasource.url", url + database);
        settings.put("spring.datasource.username", server.user());
        // Longer than customers would: a machine that builds several things at once has to come to its end, too.
        settings.put("spring.datasource.hikari.connection-timeout", "10000");
        settings.put("spring.datasource.password", server.password());
    }
}
