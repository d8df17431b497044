package com.ecom.auth.google;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.security.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Opens a customer's account without a password; Google has verified its address. */
@Component
@RequiredArgsConstructor
class OpenGoogleAccount {

    private final Accounts accounts;
    private final SecurityNotices notices;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    Account handle(Email email) {
        var opened = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, null, Set.of(Role.CUSTOMER));
        if (!accounts.add(opened)) {
            throw new AuthRefusal.EmailTaken();
        }
        accounts.verifyEmail(opened.id());
        outbox.publish(new AuthEvent.UserRegistered(
                opened.id(), email.value(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        notices.publishEmailVerified(opened);
        log.add(SecurityLog.Kind.ACCOUNT_OPENED, opened.id(), "with Google");
        return accounts.get(opened.id());
    }
}
