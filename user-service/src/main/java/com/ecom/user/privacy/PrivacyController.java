package com.ecom.user.privacy;

import com.ecom.core.security.Caller;
import com.ecom.user.model.PrivacyRequest;
import com.ecom.user.model.PrivacyRequest.Kind;
import com.ecom.user.model.PrivacyRequest.State;
import com.ecom.user.model.UserRefusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequiredArgsConstructor
class PrivacyController {

    private final PrivacyRequests requests;
    private final SubmitPrivacyRequest submit;
    private final StartPrivacyRequests start;

    /** A copy is made at once; an erasure starts later and can be cancelled until then. */
    @PostMapping("/api/users/me/privacy-requests")
    @ResponseStatus(HttpStatus.CREATED)
    PrivacyRequest ask(Caller caller, @RequestBody @Valid NewPrivacyRequest asked) {
        var id = submit.handle(caller, asked.kind);
        start.startSoon();
        return requests.get(caller.id(), id);
    }

    /** The caller's requests for a copy or for erasure. */
    @GetMapping("/api/users/me/privacy-requests")
    RequestList mine(Caller caller) {
        return new RequestList(requests.of(caller.id()));
    }

    /** One of the caller's requests, and how far it has come. */
    @GetMapping("/api/users/me/privacy-requests/{requestId}")
    PrivacyRequest mine(Caller caller, @PathVariable UUID requestId) {
        return requests.get(caller.id(), requestId);
    }

    /** Takes a request back that has not begun. */
    @DeleteMapping("/api/users/me/privacy-requests/{requestId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable UUID requestId) {
        requests.get(caller.id(), requestId);
        if (!requests.cancel(caller.id(), requestId)) {
            throw new UserRefusal.RequestAlreadyStarted();
        }
    }

    /** The copy, for a week; by service, each a list of what it keeps. */
    @GetMapping("/api/users/me/privacy-requests/{requestId}/copy")
    Map<String, List<JsonNode>> copy(Caller caller, @PathVariable UUID requestId) {
        var request = requests.get(caller.id(), requestId);
        if (request.kind() != Kind.EXPORT || request.state() != State.DONE) {
            throw new UserRefusal.CopyNotReady();
        }
        var parts = requests.copy(requestId);
        if (parts.isEmpty()) {
            throw new UserRefusal.CopyExpired();
        }
        var copy = new LinkedHashMap<String, List<JsonNode>>();
        for (var part : parts) {
            copy.computeIfAbsent(part.service(), _ -> new ArrayList<>())
                    .addAll(part.items().valueStream().toList());
        }
        return copy;
    }

    /** For staff who are asked what became of it: who answered what, and nothing that was answered. */
    @GetMapping("/api/admin/privacy-requests/{requestId}")
    PrivacyRequest anybodys(@PathVariable UUID requestId) {
        return requests.find(requestId).orElseThrow(UserRefusal.NoSuchRequest::new);
    }

    record NewPrivacyRequest(@NotNull Kind kind) {}

    record RequestList(List<PrivacyRequest> items) {}
}
