package com.ecom.proof.alerts;

import java.time.Duration;

/**
 * A fault, and the alert that it has to raise.
 *
 * @param receiver of the team that owns the service
 * @param within how soon it has to be heard
 */
public record Alarm(String alert, String service, String receiver, Duration within, Step inject, Step heal) {

    String severity() {
        return receiver.endsWith("-page") ? "critical" : "warning";
    }

    /** Something that is done to the shop. */
    public interface Step {
        void run() throws Exception;
    }
}
