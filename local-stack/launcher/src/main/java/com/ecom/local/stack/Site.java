package com.ecom.local.stack;

import java.nio.file.Path;

/** Where a stack is being built: from which checkout, into which folder, to which plan and with which secrets. */
public record Site(Checkout checkout, StackFolder folder, Plan plan, Secrets secrets) {

    /** Flags are part of what a JVM learns, so that those of production have caches of their own. */
    StartCache startCache(String program, Path builtFrom) {
        var kind = plan.productionFlags() ? "production" : "quick-start";
        return new StartCache(
                checkout.ownFolder().resolve("caches").resolve(kind).resolve(program + ".aot"), builtFrom);
    }

    int port(String name) {
        return plan.ports().of(name);
    }

    String http(String name) {
        return "http://127.0.0.1:" + port(name);
    }
}
