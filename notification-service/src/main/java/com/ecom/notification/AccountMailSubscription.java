package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails about an account's safety: verification, password reset and security notices. Owners cannot opt out. */
@Configuration(proxyBeanMethods = false)
class AccountMailSubscription {

    @Bean
    static Subscription accountMails(QueueMails queueMails, Pages pages) {
        return Subscription.to("auth.mails")
                .on(
                        "auth.email-verification-requested.v1",
                        MailRequested.class,
                        it -> queueMails.secretMail(
                                it.requestId.toString(),
                                Template.VERIFY_EMAIL,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.verifyEmail(MailSecrets.TOKEN_PLACEHOLDER)),
                                it.sealedToken))
                .on(
                        "auth.password-reset-requested.v1",
                        MailRequested.class,
                        it -> queueMails.secretMail(
                                it.requestId.toString(),
                                Template.RESET_PASSWORD,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.resetPassword(MailSecrets.TOKEN_PLACEHOLDER)),
                                it.sealedToken))
                .on(
                        "auth.security-notice.v1",
                        SecurityNotice.class,
                        it -> queueMails.mail(
                                it.noticeId.toString(),
                                Template.SECURITY_NOTICE,
                                it.accountId,
                                it.email,
                                Map.of(it.notice, true, "at", it.at.toString())));
    }

    /** @param sealedToken what only we can open; the other name is that of tokens in the clear, from before they were sealed */
    record MailRequested(
            UUID requestId,
            UUID accountId,
            String email,
            @JsonAlias("token") String sealedToken) {

        @Override
        public String toString() {
            return "MailRequested[%s]".formatted(requestId);
        }
    }

    record SecurityNotice(UUID noticeId, UUID accountId, String email, String notice, Instant at) {}
}
