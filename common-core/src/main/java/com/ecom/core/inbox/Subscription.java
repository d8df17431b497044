package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service consumes of one topic: for each event type the record it reads it as, and the effect. A bean of
 * this type is all it takes to consume. Types it does not name are passed over; fields its records do not name, too.
 */
public final class Subscription {

    private final String topic;
    private final Map<String, Class<?>> readAs;
    private final Handler handler;
    private final Runnable flush;

    private Subscription(String topic, Map<String, Class<?>> readAs, Handler handler, Runnable flush) {
        this.topic = topic;
        this.readAs = readAs;
        this.handler = handler;
        this.flush = flush;
    }

    public static Subscription to(String topic) {
        return new Subscription(topic, Map.of(), (_, _) -> {}, () -> {});
    }

    /**
     * A subscription that passes the contents of many messages on in one go, in the transaction that claims them: for
     * consumers that can read and write many rows for little more than one.
     */
    public static <N> Together<N> together(String topic) {
        return new Together<>(topic, Map.of(), Map.of());
    }

    /** Handles one type; the effect runs in the transaction that claims the message. */
    public <T> Subscription on(String type, Class<T> as, Consumer<T> effect) {
        return on(type, as, (event, _) -> effect.accept(event));
    }

    /** The same, for effects that also need to know where the message comes from. */
    public <T> Subscription on(String type, Class<T> as, BiConsumer<T, Envelope> effect) {
        Handler more = (messages, json) -> {
            for (var message : messages) {
                if (message.envelope().type().equals(type)) {
                    var event = read(message.envelope(), as, json);
                    message.whileHandled(() -> effect.accept(event, message.envelope()));
                } else {
                    handler.handle(List.of(message), json);
                }
            }
        };
        return new Subscription(topic, with(readAs, type, as), more, flush);
    }

    /** Runs after each batch and before its messages are acknowledged; for effects that collect their writes. */
    public Subscription flushing(Runnable flush) {
        return new Subscription(topic, readAs, handler, flush);
    }

    public String topic() {
        return topic;
    }

    public Set<String> types() {
        return readAs.keySet();
    }

    /** Reads a payload as the record that this consumer has for its type. */
    public Object read(String type, String data, JsonMapper json) {
        var as = readAs.get(type);
        if (as == null) {
            throw new IllegalArgumentException("Nothing reads " + type);
        }
        return json.readValue(data, as);
    }

    private static <T> T read(Envelope message, Class<T> as, JsonMapper json) {
        try {
            return json.readValue(message.data(), as);
        } catch (JacksonException e) {
            throw new NotAsAgreed(e);
        }
    }

    void flush() {
        flush.run();
    }

    /** Each in turn, or all at once; those of types that are not named are passed over. */
    void handle(List<InboxMessage> messages, JsonMapper json) {
        handler.handle(messages, json);
    }

    private static Map<String, Class<?>> with(Map<String, Class<?>> known, String type, Class<?> as) {
        var more = new LinkedHashMap<>(known);
        if (more.put(type, as) != null) {
            throw new IllegalArgumentException("There is already an effect for " + type);
        }
        return more;
    }

    @FunctionalInterface
    private interface Handler {
        void handle(List<InboxMessage> messages, JsonMapper json);
    }

    /** @param <N> what the consumer makes of messages */
    public static final class Together<N> {

        private final String topic;
        private final Map<String, Class<?>> readAs;
        private final Map<String, BiFunction<Envelope, JsonMapper, N>> meanings;

        private Together(
                String topic, Map<String, Class<?>> readAs, Map<String, BiFunction<Envelope, JsonMapper, N>> meanings) {
            this.topic = topic;
            this.readAs = readAs;
            this.meanings = meanings;
        }

        /** What a message of one type means. */
        public <T> Together<N> on(String type, Class<T> as, Function<T, N> meaning) {
            var more = new LinkedHashMap<>(meanings);
            more.put(type, (message, json) -> meaning.apply(read(message, as, json)));
            return new Together<>(topic, with(readAs, type, as), more);
        }

        /** The effect takes them in the order in which the messages came. */
        public Subscription to(Consumer<List<Received<N>>> effect) {
            return new Subscription(
                    topic,
                    readAs,
                    (messages, json) -> effect.accept(messages.stream()
                            .<Received<N>>mapMulti((it, contents) -> {
                                var meaning = meanings.get(it.envelope().type());
                                if (meaning != null) {
                                    contents.accept(new Received<>(meaning.apply(it.envelope(), json), it));
                                }
                            })
                            .toList()),
                    () -> {});
        }
    }

    /** A message says other things than its consumer expects. It is logged, so it has nothing of the message itself. */
    static final class NotAsAgreed extends RuntimeException {
        private NotAsAgreed(JacksonException why) {
            super("%s at %s".formatted(why.getClass().getSimpleName(), why.getPathReference()));
        }
    }
}
