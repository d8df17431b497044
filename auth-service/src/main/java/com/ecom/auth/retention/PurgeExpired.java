package com.ecom.auth.retention;

import com.ecom.auth.keys.SigningKeys;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.throttling.KnownNetworks;
import com.ecom.auth.throttling.LoginAttempts;
import com.ecom.core.lifecycle.Purge;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions and mailed tokens a week after their end, and the rest when it says nothing any more. */
@Component
@RequiredArgsConstructor
class PurgeExpired {

    private final JdbcClient jdbc;
    private final LoginAttempts attempts;
    private final KnownNetworks networks;
    private final SecurityLog log;
    private final SigningKeys keys;

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void purge() {
        Purge.inChunks(limit -> delete("login_session", limit));
        Purge.inChunks(limit -> delete("mail_token", limit));
        Purge.inChunks(limit -> delete("sign_in_attempt", limit));
        Purge.inChunks(attempts::deleteOld);
        Purge.inChunks(networks::deleteOld);
        Purge.inChunks(log::deleteOld);
        Purge.inChunks(keys::deleteOld);
    }

    private int delete(String table, int limit) {
        return jdbc.sql("""
                delete from %s where expires_at < now(3) - interval 7 day order by expires_at limit :limit
                """.formatted(table)).param("limit", limit).update();
    }
}
