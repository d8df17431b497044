package com.ecom.gateway.forwarding;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * Keeps a request on one thread: services are asked over connections that belong to the thread of the caller's connection,
 * so that no part of a request or an answer has to wake another thread up. Each thread has connections of its own.
 */
class EventLoopClients {

    private final Map<ClientKey, HttpClient> clients = new ConcurrentHashMap<>();
    private final Map<EventLoop, Scheduler> timers = new ConcurrentHashMap<>();
    private final HttpClient any;

    /** @param any how services are asked, by whatever thread */
    EventLoopClients(HttpClient any) {
        this.any = any;
    }

    /** @param patience how long a service that has begun to answer may be silent */
    HttpClient client(EventLoop loop, Duration patience) {
        return clients.computeIfAbsent(
                new ClientKey(loop, patience), it -> any.runOn(new SingleLoop(it.loop)).responseTimeout(it.patience));
    }

    /** Measures time on that thread. */
    Scheduler timer(EventLoop loop) {
        return timers.computeIfAbsent(loop, Schedulers::fromExecutorService);
    }

    private record ClientKey(EventLoop loop, Duration patience) {}

    private record SingleLoop(EventLoop loop) implements LoopResources {

        @Override
        public EventLoopGroup onServer(boolean useNative) {
            return loop;
        }
    }
}
