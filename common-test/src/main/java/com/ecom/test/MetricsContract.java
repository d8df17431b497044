package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/**
 * What holds for the metrics of every service: they are those of {@code contracts/metrics.yaml}, each label has the values
 * that are written there from the start, so that whoever watches for an increase sees the first one, too.
 */
@ServiceTest
public abstract class MetricsContract {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9]+$|[0-9]{5,}");

    private final String service;

    @Value("${local.management.port}")
    private int managementPort;

    @Value("${ecom.kafka.prefix:}")
    private String topicPrefix;

    protected MetricsContract(String service) {
        this.service = service;
    }

    @Test
    void theMetricsAreAsWritten() throws Exception {
        MetricsDocument.of(service).mustEqual(scrape().families());
    }

    @Test
    void everyMetricSaysWhatItMeans() throws Exception {
        assertThat(scrape().families())
                .allSatisfy((name, it) -> assertThat(it.meaning()).as(name).isNotBlank());
    }

    @Test
    void noMetricIsAboutOneThing() throws Exception {
        assertThat(scrape().families())
                .allSatisfy((name, it) -> assertThat(it.labels().values())
                        .as(name)
                        .allSatisfy(values -> assertThat(values)
                                .noneMatch(value -> ID.matcher(value).find())));
    }

    private Scrape scrape() throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new Scrape(answer.body(), topicPrefix);
        }
    }
}
