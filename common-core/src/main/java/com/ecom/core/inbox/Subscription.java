package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service wants to hear on one topic: for each event type the record it reads it as, and the effect. A bean of
 * this type is all it takes to consume. Types it does not name are passed over; fields its records do not name, too.
 */
public final class Subscription {

    private final String topic;
    private final Map<String, Handler<?>> handlers;
    private final Runnable flush;

    private Subscription(String topic, Map<String, Handler<?>> handlers, Runnable flush) {
        this.topic = topic;
        this.handlers = handlers;
        this.flush = flush;
    }

    public static Subscription to(String topic) {
        return new Subscription(topic, Map.of(), () -> {});
    }

    /** Handles one type; the effect runs in the transaction that claims the message. */
    public <T> Subscription on(String type, Class<T> as, Consumer<T> effect) {
        return on(type, as, (event, _) -> effect.accept(event));
    }

    /** The same, for effects that also need to know where the message comes from. */
    public <T> Subscription on(String type, Class<T> as, BiConsumer<T, Envelope> effect) {
        var more = new LinkedHashMap<>(handlers);
        if (more.put(type, new Handler<>(as, effect)) != null) {
            throw new IllegalArgumentException("There is already an effect for " + type);
        }
        return new Subscription(topic, more, flush);
    }

    /** Runs after each batch and before its messages are acknowledged; for effects that collect their writes. */
    public Subscription flushing(Runnable flush) {
        return new Subscription(topic, handlers, flush);
    }

    public String topic() {
        return topic;
    }

    public Set<String> types() {
        return handlers.keySet();
    }

    /** Reads a payload as the record that this consumer has for its type. */
    public Object read(String type, String data, JsonMapper json) {
        var handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalArgumentException("Nothing reads " + type);
        }
        return json.readValue(data, handler.as);
    }

    void flush() {
        flush.run();
    }

    @Nullable
    Runnable effectOf(Envelope message, JsonMapper json) {
        var handler = handlers.get(message.type());
        return handler == null ? null : handler.effectOf(message, json);
    }

    private record Handler<T>(Class<T> as, BiConsumer<T, Envelope> effect) {
        Runnable effectOf(Envelope message, JsonMapper json) {
            var event = json.readValue(message.data(), as);
            return () -> effect.accept(event, message);
        }
    }
}
