package com.ecom.user.addresses;

import com.ecom.user.model.UserRefusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All addresses, each reached only through its owner. */
@Repository
@RequiredArgsConstructor
public class Addresses {

    private final JdbcClient jdbc;

    /** The default comes first, then the oldest. */
    public List<Address> of(UUID owner) {
        return jdbc.sql("""
                select id as address_id, address.* from address
                where customer_id = :owner
                order by is_default desc, id
                """)
                .param("owner", owner.toString())
                .query(Address.class)
                .list();
    }

    /** @throws UserRefusal.NoSuchAddress if this owner has no such address */
    Address get(UUID owner, UUID id) {
        return jdbc.sql("select id as address_id, address.* from address where id = :id and customer_id = :owner")
                .param("id", id.toString())
                .param("owner", owner.toString())
                .query(Address.class)
                .optional()
                .orElseThrow(UserRefusal.NoSuchAddress::new);
    }

    void add(UUID owner, UUID id, AddressForm form) {
        written(form, """
                insert into address
                    (id, customer_id, label, recipient, line1, line2, city, state, postal_code, country)
                values (:id, :owner, :label, :recipient, :line1, :line2, :city, :state, :postalCode, :country)
                """)
                .param("id", id.toString())
                .param("owner", owner.toString())
                .update();
    }

    void replace(UUID owner, UUID id, AddressForm form) {
        written(form, """
                update address
                set label = :label, recipient = :recipient, line1 = :line1, line2 = :line2, city = :city,
                    state = :state, postal_code = :postalCode, country = :country, version = version + 1
                where id = :id and customer_id = :owner
                """)
                .param("id", id.toString())
                .param("owner", owner.toString())
                .update();
    }

    void remove(UUID owner, UUID id) {
        jdbc.sql("delete from address where id = :id and customer_id = :owner")
                .param("id", id.toString())
                .param("owner", owner.toString())
                .update();
    }

    void makeDefault(UUID owner, UUID id) {
        jdbc.sql("""
                update address set is_default = false, version = version + 1
                where customer_id = :owner and is_default and id <> :id
                """)
                .param("id", id.toString())
                .param("owner", owner.toString())
                .update();
        jdbc.sql("""
                update address set is_default = true, version = version + 1
                where id = :id and customer_id = :owner and not is_default
                """)
                .param("id", id.toString())
                .param("owner", owner.toString())
                .update();
    }

    private JdbcClient.StatementSpec written(AddressForm form, String sql) {
        return jdbc.sql(sql)
                .param("label", form.label())
                .param("recipient", form.recipient())
                .param("line1", form.line1())
                .param("line2", form.line2())
                .param("city", form.city())
                .param("state", form.state())
                .param(
                        "postalCode",
                        Objects.requireNonNullElse(form.postalCode(), "").strip())
                .param("country", form.country());
    }
}
