package com.ecom.inventory.reserving;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.inbox.InboxOnTrial;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.outbox.OutboxOnTrial;
import com.ecom.inventory.model.HotSkus;
import com.ecom.inventory.model.HotSkus.Choice;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reservations and stock exactly as inventory-service has them, on a database of one's choice. */
public final class StockOnTrial implements AutoCloseable {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public StockOnTrial(DataSource database) {
        context.registerBean("database", DataSource.class, () -> database);
        context.register(Wiring.class);
        context.refresh();
    }

    /** Somebody new orders these lines; reservation and answer are kept in one transaction. */
    public void order(UUID order, List<Line> lines) {
        orderAll(List.of(order), lines);
    }

    /** Everybody orders the same, in one transaction, as when a consumer finds many orders at once. */
    public void orderAll(List<UUID> orders, List<Line> lines) {
        receive(orders.stream()
                .map(it -> new ReservationRequest(it, new Reserve(UUID.randomUUID(), Line.summed(lines), LATER)))
                .toList());
    }

    public void giveUp(UUID order) {
        receive(List.of(new ReservationRequest(order, new Release())));
    }

    private void receive(List<ReservationRequest> requests) {
        context.getBean(InboxOnTrial.class)
                .receive(
                        requests.stream().map(ReservationRequest::order).toList(),
                        () -> context.getBean(ChangeReservation.class).handleAll(requests));
    }

    public void heat(String sku) {
        context.getBean(HotSkus.class).heat(sku, Choice.BY_HAND);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {"com.ecom.inventory.persistence", "com.ecom.inventory.reserving"},
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PurgeReservations.class))
    static class Wiring {

        @Bean
        TraceLink trace() {
            return new TraceLink(null, null);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        InboxOnTrial inbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new InboxOnTrial(jdbc, transactions);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }

        @Bean
        Outbox outbox(JdbcClient jdbc) {
            return new OutboxOnTrial().outbox(jdbc);
        }
    }
}
