package com.ecom.local.cli;

import com.ecom.local.build.Storefront;
import com.ecom.local.stack.Checkout;
import java.io.IOException;

/** Builds the storefront if its sources changed since it was built, and sees to it that there is a Node to run it. */
final class FreshStorefront {

    private FreshStorefront() {}

    /** Returns whether there is one. The shop sells without it, so that a machine that cannot have one is no failure. */
    static boolean of(Checkout checkout) throws IOException, InterruptedException {
        var storefront = new Storefront(checkout);
        var isStale = storefront.isStale();
        if (isStale) {
            Console.progress("build", "storefront");
        }
        return switch (isStale ? storefront.build() : storefront.bringNode()) {
            case BUILT -> {
                if (isStale) {
                    Console.progress("build", "@|green done|@");
                }
                yield true;
            }
            case IMPOSSIBLE -> false;
            case BROKEN ->
                throw new Refusal("The storefront cannot be built; %s says why. Without it: ./ecom up --no-storefront"
                        .formatted(storefront.log()));
        };
    }
}
