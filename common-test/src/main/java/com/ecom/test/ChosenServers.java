package com.ecom.test;

/** The one place where a build decides which servers its tests run on. */
final class ChosenServers {

    static final String PROPERTY = "ecom.test.servers";

    static final TestServers CHOSEN = by(System.getProperty(PROPERTY, "local"));

    private ChosenServers() {}

    static TestServers by(String word) {
        return switch (word) {
            case "local" -> new LocalTestServers();
            case "containers" -> new ContainerServers();
            default -> throw new IllegalStateException("%s is local or containers, not %s".formatted(PROPERTY, word));
        };
    }
}
