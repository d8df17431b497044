package com.ecom.local.supervisor;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a client can ask of the supervisor, one JSON object a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "do")
public sealed interface Request {

    /** Keep the stack for as long as this connection is open. */
    record Hold() implements Request {}

    /** Keep the stack for as long as that process lives. */
    record HoldFor(long pid) implements Request {}

    /** Keep the stack until somebody takes it down. */
    record Keep() implements Request {}

    /** Start these and what they need; what runs already is left alone. */
    record Start(List<String> names) implements Request {}

    /** Start these and what they need to learn, until they are stopped, how to start and to run faster. */
    record StartLearning(List<String> names) implements Request {}

    record Stop(List<String> names) implements Request {}

    /** End these at once, the way a crash does. */
    record Kill(List<String> names) implements Request {}

    record Look() implements Request {}

    /** Stop everything, the supervisor too. */
    record Down() implements Request {}
}
