package com.ecom.notification;

import com.ecom.core.security.Caller;
import com.ecom.core.web.Page;
import com.ecom.notification.Notifications.Notification;
import com.ecom.notification.Notifications.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class NotificationController {

    private final Notifications notifications;

    /** The caller's mails, newest first. */
    @GetMapping("/api/notifications")
    Page<OwnNotification> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = notifications.page(caller.id(), null, cursor, size);
        return new Page<>(page.items().stream().map(OwnNotification::of).toList(), page.nextCursor());
    }

    /** Without text and address: staff see which mail was sent about what, and no personal data. */
    @GetMapping("/api/admin/notifications")
    Page<NotificationLogEntry> log(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = notifications.page(null, status, cursor, size);
        return new Page<>(page.items().stream().map(NotificationLogEntry::of).toList(), page.nextCursor());
    }

    record OwnNotification(UUID notificationId, String about, String subject, String body, Instant createdAt) {
        static OwnNotification of(Notification it) {
            return new OwnNotification(it.id(), it.about(), it.subject(), it.body(), it.createdAt());
        }
    }

    record NotificationLogEntry(
            UUID notificationId,
            String about,
            Template template,
            UUID userId,
            Status status,
            int attempts,
            Instant createdAt) {
        static NotificationLogEntry of(Notification it) {
            return new NotificationLogEntry(
                    it.id(), it.about(), it.template(), it.user(), it.status(), it.attempts(), it.createdAt());
        }
    }
}
