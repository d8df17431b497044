package com.ecom.local.supervisor;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the supervisor answers: any number of steps, then either what there is now or why it could not be done. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Reply {

    /** One process has got somewhere. */
    record Step(String name, String phase, long millis) implements Reply {}

    record Done(List<ProcessView> processes) implements Reply {}

    record Failed(String name, String reason, List<String> lastLines) implements Reply {}
}
