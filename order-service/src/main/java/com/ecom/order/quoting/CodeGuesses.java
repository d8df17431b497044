package com.ecom.order.quoting;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.security.Caller;
import com.ecom.order.baskets.Origin;
import com.ecom.order.model.QuoteRefusal.TooManyCodes;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.validation.annotation.Validated;

/** How many codes that are not usable somebody, and everybody in their network, has tried within an hour. */
@Repository
@RequiredArgsConstructor
class CodeGuesses {

    private final JdbcClient jdbc;
    private final GuessLimits limits;

    /** @throws TooManyCodes if they have to wait until they may try another */
    void requireFew(Caller caller, Origin origin) {
        var wait = jdbc.sql("""
                select max(timestampdiff(second, now(3), since + interval 1 hour)) from wrong_code
                where since > now(3) - interval 1 hour
                  and (holder = :caller and wrong >= :mostOfOne or holder = :network and wrong >= :mostOfNetwork)
                """)
                .param("caller", caller.id().toString())
                .param("network", origin.network())
                .param("mostOfOne", limits.byShopper())
                .param("mostOfNetwork", limits.byNetwork())
                .query(Long.class)
                .optional();
        wait.ifPresent(it -> {
            throw new TooManyCodes(it);
        });
    }

    void note(Caller caller, Origin origin) {
        var holders = Stream.concat(Stream.of(caller.id().toString()), Optional.ofNullable(origin.network()).stream())
                .map(it -> new Object[] {it})
                .toList();
        BulkSql.in(jdbc, """
                        insert into wrong_code (holder) values %s
                        on duplicate key update wrong = if(since > now(3) - interval 1 hour, wrong + 1, 1),
                            since = if(since > now(3) - interval 1 hour, since, now(3))
                        """, "(?)", holders).update();
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}")
    void forgetOldOnes() {
        jdbc.sql("delete from wrong_code where since < now(3) - interval 1 hour limit 10000")
                .update();
    }

    /**
     * @param byShopper so many within an hour
     * @param byNetwork so many of all in one network, /24 of IPv4 and /64 of IPv6
     */
    @Validated
    @ConfigurationProperties("ecom.quotes.wrong-codes")
    record GuessLimits(
            @DefaultValue("10") @Min(1) int byShopper,
            @DefaultValue("100") @Min(1) int byNetwork) {}
}
