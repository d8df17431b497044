package com.ecom.auth;

import com.ecom.auth.MailToken.Purpose;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a new password and ends every session that was opened with the old one. */
@Component
class SetPassword {

    private final Accounts accounts;
    private final DropSecondFactor dropSecondFactor;
    private final EndSessions endSessions;
    private final MailTokens mailTokens;
    private final Announcements announcements;

    SetPassword(
            Accounts accounts,
            DropSecondFactor dropSecondFactor,
            EndSessions endSessions,
            MailTokens mailTokens,
            Announcements announcements) {
        this.accounts = accounts;
        this.dropSecondFactor = dropSecondFactor;
        this.endSessions = endSessions;
        this.mailTokens = mailTokens;
        this.announcements = announcements;
    }

    /** A change that its owner asked for from within a session; whoever did it stays in, in a new session. */
    @Transactional
    Grant changed(Account proved, String hash, boolean withSecondFactor, Visitor visitor) {
        var account = accounts.lockUnchanged(proved);
        accounts.setPassword(account.id(), hash);
        var successor =
                endSessions.allAndReopen(account.id(), RevocationReason.PASSWORD_CHANGED, withSecondFactor, visitor);
        announcements.tell(account, Notice.PASSWORD_CHANGED, SecurityLog.Kind.PASSWORD_CHANGED);
        return successor;
    }

    /**
     * A change by whoever reads the account's mail, which proves that the address is theirs, too. If nobody had proved that
     * before, a second factor may be that of a stranger who signed up with the address: it would lock its owner out.
     */
    @Transactional
    UUID reset(MailToken token, String hash) {
        var id = mailTokens.redeem(token, Purpose.RESET_PASSWORD).orElseThrow(AuthRefusal.MailTokenNotValid::new);
        var before = accounts.get(id);
        accounts.setPassword(id, hash);
        if (accounts.verifyEmail(id)) {
            announcements.emailVerified(before);
        }
        if (!before.emailVerified()) {
            dropSecondFactor.handle(before);
        }
        endSessions.all(id, RevocationReason.PASSWORD_RESET);
        announcements.tell(accounts.get(id), Notice.PASSWORD_CHANGED, SecurityLog.Kind.PASSWORD_RESET);
        return id;
    }
}
