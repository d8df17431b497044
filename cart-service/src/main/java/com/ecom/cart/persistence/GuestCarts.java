package com.ecom.cart.persistence;

import com.ecom.cart.model.Cart;
import com.ecom.cart.model.Carts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;

/** Carts of guests expire some time after their last change. */
@Repository("guestCarts")
class GuestCarts implements Carts {

    private static final RedisScript<Long> REPLACE =
            RedisScript.of(new ClassPathResource("replace-cart.lua"), Long.class);

    private final StringRedisTemplate redis;
    private final CartDocument document;
    private final Duration lifetime;

    GuestCarts(
            StringRedisTemplate redis,
            CartDocument document,
            @Value("${ecom.carts.guest-lifetime}") Duration lifetime) {
        this.redis = redis;
        this.document = document;
        this.lifetime = lifetime;
    }

    @Override
    public Cart of(UUID owner) {
        var kept = redis.opsForValue().get(key(owner));
        return kept == null ? Cart.empty() : document.read(kept);
    }

    @Override
    public Map<UUID, Cart> of(Collection<UUID> owners) {
        var all = List.copyOf(owners);
        var kept =
                redis.opsForValue().multiGet(all.stream().map(GuestCarts::key).toList());
        var found = new HashMap<UUID, Cart>();
        for (int i = 0; i < all.size(); i++) {
            var cart = kept == null ? null : kept.get(i);
            if (cart != null) {
                found.put(all.get(i), document.read(cart));
            }
        }
        return found;
    }

    @Override
    public boolean replace(UUID owner, Cart next) {
        var replaced = redis.execute(
                REPLACE,
                List.of(key(owner)),
                Long.toString(next.version()),
                document.next(next),
                Long.toString(lifetime.toSeconds()));
        return Long.valueOf(1).equals(replaced);
    }

    private static String key(UUID owner) {
        return "cart:guest:" + owner;
    }
}
