package com.ecom.auth.secondfactor;

import com.ecom.auth.secrets.KeySeal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All second factors and what takes their place. The secrets are kept sealed, each bound to its account. */
@Repository
@RequiredArgsConstructor
public class SecondFactors {

    private final JdbcClient jdbc;
    private final KeySeal seal;
    private final Clock clock;

    public boolean isEnabled(UUID account) {
        return jdbc.sql(
                        "select exists (select 1 from second_factor where account_id = :id and confirmed_at is not null)")
                .param("id", account.toString())
                .query(Boolean.class)
                .single();
    }

    /** Begins anew as long as nothing is confirmed. */
    void propose(UUID account, byte[] secret) {
        jdbc.sql("""
                insert into second_factor (account_id, sealed_secret) values (:id, :sealed) as incoming
                on duplicate key update
                    sealed_secret = if(second_factor.confirmed_at is null, incoming.sealed_secret, second_factor.sealed_secret)
                """)
                .param("id", account.toString())
                .param("sealed", seal.seal(boundTo(account), secret))
                .update();
    }

    /** Uses a code up; of several who present the same one, one succeeds. */
    boolean redeem(UUID account, String code) {
        var step = secretOf(account)
                .map(it -> Totp.stepOf(it, code, clock.instant()))
                .filter(OptionalLong::isPresent);
        return step.isPresent()
                && jdbc.sql("""
                update second_factor set last_step = :step where account_id = :id and last_step < :step
                """)
                                .param("step", step.get().getAsLong())
                                .param("id", account.toString())
                                .update()
                        == 1;
    }

    boolean redeem(UUID account, RecoveryCode code) {
        return jdbc.sql("""
                update recovery_code set used_at = now(3)
                where account_id = :id and hash = :hash and used_at is null
                """)
                        .param("id", account.toString())
                        .param("hash", code.hash())
                        .update()
                == 1;
    }

    /** From now on it is asked for. */
    void confirm(UUID account, List<RecoveryCode> codes) {
        jdbc.sql("update second_factor set confirmed_at = now(3) where account_id = :id")
                .param("id", account.toString())
                .update();
        for (var code : codes) {
            jdbc.sql("insert into recovery_code (account_id, hash) values (:id, :hash)")
                    .param("id", account.toString())
                    .param("hash", code.hash())
                    .update();
        }
    }

    public void remove(UUID account) {
        for (var table : List.of("recovery_code", "second_factor")) {
            jdbc.sql("delete from %s where account_id = :id".formatted(table))
                    .param("id", account.toString())
                    .update();
        }
    }

    int recoveryCodesLeft(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :id and used_at is null")
                .param("id", account.toString())
                .query(Integer.class)
                .single();
    }

    private Optional<byte[]> secretOf(UUID account) {
        return jdbc.sql("select sealed_secret from second_factor where account_id = :id")
                .param("id", account.toString())
                .query(byte[].class)
                .optional()
                .map(it -> seal.open(boundTo(account), it));
    }

    private static String boundTo(UUID account) {
        return "second-factor:" + account;
    }
}
