package com.ecom.local.supervisor;

import java.util.List;

/** A process did not become well; the last lines of its log usually say why. */
final class CouldNotStart extends RuntimeException {

    private final String process;
    private final transient List<String> lastLines;

    CouldNotStart(String process, String reason, List<String> lastLines) {
        super(reason);
        this.process = process;
        this.lastLines = List.copyOf(lastLines);
    }

    Reply.Failed reply() {
        return new Reply.Failed(process, String.valueOf(getMessage()), lastLines);
    }
}
