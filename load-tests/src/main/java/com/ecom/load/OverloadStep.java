package com.ecom.load;

import java.util.Map;

/**
 * What came of so much load.
 *
 * @param times of the shop's capacity
 * @param goodput CONFIRMED orders a second while the load lasted
 * @param shed orders that were refused with word of when to come back
 * @param failures other orders that were not accepted, by why
 * @param confirm from being accepted to CONFIRMED, for all orders that were accepted
 * @param webhooksRefused webhooks that the gateway or payment-service did not take
 * @param webhooksRepeated webhooks that came although they had been taken
 * @param recovery seconds from the end of the load until nothing waited and an order was served at once
 */
record OverloadStep(
        double times,
        double offeredPerSecond,
        double acceptedPerSecond,
        double goodput,
        long shed,
        Map<String, Long> failures,
        Percentiles confirm,
        long webhooksRefused,
        long webhooksRepeated,
        double recovery) {

    static void sayHeading() {
        Trial.say("%n%6s %9s %10s %11s %7s %8s %22s %19s %9s"
                .formatted(
                        "times",
                        "offered/s",
                        "accepted/s",
                        "CONFIRMED/s",
                        "shed",
                        "failed",
                        "to CONFIRMED p50, p99",
                        "webhooks refused",
                        "recovery"));
    }

    void say() {
        Trial.say("%6.1f %9.1f %10.1f %11.1f %7d %8d %13.0f, %5.0f ms %8d (%d again) %7.1f s%s"
                .formatted(
                        times,
                        offeredPerSecond,
                        acceptedPerSecond,
                        goodput,
                        shed,
                        failures.values().stream().mapToLong(it -> it).sum(),
                        confirm.p50(),
                        confirm.p99(),
                        webhooksRefused,
                        webhooksRepeated,
                        recovery,
                        failures.isEmpty() ? "" : "  failed: " + failures));
    }
}
