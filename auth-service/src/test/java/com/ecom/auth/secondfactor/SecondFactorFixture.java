package com.ecom.auth.secondfactor;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.secrets.Secret;
import com.ecom.auth.web.RequestOrigin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Second factors for tests of other rooms. */
public record SecondFactorFixture(BeanFactory beans) {

    /** The secret of a factor that is enabled, and has one recovery code. */
    public byte[] enable(UUID account) {
        var secret = Secret.bytes(Totp.SECRET_BYTES);
        var factors = beans.getBean(SecondFactors.class);
        factors.propose(account, secret);
        factors.confirm(account, List.of(RecoveryCode.fresh()));
        return secret;
    }

    /** A recovery code of a factor that is set up as its owner does it. */
    public String setUp(Account account, RequestOrigin origin) {
        var setUp = beans.getBean(SetUpSecondFactor.class);
        var secret = setUp.propose(account);
        return setUp.confirm(account, codeAt(secret, Instant.now()), origin)
                .recoveryCodes()
                .getFirst();
    }

    public void remove(Account account, RequestOrigin origin) {
        beans.getBean(SetUpSecondFactor.class).remove(account, origin);
    }

    public static String codeAt(byte[] secret, Instant time) {
        return Totp.codeAt(secret, time);
    }
}
