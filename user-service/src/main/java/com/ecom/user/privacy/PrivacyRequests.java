package com.ecom.user.privacy;

import com.ecom.core.jdbc.Utc;
import com.ecom.user.model.PrivacyRequest;
import com.ecom.user.model.PrivacyRequest.Kind;
import com.ecom.user.model.PrivacyRequest.Receipt;
import com.ecom.user.model.PrivacyRequest.State;
import com.ecom.user.model.UserRefusal;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All requests and their receipts; of each kind a customer has one open at a time. */
@Repository
@RequiredArgsConstructor
class PrivacyRequests {

    private static final String ALL =
            "select id, customer_id, kind, state, asked_at, due_at, finished_at from privacy_request ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @throws UserRefusal.RequestAlreadyOpen if there is one of this kind */
    UUID add(UUID customer, Kind kind, Duration delay) {
        var id = UuidCreator.getTimeOrderedEpoch();
        try {
            jdbc.sql("""
                    insert into privacy_request (id, customer_id, kind, state, due_at)
                    values (:id, :customer, :kind, 'WAITING', now(3) + interval :delay second)
                    """)
                    .param("id", id.toString())
                    .param("customer", customer.toString())
                    .param("kind", kind.name())
                    .param("delay", delay.toSeconds())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserRefusal.RequestAlreadyOpen();
        }
        return id;
    }

    /** Locks one that is due. */
    Optional<PrivacyRequest> claimDue() {
        return jdbc.sql(ALL + """
                where state = 'WAITING' and due_at <= now(3) order by due_at limit 1 for update skip locked
                """).query(this::read).optional();
    }

    Optional<PrivacyRequest> lock(UUID id) {
        return jdbc.sql(ALL + "where id = :id for update")
                .param("id", id.toString())
                .query(this::read)
                .optional();
    }

    /** @throws UserRefusal.NoSuchRequest if this customer has no such request */
    PrivacyRequest get(UUID customer, UUID id) {
        return find(id).filter(it -> it.userId().equals(customer)).orElseThrow(UserRefusal.NoSuchRequest::new);
    }

    Optional<PrivacyRequest> find(UUID id) {
        return jdbc.sql(ALL + "where id = :id")
                .param("id", id.toString())
                .query(this::read)
                .optional();
    }

    /** The newest first. */
    List<PrivacyRequest> of(UUID customer) {
        return jdbc.sql(ALL + "where customer_id = :customer order by id desc limit 100")
                .param("customer", customer.toString())
                .query(this::read)
                .list();
    }

    void setState(UUID id, State to) {
        jdbc.sql("""
                update privacy_request
                set state = :state, finished_at = if(:state in ('DONE', 'CANCELLED'), now(3), null)
                where id = :id
                """).param("state", to.name()).param("id", id.toString()).update();
    }

    /** Whether it waited still. */
    boolean cancel(UUID customer, UUID id) {
        return jdbc.sql("""
                update privacy_request set state = 'CANCELLED', finished_at = now(3)
                where id = :id and customer_id = :customer and state = 'WAITING'
                """)
                        .param("id", id.toString())
                        .param("customer", customer.toString())
                        .update()
                == 1;
    }

    void recordErased(UUID request, String service, int erased, int anonymised, int kept, @Nullable String reason) {
        jdbc.sql("""
                insert ignore into privacy_receipt (request_id, service, erased, anonymised, kept, reason)
                values (:request, :service, :erased, :anonymised, :kept, :reason)
                """)
                .param("request", request.toString())
                .param("service", service)
                .param("erased", erased)
                .param("anonymised", anonymised)
                .param("kept", kept)
                .param("reason", reason)
                .update();
    }

    void recordExported(UUID request, String service, int part, int parts, Object items) {
        jdbc.sql("""
                insert ignore into privacy_receipt (request_id, service, part, parts, items)
                values (:request, :service, :part, :parts, :items)
                """)
                .param("request", request.toString())
                .param("service", service)
                .param("part", part)
                .param("parts", parts)
                .param("items", json.writeValueAsString(items))
                .update();
    }

    /** The parts of the copy, by service and in their order; none as soon as any of them is forgotten. */
    List<Part> copy(UUID request) {
        return jdbc.sql("""
                select service, items from privacy_receipt
                where request_id = :request
                  and not exists (select 1 from privacy_receipt where request_id = :request and items is null)
                order by service, part
                """)
                .param("request", request.toString())
                .query((row, _) -> new Part(row.getString("service"), json.readTree(row.getString("items"))))
                .list();
    }

    /** An erasure also deletes copies, whether complete or still being made. */
    void deleteCopiesOf(UUID customer) {
        jdbc.sql("""
                update privacy_request set state = 'CANCELLED', finished_at = now(3)
                where customer_id = :customer and kind = 'EXPORT' and state in ('WAITING', 'RUNNING')
                """).param("customer", customer.toString()).update();
        jdbc.sql("""
                update privacy_receipt receipt join privacy_request request on request.id = receipt.request_id
                set receipt.items = null
                where request.customer_id = :customer and receipt.items is not null
                """).param("customer", customer.toString()).update();
    }

    int deleteOldCopies(int limit) {
        return jdbc.sql("""
                update privacy_receipt set items = null
                where items is not null and received_at < now(3) - interval 7 day limit :limit
                """).param("limit", limit).update();
    }

    private PrivacyRequest read(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        var receipts = receiptsOf(id);
        var missing = new TreeSet<>(PrivacyRequest.RESPONDENTS);
        receipts.forEach(it -> missing.remove(it.service()));
        return new PrivacyRequest(
                UUID.fromString(id),
                UUID.fromString(row.getString("customer_id")),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                Utc.instant(row, "asked_at"),
                Utc.instant(row, "due_at"),
                Utc.instantOrNull(row, "finished_at"),
                receipts,
                List.copyOf(missing));
    }

    /** A service has answered when all its parts are there. */
    private List<Receipt> receiptsOf(String request) {
        return jdbc.sql("""
                select service, sum(erased) as erased, sum(anonymised) as anonymised, sum(kept) as kept,
                       max(reason) as reason, max(received_at) as received_at
                from privacy_receipt where request_id = :request
                group by service having count(*) = max(parts) order by max(received_at), service
                """)
                .param("request", request)
                .query((row, _) -> new Receipt(
                        row.getString("service"),
                        row.getInt("erased"),
                        row.getInt("anonymised"),
                        row.getInt("kept"),
                        row.getString("reason"),
                        Utc.instant(row, "received_at")))
                .list();
    }

    record Part(String service, JsonNode items) {}
}
