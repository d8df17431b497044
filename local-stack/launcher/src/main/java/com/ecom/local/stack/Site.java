package com.ecom.local.stack;

/** Where a stack is being built: from which checkout, into which folder, to which plan and with which secrets. */
public record Site(Checkout checkout, StackFolder folder, Plan plan, Secrets secrets) {

    int port(String name) {
        return plan.ports().of(name);
    }

    String http(String name) {
        return "http://127.0.0.1:" + port(name);
    }
}
