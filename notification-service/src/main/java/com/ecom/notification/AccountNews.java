package com.ecom.notification;

import com.ecom.core.inbox.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the owners of accounts are to do, or to know. Nobody can wish not to hear of it. */
@Configuration(proxyBeanMethods = false)
class AccountNews {

    @Bean
    static Subscription newsOfAccounts(Announce announce, Pages pages) {
        return Subscription.to("auth.mails")
                .on(
                        "auth.email-verification-requested.v1",
                        MailRequested.class,
                        it -> announce.mail(
                                it.requestId.toString(),
                                Template.VERIFY_EMAIL,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.verifyEmail(it.token))))
                .on(
                        "auth.password-reset-requested.v1",
                        MailRequested.class,
                        it -> announce.mail(
                                it.requestId.toString(),
                                Template.RESET_PASSWORD,
                                it.accountId,
                                it.email,
                                Map.of("link", pages.resetPassword(it.token))))
                .on(
                        "auth.security-notice.v1",
                        SecurityNotice.class,
                        it -> announce.mail(
                                it.noticeId.toString(),
                                Template.SECURITY_NOTICE,
                                it.accountId,
                                it.email,
                                Map.of("what", inWords(it.notice), "at", it.at.toString())));
    }

    private static String inWords(String notice) {
        return switch (notice) {
            case "PASSWORD_CHANGED" -> "your password was changed";
            case "SESSION_STOLEN" -> "somebody used a copy of one of your sessions, which we ended";
            case "SECOND_FACTOR_ENABLED" -> "a second factor was set up";
            case "SECOND_FACTOR_DISABLED" -> "your second factor was removed";
            case "RECOVERY_CODE_USED" -> "one of your recovery codes was used";
            case "GOOGLE_LINKED" -> "signing in with Google was set up";
            default -> "something about your account changed";
        };
    }

    /** @param shopUrl where the pages are that our mails lead to */
    @ConfigurationProperties("ecom.notifications")
    record Pages(@DefaultValue("http://localhost:3000") URI shopUrl) {

        /** The token is behind the #, which browsers send nobody: it is in no log and in no Referer. */
        String verifyEmail(String token) {
            return shopUrl + "/account/verify-email#" + token;
        }

        String resetPassword(String token) {
            return shopUrl + "/account/reset-password#" + token;
        }
    }

    record MailRequested(UUID requestId, UUID accountId, String email, String token) {}

    record SecurityNotice(UUID noticeId, UUID accountId, String email, String notice, Instant at) {}
}
