package com.ecom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.core.money.Money;
import com.ecom.core.security.AccessPolicy;
import com.ecom.core.tracing.CorrelationId;
import com.ecom.core.web.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedBehaviourTests {

    /** Asked for by services, with a secret of their own in place of a token. */
    private static final String TOKENS_FOR_SERVICES = "/oauth2/token";

    @Test
    void saysSomethingAboutEveryServiceAndNothingAboutOthers() {
        var policy = AccessPolicy.load();

        assertThat(policy.operations()).hasSize(11);
        assertThatIllegalArgumentException().isThrownBy(() -> policy.of("no-such-service"));
    }

    @Test
    void letsNobodyButStaffDoWhatStaffDoes() {
        AccessPolicy.load().operations().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.path().startsWith("/api/admin/"))
                .forEach(it -> assertThat(it.allow())
                        .as(it.path())
                        .isNotEmpty()
                        .doesNotContain(AccessPolicy.Role.GUEST, AccessPolicy.Role.CUSTOMER));
    }

    @Test
    void letsOnlyOperatorsOperateAndRoutesNobodyThere() {
        var policy = AccessPolicy.load();

        assertThat(policy.internal())
                .hasSize(10)
                .allSatisfy((_, operations) -> assertThat(operations)
                        .filteredOn(it -> !it.path().equals(TOKENS_FOR_SERVICES))
                        .isNotEmpty()
                        .allSatisfy(it -> {
                            assertThat(it.path()).startsWith("/ops/");
                            assertThat(it.allow())
                                    .containsExactlyInAnyOrder(AccessPolicy.Role.OPERATOR, AccessPolicy.Role.ADMIN);
                        }));
        assertThat(policy.operations().values().stream().flatMap(List::stream))
                .noneMatch(it -> it.path().startsWith("/ops") || it.path().equals(TOKENS_FOR_SERVICES));
    }

    @Test
    void acceptsACorrelationIdOnlyInTheFormOfAUuid() {
        var id = UUID.randomUUID().toString();

        assertThat(CorrelationId.accept(id)).isEqualTo(id);
        assertThat(CorrelationId.accept("forged\nline"))
                .isNotEqualTo("forged\nline")
                .hasSize(36);
        assertThat(CorrelationId.accept(null)).hasSize(36);
    }

    @Test
    void pagesContinueWhereTheLastOneEnded() {
        var page = Page.of(List.of("a", "b", "c"), 2, it -> it);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Page.positionOf(page.nextCursor())).contains("b");
        assertThat(Page.of(List.of("a", "b"), 2, it -> it).nextCursor()).isNull();
        assertThat(Page.positionOf("%%%")).isEmpty();
    }

    @Test
    void aPositionThatNoDatabaseComparesWithAnIdIsNone() {
        for (var text : List.of("e\u0301", "a\u0000b", "a\nb", "\ud83d\ude00")) {
            var cursor = Page.of(List.of(text, "next"), 1, it -> it).nextCursor();

            assertThat(Page.positionOf(cursor)).as(text).isEmpty();
            assertThat(Page.textOf(cursor)).as(text).contains(text);
        }
    }

    @Test
    void moneyNeverMixesCurrenciesAndNeverOverflows() {
        assertThat(Money.of(1_499, "USD").times(2).plus(Money.of(1, "USD"))).isEqualTo(Money.of(2_999, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "USD").plus(Money.of(1, "EUR")));
        org.assertj.core.api.Assertions.assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(Long.MAX_VALUE, "USD").times(2));
    }
}
