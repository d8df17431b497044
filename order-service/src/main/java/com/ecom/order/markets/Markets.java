package com.ecom.order.markets;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.jdbc.Utc;
import com.ecom.order.markets.MarketRefusal.OutOfDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every version of the rules of every market; none is ever changed, the highest one counts. */
@Repository
class Markets {

    private static final int AT_MOST = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Markets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // What an older or a newer release has stored may say more than this one asks.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    List<MarketVersion> all() {
        return jdbc.sql("""
                select market, version, actor, reason, at from market_version newest
                where version = (select max(version) from market_version v where v.market = newest.market)
                order by market limit :most
                """)
                .param("most", AT_MOST)
                .query((row, _) -> version(row))
                .list();
    }

    Optional<MarketEntry> find(String market) {
        return jdbc.sql("""
                select market, version, rules from market_version
                where market = :market order by version desc limit 1
                """)
                .param("market", market)
                .query((row, _) -> entry(row))
                .optional();
    }

    Optional<MarketEntry> find(String market, int version) {
        return jdbc.sql(
                        "select market, version, rules from market_version where market = :market and version = :version")
                .param("market", market)
                .param("version", version)
                .query((row, _) -> entry(row))
                .optional();
    }

    Map<String, Integer> newestVersions() {
        return jdbc
                .sql("select market, max(version) as version from market_version group by market")
                .query((row, _) -> Map.entry(row.getString("market"), row.getInt("version")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest first. */
    List<MarketVersion> versionsOf(String market) {
        return jdbc.sql("""
                select market, version, actor, reason, at from market_version
                where market = :market order by version desc limit :most
                """)
                .param("market", market)
                .param("most", AT_MOST)
                .query((row, _) -> version(row))
                .list();
    }

    /**
     * The key decides who of two was first.
     *
     * @throws OutOfDate if there is that version already
     */
    void add(String market, int version, MarketRules rules, UUID actor, String reason) {
        try {
            jdbc.sql("""
                    insert into market_version (market, version, rules, actor, reason)
                    values (:market, :version, :rules, :actor, :reason)
                    """)
                    .param("market", market)
                    .param("version", version)
                    .param("rules", json.writeValueAsString(rules))
                    .param("actor", actor.toString())
                    .param("reason", reason)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new OutOfDate();
        }
    }

    private MarketEntry entry(ResultSet row) throws SQLException {
        return new MarketEntry(
                row.getString("market"),
                row.getInt("version"),
                json.readValue(row.getString("rules"), MarketRules.class));
    }

    private static MarketVersion version(ResultSet row) throws SQLException {
        return new MarketVersion(
                row.getString("market"),
                row.getInt("version"),
                UUID.fromString(row.getString("actor")),
                row.getString("reason"),
                Utc.instant(row, "at"));
    }
}
