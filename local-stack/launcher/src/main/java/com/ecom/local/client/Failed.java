package com.ecom.local.client;

import com.ecom.local.supervisor.Reply;
import java.util.List;

/** The supervisor could not do what it was asked. */
public final class Failed extends RuntimeException {

    private final String process;
    private final String reason;
    private final transient List<String> lastLines;

    Failed(Reply.Failed reply) {
        super("%s %s%n%s"
                .formatted(reply.name(), reply.reason(), String.join(System.lineSeparator(), reply.lastLines())));
        this.process = reply.name();
        this.reason = reply.reason();
        this.lastLines = List.copyOf(reply.lastLines());
    }

    public String process() {
        return process;
    }

    public String reason() {
        return reason;
    }

    public List<String> lastLines() {
        return lastLines;
    }
}
