package com.ecom.core.inbox;

import com.ecom.core.inbox.HandledMessages.HandledMessage;
import com.ecom.core.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which messages took effect here. */
@RestController
@RequiredArgsConstructor
class HandledMessagesController {

    private final HandledMessages messages;

    /** The newest first. */
    @GetMapping("/ops/inbox/messages")
    Page<HandledMessage> list(
            @RequestParam String group,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Page.positionOf(cursor).orElse(null);
        var found = messages.of(group, before, size + 1);
        return Page.of(found, size, HandledMessage::eventId);
    }

    /** By which consumers of this service the message was handled; by none if the list is empty. */
    @GetMapping("/ops/inbox/messages/{eventId}")
    List<HandledMessage> handled(@PathVariable UUID eventId) {
        return messages.of(eventId);
    }
}
