package com.ecom.local.supervisor;

import com.ecom.local.stack.Names;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What one client asks, for as long as it stays connected. */
final class Conversation implements Runnable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SocketChannel client;
    private final Fleet fleet;
    private final Leases leases;
    private final AtomicBoolean holds = new AtomicBoolean();

    Conversation(SocketChannel client, Fleet fleet, Leases leases) {
        this.client = client;
        this.fleet = fleet;
        this.leases = leases;
    }

    /** Keeps reading while a request is being answered, so that a client that dies is noticed at once. */
    @Override
    public void run() {
        try (client;
                var in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
                var out = new BufferedWriter(Channels.newWriter(client, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var request = JSON.readValue(line, Request.class);
                Thread.ofVirtual().start(() -> answer(request, out));
            }
        } catch (IOException e) {
            // A client that went away without a word has gone all the same.
        } finally {
            if (holds.getAndSet(false)) {
                leases.giveBack();
            }
        }
    }

    private void answer(Request request, BufferedWriter out) {
        try {
            say(out, new Reply.Done(withSupervisor(perform(request, out))));
            if (request instanceof Request.Down) {
                leases.end();
            }
        } catch (CouldNotStart e) {
            say(out, e.reply());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            e.printStackTrace();
            say(out, new Reply.Failed(Names.SUPERVISOR, "failed: " + e, List.of()));
        }
    }

    /** With this process, which occupies memory too. */
    private static List<ProcessView> withSupervisor(List<ProcessView> processes) {
        var pid = ProcessHandle.current().pid();
        var self = new ProcessView(Names.SUPERVISOR, ProcessView.State.UP, "", pid, Memory.residentKib(pid), 0);
        return Stream.concat(processes.stream(), Stream.of(self)).toList();
    }

    private List<ProcessView> perform(Request request, BufferedWriter out) throws InterruptedException {
        switch (request) {
            case Request.Hold _ -> hold();
            case Request.HoldFor(var pid) -> holdFor(pid);
            case Request.Keep _ -> leases.keep();
            case Request.Start(var names) -> fleet.start(names, step -> say(out, step));
            case Request.StartLearning(var names) -> fleet.startLearning(names, step -> say(out, step));
            case Request.Stop(var names) -> fleet.stop(names);
            case Request.Kill(var names) -> fleet.kill(names);
            case Request.Look _ -> {
                return fleet.closeViews();
            }
            case Request.Down _ -> fleet.stopAll();
        }
        return fleet.views();
    }

    private void hold() {
        if (!holds.get()) {
            holds.set(leases.take());
        }
        if (!holds.get()) {
            throw new CouldNotStart(Names.SUPERVISOR, "is ending", List.of());
        }
    }

    private void holdFor(long pid) {
        var process = ProcessHandle.of(pid);
        if (process.isPresent() && leases.take()) {
            var _ = process.get().onExit().thenRun(leases::giveBack);
        }
    }

    private static void say(BufferedWriter out, Reply reply) {
        synchronized (out) {
            try {
                out.write(JSON.writeValueAsString(reply));
                out.newLine();
                out.flush();
            } catch (IOException e) {
                // Nobody listens any more; the reader notices that too.
            }
        }
    }
}
