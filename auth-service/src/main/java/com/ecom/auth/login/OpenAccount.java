package com.ecom.auth.login;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.mailtokens.RequestMail;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.sessions.OpenSession;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.security.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account, which can do what customers do and nothing else, and lets its owner in. */
@Component
@RequiredArgsConstructor
class OpenAccount {

    private final Accounts accounts;
    private final OpenSession openSession;
    private final Outbox outbox;
    private final SecurityLog log;
    private final RequestMail requestMail;
    private final Clock clock;

    @Transactional
    TokenResponse handle(Email email, String passwordHash, RequestOrigin origin) {
        var account = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, passwordHash, Set.of(Role.CUSTOMER));
        if (!accounts.add(account)) {
            throw new AuthRefusal.EmailTaken();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        outbox.publish(new AuthEvent.UserRegistered(account.id(), email.value(), now));
        log.add(SecurityLog.Kind.ACCOUNT_OPENED, account.id(), origin.device());
        requestMail.toVerifyEmail(account);
        return openSession.handle(account, false, origin);
    }
}
