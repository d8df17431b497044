package com.ecom.load;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/**
 * What came of a minute of checkouts.
 *
 * @param compilersPerOrder milliseconds of the JVMs' compilers, a part of the processor time: what a longer warming up
 *     would make less
 * @param coresOfOthers what neither the shop nor this driver used, which makes every other figure worse
 * @param kernelPerOrder what the kernel had to do for the shop's processes, by order
 * @param cameBack how often a customer got a Retry-After, and came back under the same key
 * @param curve every ten seconds from the first order on
 * @param nearlyBestAfter the seconds since the first order after which four fifths of the best ten seconds were reached
 * @param ordersBefore how many orders warmed the shop up for this
 */
record CheckoutResult(
        boolean ok,
        int customers,
        double seconds,
        double acceptedPerSecond,
        double confirmedPerSecond,
        Percentiles accept,
        Percentiles confirm,
        double cpuMillisPerOrder,
        double compilersPerOrder,
        Map<String, Double> cpuByProcess,
        Map<String, Double> databasePerOrder,
        Map<String, Double> kernelPerOrder,
        double askedPerOrder,
        double coresOfOthers,
        long failed,
        long cameBack,
        List<Curve.Point> curve,
        double nearlyBestAfter,
        long ordersBefore) {

    void say() {
        Trial.say("%n%d customers at the same time, %.0f s:".formatted(customers, seconds));
        Trial.say("  accepted    %6.1f orders/s   POST answered in %s".formatted(acceptedPerSecond, accept));
        Trial.say("  CONFIRMED   %6.1f orders/s   accepted to CONFIRMED in %s".formatted(confirmedPerSecond, confirm));
        Trial.say("  %.1f CPU ms per order in the shop; others used %.2f of the machine's cores meanwhile"
                .formatted(cpuMillisPerOrder, coresOfOthers));
        Trial.say("  of which compilers took %.1f ms".formatted(compilersPerOrder));
        cpuByProcess.forEach((name, millis) -> Trial.say("    %6.2f ms  %s".formatted(millis, name)));
        Trial.say("  per order in MySQL: " + listed(databasePerOrder));
        Trial.say("  per order in the kernel: " + listed(kernelPerOrder));
        Trial.say("  customers asked %.1f times how their order was".formatted(askedPerOrder));
        Trial.say("  %d requests failed; %d times a customer got a Retry-After and came back"
                .formatted(failed, cameBack));
        Trial.say("  %,d orders had warmed the shop up; four fifths of its best were reached after %.0f s"
                .formatted(ordersBefore, nearlyBestAfter));
    }

    private static String listed(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(it -> "%s %.1f".formatted(it.getKey(), it.getValue()))
                .collect(joining(", "));
    }

    CheckoutResult but(boolean good) {
        return new CheckoutResult(
                good,
                customers,
                seconds,
                acceptedPerSecond,
                confirmedPerSecond,
                accept,
                confirm,
                cpuMillisPerOrder,
                compilersPerOrder,
                cpuByProcess,
                databasePerOrder,
                kernelPerOrder,
                askedPerOrder,
                coresOfOthers,
                failed,
                cameBack,
                curve,
                nearlyBestAfter,
                ordersBefore);
    }
}
