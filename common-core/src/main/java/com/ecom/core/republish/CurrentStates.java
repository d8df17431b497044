package com.ecom.core.republish;

/**
 * What a service owns and others keep copies of. A service that has a bean of this kind, and names it by
 * {@code ecom.republish.name}, can be asked for {@code POST /ops/<name>/republish}.
 */
public interface CurrentStates {

    long count();

    /**
     * Publishes how the next things stand, as events that consumers ignore where they have newer. Runs in the
     * transaction that keeps the progress, where the service has a relational database; may be repeated elsewhere.
     *
     * @param position the key of the last thing before, or empty at the beginning
     */
    Published publishAfter(String position, int limit);

    /**
     * @param count how many things; fewer than asked for only at the end
     * @param position the key of the last of them
     */
    record Published(int count, String position) {}
}
