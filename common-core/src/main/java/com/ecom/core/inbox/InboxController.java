package com.ecom.core.inbox;

import com.ecom.core.inbox.Progress.GroupProgress;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far this service has heard. */
@RestController
class InboxController {

    private final Progress progress;

    InboxController(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/ops/inbox")
    List<GroupProgress> progress() {
        return progress.ofAllGroups();
    }
}
