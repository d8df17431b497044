package com.ecom.core.outbox;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Asks the broker whether it is there. A producer would not notice before it has something to send. */
class BrokerProbe implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerProbe(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    }

    /** @return why it is not there; null if it is */
    synchronized @Nullable Throwable failure() {
        try {
            if (admin == null) {
                admin = Admin.create(settings);
            }
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return requireNonNullElse(e.getCause(), e);
        } catch (TimeoutException | KafkaException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
