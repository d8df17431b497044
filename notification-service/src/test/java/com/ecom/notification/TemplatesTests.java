package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTests {

    private static final List<String> NOTICES = List.of(
            "PASSWORD_CHANGED",
            "SESSION_STOLEN",
            "SECOND_FACTOR_ENABLED",
            "SECOND_FACTOR_DISABLED",
            "RECOVERY_CODE_USED",
            "GOOGLE_LINKED");

    private static final List<String> REASONS =
            List.of("SOLD_OUT", "TOO_MANY_OPEN", "DECLINED", "TIMED_OUT", "AS_WISHED", "BY_STAFF");

    private final Templates templates = new Templates();

    static Stream<Language> languages() {
        return Stream.of(Language.values());
    }

    @ParameterizedTest
    @CsvSource({"en, EN", "en-GB, EN", "de, DE", "de-AT, DE", "fr, EN", "'', EN", "not a tag, EN"})
    void unsupportedLanguagesFallBackToEnglish(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyReasonAndEveryNoticeHasWordsOfItsOwn(Language language) {
        var cancelled = REASONS.stream()
                .map(it -> templates.fill(
                        language, Template.ORDER_CANCELLED, Map.of(it, true, "orderNumber", "7", "link", "there")))
                .toList();
        var notices = NOTICES.stream()
                .map(it -> templates.fill(language, Template.SECURITY_NOTICE, Map.of(it, true, "at", "now")))
                .toList();

        var privacy = Stream.of("ERASURE", "EXPORT")
                .map(it -> templates.fill(
                        language, Template.PRIVACY_ASKED, Map.of(it, true, "askedAt", "now", "dueAt", "then")))
                .toList();

        assertThat(privacy)
                .extracting(Templates.Mail::subject)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(privacy.getFirst().body()).contains("then");
        assertThat(cancelled).doesNotHaveDuplicates().noneMatch(it -> it.body().contains(":  "));
        assertThat(notices).doesNotHaveDuplicates().noneMatch(it -> it.body().contains("\n (now)"));
    }

    @Test
    void aMissingNameLeavesNoGapInTheGreeting() {
        var mail = templates.fill(Language.EN, Template.WELCOME, Map.of("firstName", "", "email", "ada@example.com"));

        assertThat(mail.body()).startsWith("Hello,");
    }
}
