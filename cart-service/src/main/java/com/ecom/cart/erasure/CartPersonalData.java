package com.ecom.cart.erasure;

import com.ecom.core.privacy.PersonalData;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The carts of customers. Carts of guests expire and identify no person. */
@Component
@RequiredArgsConstructor
class CartPersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    @Override
    public List<Item> of(UUID subject) {
        return jdbc.sql("select content from cart where owner = :owner")
                .param("owner", subject.toString())
                .query((row, _) -> new Item("cart", json.readTree(row.getString("content"))))
                .list();
    }

    @Override
    public Optional<Erasure> erase(UUID subject) {
        var carts = jdbc.sql("delete from cart where owner = :owner")
                .param("owner", subject.toString())
                .update();
        var goods = jdbc.sql("delete from merged_goods where account = :owner")
                .param("owner", subject.toString())
                .update();
        return Optional.of(Erasure.of(carts + goods));
    }
}
