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
 * HTTP clients by event loop. The gateway calls a service on the event loop of the client's connection, so that a request
 * and its response never change threads. Each event loop has its own connections.
 */
class EventLoopClients {

    private final Map<ClientKey, HttpClient> clients = new ConcurrentHashMap<>();
    private final Map<EventLoop, Scheduler> timers = new ConcurrentHashMap<>();
    private final HttpClient any;

    /** @param any the client that those of all event loops are derived from */
    EventLoopClients(HttpClient any) {
        this.any = any;
    }

    /** @param timeout the response timeout */
    HttpClient client(EventLoop loop, Duration timeout) {
        return clients.computeIfAbsent(
                new ClientKey(loop, timeout),
                it -> any.runOn(new SingleLoop(it.loop)).responseTimeout(it.timeout));
    }

    /** Schedules timeouts on that event loop. */
    Scheduler timer(EventLoop loop) {
        return timers.computeIfAbsent(loop, Schedulers::fromExecutorService);
    }

    private record ClientKey(EventLoop loop, Duration timeout) {}

    private record SingleLoop(EventLoop loop) implements LoopResources {

        @Override
        public EventLoopGroup onServer(boolean useNative) {
            return loop;
        }
    }
}
