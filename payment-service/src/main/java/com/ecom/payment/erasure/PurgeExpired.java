package com.ecom.payment.erasure;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes, little by little, what has been kept long enough. Payments, their refunds and their calls are the accounts and
 * stay; so do calls that wait for a person.
 */
@Component
@RequiredArgsConstructor
class PurgeExpired {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Retention retention;
    private final ErasePaymentTexts forgetWords;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT15M}", initialDelayString = "${ecom.upkeep.every:PT1M}")
    void run() {
        forgetWords.ofEverybodyWhoWasForgotten();
        forget("""
                update webhook_event set body = '', last_error = null
                where received_at < now(3) - interval :seconds second and body <> '' and outcome not in ('ORPHAN', 'RECEIVED')
                """, retention.bodies());
        forget("""
                delete from webhook_event where received_at < now(3) - interval :seconds second
                """, retention.webhooks());
        forget("""
                delete from provider_dead_letter
                where kept_at < now(3) - interval :seconds second and state <> 'WAITING'
                """, retention.records());
        forget("""
                delete from reconciliation_difference where pass_id in (
                    select id from (select id from reconciliation_pass
                                    where ran_at < now(3) - interval :seconds second order by id limit 100) old)
                """, retention.records());
        forget("""
                delete from reconciliation_pass
                where ran_at < now(3) - interval :seconds second
                  and not exists (select 1 from reconciliation_difference where pass_id = reconciliation_pass.id)
                """, retention.records());
    }

    private void forget(String sql, Duration age) {
        int gone;
        do {
            gone = jdbc.sql(sql + " limit " + AT_ONCE)
                    .param("seconds", age.toSeconds())
                    .update();
        } while (gone == AT_ONCE);
    }
}
