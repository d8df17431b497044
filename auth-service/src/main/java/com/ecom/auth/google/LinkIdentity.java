package com.ecom.auth.google;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of a Google identity by its subject, never by its address. The first time,
 * the address may lead to an account only if both sides verified it: otherwise an attacker could open an account with
 * a victim's address and wait for them in it. The victim may also click the verification link without thinking, so
 * linking removes the password and the second factor that were set before.
 */
@Component
@RequiredArgsConstructor
class LinkIdentity {

    private final Accounts accounts;
    private final ExternalIdentities identities;
    private final TakeOverAccount takeOver;
    private final OpenGoogleAccount open;
    private final SecurityNotices notices;

    @Transactional
    Account handle(GoogleIdentity who) {
        var known = identities.accountOf(who.issuer(), who.subject());
        if (known.isPresent()) {
            return accounts.get(known.get());
        }
        if (!who.emailVerified()) {
            throw new AuthRefusal.EmailNotVerifiedByGoogle();
        }
        var account = accounts.findByEmail(who.email()).map(takeOver::handle).orElseGet(() -> open.handle(who.email()));
        identities.add(who.issuer(), who.subject(), account.id());
        notices.recordAndMail(account, Notice.GOOGLE_LINKED, SecurityLog.Kind.GOOGLE_LINKED);
        return account;
    }
}
