package com.ecom.auth;

import com.ecom.core.service.Purge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions and mailed tokens a week after their end, and the rest when it says nothing any more. */
@Component
class SessionUpkeep {

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final KnownPlaces places;
    private final SecurityLog log;
    private final SigningKeys keys;

    SessionUpkeep(JdbcClient jdbc, Attempts attempts, KnownPlaces places, SecurityLog log, SigningKeys keys) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.places = places;
        this.log = log;
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}", initialDelayString = "${ecom.upkeep.every:PT10M}")
    void forgetOld() {
        Purge.inChunks(limit -> delete("login_session", limit));
        Purge.inChunks(limit -> delete("mail_token", limit));
        Purge.inChunks(limit -> delete("sign_in_attempt", limit));
        Purge.inChunks(attempts::forgetOld);
        Purge.inChunks(places::forgetOld);
        Purge.inChunks(log::forgetOld);
        Purge.inChunks(keys::forgetOld);
    }

    private int delete(String table, int limit) {
        return jdbc.sql("""
                delete from %s where expires_at < now(3) - interval 7 day order by expires_at limit :limit
                """.formatted(table)).param("limit", limit).update();
    }
}
