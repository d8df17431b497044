package com.ecom.local.cli;

/** The command cannot do what it was asked, for a reason that the person who asked can change. */
final class Refusal extends RuntimeException {

    Refusal(String reason) {
        super(reason);
    }
}
