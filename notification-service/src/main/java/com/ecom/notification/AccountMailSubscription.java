package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails about an account's safety: verification, password reset and security notices. Owners cannot opt out. */
@Configuration(proxyBeanMethods = false)
class AccountMailSubscription {

    @Bean
    static Subscription accountMails(
            QueueMails queueMails, Settings settings, @Value("${spring.mail.host}") String mailServer) {
        var pages = Pages.of(settings, mailServer);
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

    /** @param shopUrl where the pages are that our mails lead to */
    @ConfigurationProperties("ecom.notifications")
    record Settings(@Nullable URI shopUrl) {}

    record Pages(URI shopUrl) {

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

        /** @throws IllegalStateException if it is not configured, and mails leave this machine */
        static Pages of(Settings settings, String mailServer) {
            if (settings.shopUrl != null) {
                return new Pages(settings.shopUrl);
            }
            if (!THIS_MACHINE.contains(mailServer)) {
                throw new IllegalStateException(
                        "ecom.notifications.shop-url is missing: only on a developer's machine may mails lead to it");
            }
            return new Pages(URI.create("http://localhost:3000"));
        }

        /** The token is in the fragment, which browsers never send: it is in no log and in no Referer. */
        String verifyEmail(String token) {
            return shopUrl + "/account/verify-email#" + token;
        }

        String resetPassword(String token) {
            return shopUrl + "/account/reset-password#" + token;
        }
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
