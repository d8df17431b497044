package com.ecom.notification;

import com.ecom.core.lifecycle.Purge;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes mails after {@code ecom.notifications.kept}, in any state. */
@Component
@RequiredArgsConstructor
class DeleteOldMails {

    private final JdbcClient jdbc;
    private final MailSettings settings;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void purge() {
        Purge.inChunks(limit -> jdbc.sql("""
                delete from notification where created_at < now(3) - interval :kept second
                order by created_at limit :limit
                """)
                .param("kept", settings.kept().toSeconds())
                .param("limit", limit)
                .update());
    }
}
