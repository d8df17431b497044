package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.notification.Pages.Settings;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagesTests {

    @Test
    void noMailThatLeavesThisMachineLeadsBackToIt() {
        assertThatIllegalStateException().isThrownBy(() -> Pages.of(new Settings(null), "mail"));

        assertThat(Pages.of(new Settings(null), "127.0.0.1").resetPassword("token"))
                .startsWith("http://localhost:3000/");
        assertThat(Pages.of(new Settings(URI.create("https://shop.example")), "mail")
                        .resetPassword("token"))
                .isEqualTo("https://shop.example/account/reset-password#token");
    }

    @Test
    void aMailAboutAnOrderLeadsToItsPage() {
        var order = UUID.randomUUID();

        assertThat(Pages.of(new Settings(URI.create("https://shop.example")), "mail")
                        .order(order))
                .isEqualTo("https://shop.example/orders/" + order);
    }
}
