package com.ecom.notification;

import com.ecom.core.service.Caller;
import com.ecom.core.service.Page;
import com.ecom.notification.Notifications.Notification;
import com.ecom.notification.Notifications.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotificationController {

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/api/notifications")
    Page<Mine> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = notifications.page(caller.id(), null, cursor, size);
        return new Page<>(page.items().stream().map(Mine::of).toList(), page.nextCursor());
    }

    /** Without the words and the address: staff sees what was told about what, not what people are called. */
    @GetMapping("/api/admin/notifications")
    Page<Log> log(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var page = notifications.page(null, status, cursor, size);
        return new Page<>(page.items().stream().map(Log::of).toList(), page.nextCursor());
    }

    record Mine(UUID notificationId, String about, String subject, String body, Instant createdAt) {
        static Mine of(Notification it) {
            return new Mine(it.id(), it.about(), it.subject(), it.body(), it.createdAt());
        }
    }

    record Log(
            UUID notificationId,
            String about,
            Template template,
            UUID userId,
            Status status,
            int attempts,
            Instant createdAt) {
        static Log of(Notification it) {
            return new Log(it.id(), it.about(), it.template(), it.user(), it.status(), it.attempts(), it.createdAt());
        }
    }
}
