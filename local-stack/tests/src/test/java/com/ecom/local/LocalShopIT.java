package com.ecom.local;

import static com.ecom.local.stack.Names.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.supervisor.ProcessView;
import com.ecom.local.supervisor.ProcessView.State;
import org.junit.jupiter.api.Test;

/** With a store only, since this is built before the services. */
class LocalShopIT {

    @Test
    void itsProcessesComeAndGoAsTheTestWants() {
        try (var shop = LocalShop.named("stack-of-local-shop")) {
            shop.start(REDIS);
            assertThat(state(shop)).isEqualTo(State.UP);
            shop.kill(REDIS);
            assertThat(state(shop)).isEqualTo(State.DOWN);
            shop.start(REDIS);
            assertThat(state(shop)).isEqualTo(State.UP);
        }
    }

    @Test
    void twoShopsShareNothing() {
        try (var one = LocalShop.named("stack-of-local-shop");
                var other = LocalShop.named("stack-of-local-shop-2")) {
            assertThat(one.gateway()).isNotEqualTo(other.gateway());
            assertThat(one.adminPassword()).isNotEqualTo(other.adminPassword());
        }
    }

    private static State state(LocalShop shop) {
        return shop.processes().stream()
                .filter(it -> it.name().equals(REDIS))
                .map(ProcessView::state)
                .findFirst()
                .orElseThrow();
    }
}
