package com.ecom.core.lifecycle;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.type.LogicalType;

/** What even a service without a web page has. */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class, before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
class ServiceAutoConfiguration {

    /** More than any service has. */
    private static final int MOST_SCHEDULES = 32;

    /** Libraries that ask by the JDK's older client, such as a provider's own, would otherwise go where they are sent. */
    ServiceAutoConfiguration() {
        HttpURLConnection.setFollowRedirects(false);
    }

    /**
     * JSON is taken at its word: no name twice in one object, no number or truth value where text is asked for, and no
     * text where a number or a truth value is.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Integer, it -> {
                    noText(it);
                    it.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfig(LogicalType.Float, ServiceAutoConfiguration::noText)
                .withCoercionConfig(LogicalType.Boolean, it -> {
                    noText(it);
                    it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                });
    }

    private static void noText(MutableCoercionConfig it) {
        it.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    /**
     * With virtual threads Spring Boot's own scheduler runs whatever comes again after a pause on one single thread.
     * Here none waits for another: each has a thread, and one of the system's, for a virtual one that waits for its time wakes
     * others besides itself. Like Boot's, it begins nothing after the end of the service has begun, and lets what is going on
     * come to its end.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(MOST_SCHEDULES);
        scheduler.setThreadNamePrefix("scheduling-");
        return scheduler;
    }

    @Bean
    Draining draining(@Value("${ecom.draining.for:0s}") Duration time) {
        return new Draining(time);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterBinder clockMetrics(Clock clock) {
        return registry -> TimeGauge.builder("ecom.clock", clock, TimeUnit.MILLISECONDS, Clock::millis)
                .description("The time of day (Unix time) by the clock of the service")
                .register(registry);
    }
}
