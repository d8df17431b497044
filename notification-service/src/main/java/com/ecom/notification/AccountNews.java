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

/** What the owners of accounts are to do, or to know. Nobody can wish not to hear of it. */
@Configuration(proxyBeanMethods = false)
class AccountNews {

    @Bean
    static Subscription newsOfAccounts(
            Announce announce, Settings settings, @Value("${spring.mail.host}") String mailServer) {
        var pages = Pages.of(settings, mailServer);
        return Subscription.to("auth.mails")
                .on(
                        "auth.email-verification-requested.v1",
                        MailRequested.class,
                        it -> announce.secretMail(
                                it.requestId.toString(),
                                Template.VERIFY_EMAIL,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.verifyEmail(MailSecrets.PLACE)),
                                it.sealedToken))
                .on(
                        "auth.password-reset-requested.v1",
                        MailRequested.class,
                        it -> announce.secretMail(
                                it.requestId.toString(),
                                Template.RESET_PASSWORD,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.resetPassword(MailSecrets.PLACE)),
                                it.sealedToken))
                .on(
                        "auth.security-notice.v1",
                        SecurityNotice.class,
                        it -> announce.mail(
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

        /** @throws IllegalStateException if nobody said where, and mails leave this machine */
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

        /** The token is behind the #, which browsers send nobody: it is in no log and in no Referer. */
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
