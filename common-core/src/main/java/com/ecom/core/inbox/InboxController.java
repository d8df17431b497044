package com.ecom.core.inbox;

import com.ecom.core.inbox.ConsumerLag.GroupProgress;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far this service has consumed. */
@RestController
@RequiredArgsConstructor
class InboxController {

    private final ConsumerLag progress;

    /** How far each consumer group of this service is behind, by the broker. */
    @GetMapping("/ops/inbox")
    List<GroupProgress> progress() {
        return progress.ofAllGroups();
    }
}
