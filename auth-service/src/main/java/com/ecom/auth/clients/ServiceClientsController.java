package com.ecom.auth.clients;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.core.security.AccessPolicy;
import com.ecom.core.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/service-clients")
@RequiredArgsConstructor
class ServiceClientsController {

    private final ServiceClients clients;
    private final SecurityLog log;

    /** Programs that may take tokens for themselves; their secrets are shown to nobody. */
    @GetMapping
    ClientList clients() {
        return new ClientList(clients.all().stream().map(Client::of).toList());
    }

    /** The secret is shown this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ClientCredentials register(Caller caller, @RequestBody @Valid NewClient asked) {
        if (!AccessPolicy.load().operations().keySet().containsAll(asked.audiences)) {
            throw new AuthRefusal.NoSuchService();
        }
        var secret = clients.register(asked.clientId, new TreeSet<>(asked.audiences));
        log.add(SecurityLog.Kind.CLIENT_REGISTERED, null, caller.id(), asked.clientId);
        return new ClientCredentials(asked.clientId, secret);
    }

    /** The secret before works for a day more. */
    @PostMapping("/{clientId}/secret")
    ClientCredentials renewSecret(Caller caller, @PathVariable @Pattern(regexp = ServiceClients.NAME) String clientId) {
        var secret = clients.renewSecret(clientId).orElseThrow(AuthRefusal.NoSuchClient::new);
        log.add(SecurityLog.Kind.CLIENT_REGISTERED, null, caller.id(), "new secret of " + clientId);
        return new ClientCredentials(clientId, secret);
    }

    /** Its tokens end within ten minutes. */
    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable @Pattern(regexp = ServiceClients.NAME) String clientId) {
        if (!clients.remove(clientId)) {
            throw new AuthRefusal.NoSuchClient();
        }
        log.add(SecurityLog.Kind.CLIENT_REMOVED, null, caller.id(), clientId);
    }

    record NewClient(
            @NotNull @Pattern(regexp = ServiceClients.NAME) String clientId,
            @NotEmpty Set<@NotNull @Pattern(regexp = ServiceClients.NAME) String> audiences) {}

    record ClientCredentials(String clientId, String clientSecret) {

        @Override
        public String toString() {
            return "ClientCredentials[%s]".formatted(clientId);
        }
    }

    record Client(String clientId, List<String> audiences) {

        static Client of(ServiceClients.ServiceClient it) {
            return new Client(it.name(), it.audiences().stream().sorted().toList());
        }
    }

    record ClientList(List<Client> items) {}
}
