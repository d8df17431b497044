package com.ecom.core.privacy;

import com.ecom.core.outbox.Event;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service's answer to somebody who wants to see, or to be rid of, what it keeps of them. */
public sealed interface PrivacyReceipt extends Event {

    String TOPIC = "privacy.receipts";

    /** The service that answers; part of the type's name and not of the payload. */
    String service();

    UUID subject();

    /** One part of a copy; all of them together are what the service keeps. */
    record Exported(
            @JsonIgnore String service,
            UUID requestId,
            UUID subject,
            int part,
            int parts,
            List<PersonalData.Item> items)
            implements PrivacyReceipt {

        @Override
        public String toString() {
            return "Exported[%s, part %d of %d]".formatted(requestId, part, parts);
        }
    }

    record Erased(
            @JsonIgnore String service,
            UUID requestId,
            UUID subject,
            int erased,
            int anonymised,
            int kept,
            @Nullable String reason)
            implements PrivacyReceipt {}

    @Override
    default String type() {
        var room = service().replaceFirst("-service$", "");
        return switch (this) {
            case Exported _ -> room + ".personal-data-exported.v1";
            case Erased _ -> room + ".personal-data-erased.v1";
        };
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return subject().toString();
    }
}
