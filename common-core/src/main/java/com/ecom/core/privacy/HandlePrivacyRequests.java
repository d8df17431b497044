package com.ecom.core.privacy;

import com.ecom.core.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Does what people want done with what this service keeps of them, and says so: both, or neither. */
class HandlePrivacyRequests {

    /** Far below what an event may have, for every item counts whole. */
    private static final int PART_CHARACTERS = 100_000;

    private final String service;
    private final PersonalData data;
    private final Forget forget;
    private final PostponedErasures postponed;
    private final Outbox outbox;
    private final JsonMapper json;

    HandlePrivacyRequests(
            String service,
            PersonalData data,
            Forget forget,
            PostponedErasures postponed,
            Outbox outbox,
            JsonMapper json) {
        this.service = service;
        this.data = data;
        this.forget = forget;
        this.postponed = postponed;
        this.outbox = outbox;
        this.json = json;
    }

    void export(Requested it) {
        var parts = inParts(data.of(it.userId()));
        for (int i = 0; i < parts.size(); i++) {
            outbox.publish(new PrivacyReceipt.Exported(
                    service, it.requestId(), it.userId(), i + 1, parts.size(), parts.get(i)));
        }
    }

    void erase(Requested it) {
        if (!tryToErase(it)) {
            postponed.add(it);
        }
    }

    /** Whether nothing stood in the way. */
    boolean tryToErase(Requested it) {
        var done = forget.handle(it.userId());
        done.ifPresent(erasure -> outbox.publish(new PrivacyReceipt.Erased(
                service,
                it.requestId(),
                it.userId(),
                erasure.erased(),
                erasure.anonymised(),
                erasure.kept(),
                erasure.reason())));
        return done.isPresent();
    }

    /** At least one, for nothing is an answer, too. */
    private List<List<PersonalData.Item>> inParts(List<PersonalData.Item> items) {
        var parts = new ArrayList<List<PersonalData.Item>>();
        parts.add(new ArrayList<>());
        int filled = 0;
        for (var item : items) {
            var length = json.writeValueAsString(item).length();
            if (filled > 0 && filled + length > PART_CHARACTERS) {
                parts.add(new ArrayList<>());
                filled = 0;
            }
            parts.getLast().add(item);
            filled += length;
        }
        return parts;
    }

    record Requested(UUID requestId, UUID userId) {}
}
