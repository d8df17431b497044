package com.ecom.cart.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the shop hears of a cart.
 *
 * @param changedAfter how long a cart has to be left alone until its change is published, so that a row of clicks is one event
 * @param abandonedAfter how long nobody has touched a cart that is called abandoned
 */
@ConfigurationProperties("ecom.cart.events")
record CartEventSettings(
        @DefaultValue("10s") Duration changedAfter,
        @DefaultValue("4h") Duration abandonedAfter) {

    CartEventSettings {
        if (changedAfter.compareTo(abandonedAfter) > 0) {
            throw new IllegalArgumentException(
                    "ecom.cart.events.abandoned-after must not be shorter than ecom.cart.events.changed-after");
        }
    }
}
