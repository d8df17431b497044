package com.ecom.proof.security.ground;

import com.ecom.core.security.AccessPolicy;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The shop that is attacked.
 *
 * @param addresses where each service listens, by its name
 * @param logs the folder with one file per service
 */
public record Ground(Function<String, URI> addresses, Mint mint, Path logs, AccessPolicy policy) {

    public static final List<String> SERVICES =
            Names.SERVICES.stream().filter(it -> !it.equals(Names.GATEWAY)).toList();

    public Ground(Function<String, URI> addresses, Mint mint, Path logs) {
        this(addresses, mint, logs, AccessPolicy.load());
    }

    public URI gateway() {
        return addresses.apply(Names.GATEWAY);
    }

    public URI of(String service) {
        return addresses.apply(service);
    }

    public Gateway anybody() {
        return Gateway.at(gateway().toString());
    }
}
